#include "simulate/moments/ratio_estimates.hpp"

#include <algorithm>
#include <cmath>

namespace cjm::simulate {
namespace {

double to_double(const WideSum& sum) {
    return std::ldexp(static_cast<double>(sum.high()), 128) + static_cast<double>(sum.low());
}

/// Over all customers, of whom those who do not reach the touchpoint are as they are.
double over_all(WideSum all, const WideSum& as_is_here, const WideSum& here) {
    all -= as_is_here;
    all += here;
    return to_double(all);
}

}  // namespace

RatioEstimates::RatioEstimates(const MomentSums& all, const TouchpointSums& here, double units)
    : units_(units),
      customers_(static_cast<double>(all.customers)),
      reached_(static_cast<double>(here.reached)) {
    // part i as it is: y or x of the unforced journey
    const auto plain = [](std::size_t i) { return i % 2; };
    for (std::size_t i = 0; i < parts; ++i) {
        sums_[i] = over_all(all.ratio.sums[i], here.ratio.sums[plain(i)], here.ratio.sums[i]);
        here_[i] = to_double(here.ratio.sums[i]);
        for (std::size_t j = i; j < parts; ++j) {
            const std::size_t a = std::min(plain(i), plain(j)), b = std::max(plain(i), plain(j));
            products_[i * parts + j] = products_[j * parts + i] =
                over_all(all.ratio.products[a * parts + b], here.ratio.products[a * parts + b],
                         here.ratio.products[i * parts + j]);
        }
    }
}

double RatioEstimates::ratio(RatioVariant variant) const {
    const std::size_t y = 2 * static_cast<std::size_t>(variant);
    return sums_[y] / sums_[y + 1];
}

bool RatioEstimates::known(RatioVariant variant) const {
    return sums_[2 * static_cast<std::size_t>(variant) + 1] >= 2;
}

RatioEstimates::Row RatioEstimates::influence(RatioVariant variant) const {
    const std::size_t y = 2 * static_cast<std::size_t>(variant);
    Row weights{};
    weights[y] = 1 / sums_[y + 1];
    weights[y + 1] = -ratio(variant) / sums_[y + 1];
    return weights;
}

double RatioEstimates::variance(const Row& weights) const {
    double sum = 0;
    for (std::size_t i = 0; i < parts; ++i)
        for (std::size_t j = 0; j < parts; ++j)
            sum += weights[i] * weights[j] * products_[i * parts + j];
    return std::max(sum, 0.0);
}

double RatioEstimates::at_touchpoint(const Row& weights) const {
    double sum = 0;
    for (std::size_t i = 0; i < parts; ++i) sum += weights[i] * here_[i];
    return sum;
}

Estimate RatioEstimates::with_error(double value, double variance,
                                    const Confidence& confidence) const {
    const double error = std::sqrt(variance) / units_, at = value / units_;
    const double half = confidence.z * error;
    return {at, error, at - half, at + half, std::nullopt, std::nullopt};
}

MaybeEstimate RatioEstimates::level(RatioVariant variant, const Confidence& confidence) const {
    if (!known(variant)) return std::nullopt;
    return with_error(ratio(variant), variance(influence(variant)), confidence);
}

MaybeEstimate RatioEstimates::difference(RatioVariant a, RatioVariant b,
                                         const Confidence& confidence) const {
    if (!known(a) || !known(b)) return std::nullopt;
    Row weights = influence(a);
    const Row other = influence(b);
    for (std::size_t i = 0; i < parts; ++i) weights[i] -= other[i];
    return with_error(ratio(a) - ratio(b), variance(weights), confidence);
}

MaybeEstimate RatioEstimates::impact_per_reached(const Confidence& confidence) const {
    if (!known(RatioVariant::good) || !known(RatioVariant::bad) || !(reached_ > 0))
        return std::nullopt;
    Row weights = influence(RatioVariant::good);
    const Row other = influence(RatioVariant::bad);
    for (std::size_t i = 0; i < parts; ++i) weights[i] -= other[i];
    const double reach = reached_ / customers_;
    const double impact = ratio(RatioVariant::good) - ratio(RatioVariant::bad);
    const double slope = impact / (reach * reach);
    const double of_reach = reach * (1 - reach) / customers_;
    const double together = at_touchpoint(weights) / customers_;
    const double total = variance(weights) / (reach * reach) + slope * slope * of_reach -
                         2 * slope / reach * together;
    return with_error(impact / reach, std::max(total, 0.0), confidence);
}

}  // namespace cjm::simulate
