// Owns: an estimated number with its uncertainty. Must not know: what is estimated.
#pragma once
#include <optional>

namespace cjm {

/// A figure estimated from simulated customers (or computed exactly), with its uncertainty.
struct Estimate {
    double estimate = 0;        ///< the point estimate, in the unit of the figure
    double standard_error = 0;  ///< of the estimate, same unit, >= 0; 0 for an exact value
    double low = 0, high = 0;   ///< interval at the run's confidence, low <= estimate <= high
    std::optional<double> exact;        ///< the exact value where one was computed
    std::optional<double> exact_error;  ///< bound on the error of `exact` where it is not rounding only
};

}  // namespace cjm
