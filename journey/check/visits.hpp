// Owns: how many visits a customer makes on average, and the loop that makes them many. Must not
// know: diagnostics, how the chain is solved (see chain.hpp).
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "journey/check/loops.hpp"

namespace cjm::check {

/// Expected visits per customer above the limit.
struct TooManyVisits {
    double at_least = 0;            ///< per customer who starts
    std::optional<double> about;    ///< where it is known to a percent
    std::size_t flow = 0;           ///< the persona whose loop it is, into the flows
    std::vector<Vertex> way_round;  ///< that loop, first = last
    std::vector<Vertex> members;    ///< every touchpoint of it, in the file's order
};

/// How many pairs of touchpoint and goodwill may still be followed, over all personas and scenarios
/// of a journey.
struct Effort {
    std::size_t states = 600'000;
};

/// Whether customers, personas mixed by their shares, make more visits than `limit` on average.
/// Loops that the horizon ends do not count.
///
/// flows, structures  one per persona, every reached touchpoint can end
/// effort   grows less where goodwill had to be followed
/// returns  none below the limit; right within 0.1 % of it while effort lasts, then judged by the
/// geometric mean of
///          what customers of the best and of the worst goodwill would do
/// cost     O(targets) for most journeys; a few seconds for a whole effort
/// source   model page, sections 1 and 2
[[nodiscard]] std::optional<TooManyVisits> too_many_visits(std::span<const Flow> flows,
                                                           std::span<const Structure> structures,
                                                           double limit, Effort& effort);

}  // namespace cjm::check
