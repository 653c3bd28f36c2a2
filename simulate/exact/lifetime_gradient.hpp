// Owns: how lifetime value moves with the experiences at one touchpoint, exactly. Must not know:
// samples, ranks, formats.
#pragma once
#include <optional>
#include <vector>

#include "simulate/exact/figures.hpp"
#include "simulate/resolve.hpp"

namespace cjm::simulate {

struct LifetimeGradients {
    /// By touchpoint: derivative of lifetime value when probability moves from bad to good at every
    /// visit, for all personas; nan where nobody buys. None: see unsolved.
    std::optional<std::vector<double>> gradients;
    Unsolved unsolved;
};

/// Lifetime value is D / B, discounted margin of buyers over buyers, so its derivative is
/// (D' - D / B x B') / B. Both derivatives are arrivals x (value of a good experience - of a bad
/// one):
///
///   B'  arrivals before the first purchase, by the chance to buy
///   D'  the same arrivals discounted, by what is still to come of buyers' money; discounted
///       arrivals since, by the money to come; and money spent by v, counted with everybody who
///       comes to v, by the chance to buy
///
/// journey  without a horizon (contract)
/// cost     seven solves of each persona's chain
[[nodiscard]] LifetimeGradients solve_lifetime_gradients(const ResolvedJourney& journey);

}  // namespace cjm::simulate
