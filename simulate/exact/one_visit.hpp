// Owns: what a good experience at one visit is worth over a bad one, all later visits as they are.
// Must not know: metrics.
#pragma once
#include <span>
#include <vector>

#include "simulate/exact/solver.hpp"

namespace cjm::simulate {

/// Sum of the products of two lists of one length.
[[nodiscard]] double product(std::span<const double> a, std::span<const double> b);

/// Derivatives of values by probability moved from a bad to a good experience.
class GoodOverBad {
  public:
    /// chain, solver  must outlive it; the chain is changed and restored within a call
    GoodOverBad(Chain& chain, ChainSolver& solver);

    /// Sum over arrivals at a touchpoint of (value if this experience is good - if it is bad).
    ///
    /// worth   values of arriving, of all touchpoints
    /// reward  of this visit, where experiences change it; see ChainSolver::Reward
    /// cost    O(targets x width)
    [[nodiscard]] double operator()(TouchpointId touchpoint, const ChainVector& arrivals,
                                    const ChainVector& worth, Weighing weighing,
                                    const ChainSolver::Reward& reward);
    [[nodiscard]] double operator()(TouchpointId touchpoint, const ChainVector& arrivals,
                                    const ChainVector& worth, Weighing weighing);

  private:
    Chain* chain_;
    ChainSolver* solver_;
    std::vector<double> good_, bad_;
};

}  // namespace cjm::simulate
