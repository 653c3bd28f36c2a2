// Owns: from paired sums to the differences at every place between a variant of a journey and the
// journey as it is. Must not know: how customers were walked, figures of the whole.
#pragma once
#include "simulate/compare/sampled.hpp"
#include "simulate/paired/common_places.hpp"
#include "simulate/place_differences.hpp"

namespace cjm::simulate {

/// Scenario less as it is, over the same customers; see sampled_differences().
///
/// evidence  with sums of these places
/// errors    reach, left, ghosted, outcomes, visits, traversals: of the mean of each customer's own
///           difference. drop_off: the delta method over the table of who came and who left in
///           either; its interval from those of the two shares and that error
[[nodiscard]] PlaceDifferences sampled_places(const PairedEvidence& evidence,
                                              const CommonPlaces& places, std::size_t variant,
                                              bool equal);

/// Puts differences of exact values beside sampled ones, or with `alone` in their place.
void set_exact_places(const SimulationResult& after, const SimulationResult& before,
                      PlaceDifferences& places, bool alone);

/// Places without figures, for set_exact_places().
[[nodiscard]] PlaceDifferences empty_places(const CommonPlaces& places);

}  // namespace cjm::simulate
