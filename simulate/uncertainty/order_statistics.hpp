// Owns: quantiles from draws. Must not know: what was drawn.
#pragma once
#include <algorithm>
#include <cmath>
#include <vector>

namespace cjm::simulate {

/// The quantile below which a further draw lies with that probability: order statistic (n + 1) p,
/// in between linear; the least or the largest where there are too few (Hyndman and Fan 1996, type
/// 6).
[[nodiscard]] inline double quantile(const std::vector<double>& sorted, double probability) {
    const auto n = static_cast<double>(sorted.size());
    const double at = std::clamp((n + 1) * probability, 1.0, n) - 1;
    const double below = std::floor(at);
    const auto i = static_cast<std::size_t>(below);
    if (i + 1 >= sorted.size()) return sorted.back();
    return sorted[i] + (at - below) * (sorted[i + 1] - sorted[i]);
}

}  // namespace cjm::simulate
