#include "calibrate/survey/nps_interval.hpp"

#include <algorithm>

namespace cjm::calibrate {
namespace {

/// With the standard error as it is, 0 where all are alike: such a share varies with no other.
Estimate share(const WeightedMean& mean, const Confidence& confidence) {
    Estimate estimate = estimate_of_share(mean, confidence);
    estimate.standard_error = mean.standard_error;
    return estimate;
}

}  // namespace

Estimate nps_interval(const NetPromoters& net, const Confidence& confidence) {
    Estimate estimate =
        estimate_difference(share(net.promoters, confidence), share(net.detractors, confidence),
                            net.standard_error, confidence);
    estimate.low = std::max(estimate.low, -1.0);
    estimate.high = std::min(estimate.high, 1.0);
    return estimate;
}

}  // namespace cjm::calibrate
