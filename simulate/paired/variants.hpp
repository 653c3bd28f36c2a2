// Owns: variants of a journey, ready to be walked by the same customers. Must not know: how they
// differ, what is compared.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "simulate/compile.hpp"
#include "simulate/tally/amounts.hpp"

namespace cjm::simulate {

/// One way a journey could be.
struct Variant {
    CompiledJourney journey;
    Amounts amounts;
    /// Scores by goodwill level at the end, in 1 / score_units points; empty: not asked.
    std::vector<std::int64_t> csat = {}, nps = {};
    /// The question of the effort score; none: not asked.
    std::optional<ResolvedQuestion> ces = {};
    /// Whoever was last seen by then and has no end to be seen is called a ghost; none: nobody is.
    std::optional<Ticks> flagged_until = {};
};

/// How many integers stand for one point of a score: a power of two, so that sums over
/// 2^40 customers and their squares stay exact.
inline constexpr double score_units = 1 << 20;

/// Variants whose amounts share their scales, so that what a customer takes and gives in one may be
/// subtracted from the same customer's in another. The first is what the others are compared with.
/// expects at least one journey
[[nodiscard]] std::vector<Variant> make_variants(std::vector<CompiledJourney> journeys);

}  // namespace cjm::simulate
