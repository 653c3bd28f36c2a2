// Owns: impacts on lifetime value, solved. Must not know: samples, ranks, formats.
#pragma once
#include "simulate/exact/impacts.hpp"

namespace cjm::simulate {

/// Impacts on lifetime value, as solve_impacts() on other metrics, by solving the buyers' figures
/// of every forced journey anew; gradients as solve_lifetime_gradients().
///
/// threads  0 = all cores; the same bits for any number
/// cost     2 x touchpoints solutions of FiguresWanted::buyers
[[nodiscard]] ImpactSolution solve_lifetime_impacts(const ResolvedJourney& journey,
                                                    unsigned threads);

}  // namespace cjm::simulate
