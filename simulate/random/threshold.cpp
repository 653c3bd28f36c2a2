#include "simulate/random/threshold.hpp"

#include <cstddef>

#include "base/contract.hpp"

namespace cjm::simulate {
namespace {

constexpr double words = 4294967296.0;  // 2^32

}  // namespace

Threshold threshold(double probability) {
    if (!(probability > 0)) return 0;
    if (probability >= 1) return certain;
    const double rounded = probability * words + 0.5;
    return static_cast<Threshold>(std::clamp(rounded, 1.0, words - 2));
}

std::vector<Threshold> cumulative_thresholds(std::span<const double> shares) {
    double sum = 0;
    std::uint32_t positive = 0;  // positive shares not yet placed
    for (const double share : shares) {
        sum += share;
        positive += share > 0 ? 1U : 0U;
    }
    CJM_EXPECTS(sum > 0 && positive > 0);
    std::vector<Threshold> thresholds;
    thresholds.reserve(shares.size());
    double reached = 0;
    Threshold last = 0;
    for (const double share : shares) {
        if (share > 0 && --positive > 0) {
            reached += share;
            // one word at least for this entry, and one for each positive entry behind it
            last = std::clamp(threshold(reached / sum), last + 1, certain - positive);
        } else if (share > 0) {
            last = certain;
        }
        thresholds.push_back(last);
    }
    return thresholds;
}

}  // namespace cjm::simulate
