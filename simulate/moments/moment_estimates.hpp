// Owns: from integer sums to impacts with intervals. Must not know: how customers are walked,
// ranks.
#pragma once
#include "base/interval.hpp"
#include "simulate/moments/moment_sums.hpp"
#include "simulate/moments_result.hpp"

namespace cjm::simulate {

/// How the integers of a metric are read.
struct MetricScale {
    Metric metric = Metric::success;
    double units = 1;          ///< integers that stand for one unit of the metric
    double event = 1;          ///< the most that one event, such as a purchase, moves a customer
    double scenario_cost = 0;  ///< taken off the margin of every customer
    bool zero_or_one = false;  ///< see better_only_saves()
};

/// Estimates of one set of sums.
class MomentEstimates {
  public:
    /// Refers to the sums, which must outlive it. expects customers > 0
    MomentEstimates(const MomentSums& sums, const MetricScale& scale, double confidence);

    [[nodiscard]] Estimate success() const;
    [[nodiscard]] MaybeEstimate as_is() const;
    /// Everything of a touchpoint but its name and ranks, in the journey's order.
    [[nodiscard]] MomentResult moment(std::size_t touchpoint) const;

  private:
    const MomentSums& sums_;
    MetricScale scale_;
    Confidence confidence_, simultaneous_;
};

}  // namespace cjm::simulate
