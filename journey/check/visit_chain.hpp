// Owns: the walk of a persona's customers as a Markov chain over touchpoint and goodwill. Must not
// know: how the chain is solved, diagnostics.
#pragma once
#include <optional>
#include <utility>
#include <vector>

#include "journey/check/chain.hpp"
#include "journey/check/loops.hpp"

namespace cjm::check {

/// Which levels goodwill may take; everything beyond is clamped. With lowest = highest it stays
/// put, and every customer leaves as at that goodwill.
struct GoodwillRange {
    std::int64_t lowest = 0, highest = 0;
};

/// What customers of this persona can have, at most.
[[nodiscard]] GoodwillRange goodwill_range(const Flow& flow, const Structure& structure);

/// A chain and what its states stand for.
struct VisitChain {
    Chain chain;
    std::vector<Vertex> touchpoint;                       ///< by state
    std::vector<std::pair<std::uint32_t, double>> start;  ///< states, shares of sum 1
};

/// The states that customers can reach, ordered by goodwill, then touchpoint. A visit counts 1; in
/// loops that the horizon ends next to nothing, and a customer drops out of them soon.
///
/// returns  none where there would be more than `most_states`
/// cost     O(states x targets of a touchpoint)
[[nodiscard]] std::optional<VisitChain> visit_chain(const Flow& flow, const Structure& structure,
                                                    GoodwillRange range, std::size_t most_states);

}  // namespace cjm::check
