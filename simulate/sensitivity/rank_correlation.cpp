#include "simulate/sensitivity/rank_correlation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "base/contract.hpp"
#include "base/exact_math.hpp"

namespace cjm::simulate {
namespace {

constexpr std::size_t fewest_pairs = 4;  // n - 3 divides the variance

/// Ranks from 1 on, less the mean rank.
std::vector<double> centred_ranks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    const double middle = (static_cast<double>(values.size()) + 1) / 2;
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0, end = 0; i < order.size(); i = end) {
        while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
        const double rank = (static_cast<double>(i + 1) + static_cast<double>(end)) / 2;
        for (std::size_t k = i; k < end; ++k) ranks[order[k]] = rank - middle;
    }
    return ranks;
}

double product(const std::vector<double>& a, const std::vector<double>& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double tanh_of(double z) {
    const double grown = exact::expm1(2 * std::abs(z));
    return std::copysign(grown / (grown + 2), z);
}

}  // namespace

MaybeEstimate rank_correlation(std::span<const double> x, std::span<const double> y,
                               const Confidence& confidence) {
    CJM_EXPECTS(x.size() == y.size());
    if (x.size() < fewest_pairs) return std::nullopt;
    const std::vector<double> a = centred_ranks(x), b = centred_ranks(y);
    const double spread = product(a, a) * product(b, b);
    if (!(spread > 0)) return std::nullopt;
    Estimate r;
    r.estimate = std::clamp(product(a, b) / std::sqrt(spread), -1.0, 1.0);
    const double square = r.estimate * r.estimate;
    const double z_error = std::sqrt((1 + square / 2) / (static_cast<double>(x.size()) - 3));
    r.standard_error = (1 - square) * z_error;
    r.low = r.high = r.estimate;
    if (square < 1) {
        const double z = (exact::log1p(r.estimate) - exact::log1p(-r.estimate)) / 2;
        r.low = tanh_of(z - confidence.z * z_error);
        r.high = tanh_of(z + confidence.z * z_error);
    }
    return r;
}

}  // namespace cjm::simulate
