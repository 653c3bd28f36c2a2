// Owns: walking customers through a journey as it is, and those who reach a touchpoint again with
// it forced good and forced bad. Must not know: estimates, ranks.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "simulate/moments/moment_sums.hpp"
#include "simulate/paired/variants.hpp"
#include "simulate/resolve.hpp"
#include "simulate/run/run.hpp"

namespace cjm::simulate {

/// The journey as it is, then with each of some touchpoints in turn forced good and forced bad.
///
/// first, count  which touchpoints; all by default
/// nps  net promoter score by goodwill level, or empty
[[nodiscard]] std::vector<Variant> forced_variants(const ResolvedJourney& journey,
                                                   std::span<const double> nps,
                                                   std::size_t first = 0,
                                                   std::size_t count = SIZE_MAX);

/// Walks a range of customers.
///
/// variants  of forced_variants()
/// first     touchpoint that they force
/// returns   the same bits for any number of threads; none where `control.stop` was set
/// throws    what a worker threw, after all have ended
[[nodiscard]] std::optional<MomentSums> walk_moments(std::span<const Variant> variants,
                                                     Metric metric, std::uint64_t seed,
                                                     CustomerRange customers, unsigned threads,
                                                     const RunControl& control = {},
                                                     std::size_t first = 0);

/// Walks a range of customers through every forced journey, some touchpoints at a time: tables and
/// tallies of hundreds of variants would not fit the memory.
///
/// progress  counts customers walked through all variants
[[nodiscard]] std::optional<MomentSums> walk_moments(const ResolvedJourney& journey,
                                                     std::span<const double> nps, Metric metric,
                                                     std::uint64_t seed, CustomerRange customers,
                                                     unsigned threads,
                                                     const RunControl& control = {});

}  // namespace cjm::simulate
