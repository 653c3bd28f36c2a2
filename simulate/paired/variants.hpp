// Owns: variants of a journey, ready to be walked by the same customers. Must not know: how they
// differ, what is compared.
#pragma once
#include <cstdint>
#include <vector>

#include "simulate/compile.hpp"
#include "simulate/tally/amounts.hpp"

namespace cjm::simulate {

/// One way a journey could be.
struct Variant {
    CompiledJourney journey;
    Amounts amounts;
    /// Net promoter score by goodwill level at the end, in 1 / nps_units points; empty: not asked.
    std::vector<std::int64_t> nps = {};
};

/// How many integers stand for one point of a net promoter score: a power of two, so that sums over
/// 2^40 customers and their squares stay exact.
inline constexpr double nps_units = 1 << 20;

/// Variants whose amounts share their scales, so that what a customer takes and gives in one may be
/// subtracted from the same customer's in another. The first is what the others are compared with.
/// expects at least one journey
[[nodiscard]] std::vector<Variant> make_variants(std::vector<CompiledJourney> journeys);

}  // namespace cjm::simulate
