// Owns: walking customers through a journey as it is, and those who reach a touchpoint again with
// it forced good and forced bad. Must not know: estimates, ranks.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "simulate/moments/moment_sums.hpp"
#include "simulate/paired/variants.hpp"
#include "simulate/resolve.hpp"
#include "simulate/run/run.hpp"

namespace cjm::simulate {

/// The journey as it is, then with each touchpoint in turn forced good and forced bad.
///
/// nps  net promoter score by goodwill level, or empty
[[nodiscard]] std::vector<Variant> forced_variants(const ResolvedJourney& journey,
                                                   std::span<const double> nps);

/// Walks a range of customers.
///
/// variants  of forced_variants()
/// returns   the same bits for any number of threads; none where `control.stop` was set
/// throws    what a worker threw, after all have ended
[[nodiscard]] std::optional<MomentSums> walk_moments(std::span<const Variant> variants,
                                                     Metric metric, std::uint64_t seed,
                                                     CustomerRange customers, unsigned threads,
                                                     const RunControl& control = {});

}  // namespace cjm::simulate
