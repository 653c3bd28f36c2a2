// Owns: which touchpoints of a chain are purchases, and who comes to buy there. Must not know:
// money.
#pragma once
#include "simulate/exact/solver.hpp"

namespace cjm::simulate {

/// The touchpoints whose visits are purchases; none set where nothing is sold.
[[nodiscard]] Cut purchases_of(const Chain& chain);

/// The part of arrivals that is at purchases; 0 elsewhere.
[[nodiscard]] ChainVector at_purchases(const Chain& chain, const ChainVector& arrivals);

/// By arrival, the chance that this visit or a later one is a purchase. Cost: one solve.
[[nodiscard]] ChainVector chance_to_buy(ChainSolver& solver);

}  // namespace cjm::simulate
