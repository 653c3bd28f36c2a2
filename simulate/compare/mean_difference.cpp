#include "simulate/compare/mean_difference.hpp"

#include <algorithm>
#include <cmath>

namespace cjm::simulate {

Estimate estimate_mean_difference(const DifferenceSums::Change& change, std::uint64_t customers,
                                  const Scale& scale, bool share, const Confidence& confidence) {
    const Estimate up =
        estimate_mean({customers, change.up.sum, change.up.squares}, scale, confidence);
    const Estimate down =
        estimate_mean({customers, change.down.sum, change.down.squares}, scale, confidence);
    WideSum squares = change.up.squares;
    squares += change.down.squares;
    double error =
        standard_error_of_mean({customers, change.up.sum - change.down.sum, squares}, scale.units);
    if (share) error *= std::sqrt(1 - 1 / static_cast<double>(customers));
    return estimate_difference(up, down, error, confidence);
}

Estimate estimate_ratio_difference(const Estimate& a, const Estimate& b, double standard_error,
                                   const Confidence& confidence) {
    Estimate result = estimate_difference(a, b, standard_error, confidence);
    const double reach = confidence.z * standard_error;
    result.low = std::min(result.low, result.estimate - reach);
    result.high = std::max(result.high, result.estimate + reach);
    return result;
}

}  // namespace cjm::simulate
