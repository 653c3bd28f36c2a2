#include "journey/check/wait_law.hpp"

#include <algorithm>
#include <cmath>

#include "base/exact_math.hpp"

namespace cjm::check {
namespace {

constexpr double largest =
    1e300;  ///< stands for anything larger, so that nothing becomes 0 times infinity

/// 1 - exp(-x)
double gone(double x) {
    return -exact::expm1(-x);
}

/// W uniform on [low, high]
double uniform_share(double low, double high, double rate) {
    const double span = rate * (high - low);
    const double over_low = span < 1e-5 ? span / 2 : 1 + exact::expm1(-span) / span;
    return gone(rate * low) + exact::exp(-rate * low) * over_low;
}

/// W gamma by mean and sd: 1 - (1 + rate sd^2 / mean)^-(mean / sd)^2
double gamma_share(double mean, double sd, double rate) {
    const double shape = (mean / sd) * (mean / sd);
    return gone(shape * exact::log1p(std::min(rate * sd * (sd / mean), largest)));
}

/// W = exp(location + sigma Z): the trapezoidal rule over Z, shifted so that the mean's own tail is
/// inside.
double lognormal_share(double mean, double sd, double rate) {
    const double variation = sd / mean;
    // no wait spreads wider than e^60; the cap keeps the number of points finite
    const double sigma = std::min(60.0, std::sqrt(exact::log1p(variation * variation)));
    const double location = exact::log(mean) - sigma * sigma / 2;
    const double step = std::min(0.25, 0.5 / std::max(sigma, 1e-300));
    double sum = 0, weights = 0;
    for (double z = -10; z < sigma + 10; z += step) {
        const double weight = exact::exp(-z * z / 2);
        sum += weight * gone(rate * exact::exp(location + sigma * z));
        weights += weight;
    }
    return sum / weights;
}

/// W = scale X^(1 / shape) with X exponential: the trapezoidal rule over y = ln X, of density exp(y
/// - e^y).
double weibull_share(double shape, double scale, double rate) {
    const double step = 0.05;
    double sum = 0, weights = 0;
    for (double y = -40; y < 7; y += step) {
        const double weight = exact::exp(y - exact::exp(y));
        sum += weight * gone(rate * scale * exact::exp(y / shape));
        weights += weight;
    }
    return sum / weights;
}

/// W on [low, high] by a beta law: the midpoint rule over the density.
double pert_share(double low, double likely, double high, double rate) {
    constexpr int points = 200;
    const double towards_high = 4 * (likely - low) / (high - low);
    double sum = 0, weights = 0;
    for (int i = 0; i < points; ++i) {
        const double x = (i + 0.5) / points;
        const double weight = exact::pow(x, towards_high) * exact::pow(1 - x, 4 - towards_high);
        sum += weight * gone(rate * (low + (high - low) * x));
        weights += weight;
    }
    return sum / weights;
}

}  // namespace

bool can_be_positive(const Wait& wait) {
    switch (wait.kind) {
        case WaitKind::uniform:
        case WaitKind::pert:
            return wait.high.likely > 0;
        case WaitKind::weibull:
            return wait.scale.likely > 0;
        default:
            return wait.mean.likely > 0;
    }
}

double share_out_of_patience(const Wait& wait, double rate) {
    if (rate <= 0 || !can_be_positive(wait)) return 0;
    rate = std::min(rate, largest);
    const double mean = wait.mean.likely, sd = wait.sd.likely;
    const bool spread = sd > 0;
    const double low = wait.low.likely, high = wait.high.likely;
    switch (wait.kind) {
        case WaitKind::fixed:
            return gone(rate * mean);
        case WaitKind::exponential:
            return 1 / (1 + 1 / (rate * mean));
        case WaitKind::uniform:
            return uniform_share(low, high, rate);
        case WaitKind::lognormal:
            return spread ? lognormal_share(mean, sd, rate) : gone(rate * mean);
        case WaitKind::gamma:
            return spread ? gamma_share(mean, sd, rate) : gone(rate * mean);
        case WaitKind::weibull:
            return weibull_share(wait.shape.likely, wait.scale.likely, rate);
        case WaitKind::pert:
            return high > low ? pert_share(low, wait.likely.likely, high, rate) : gone(rate * low);
    }
    return 0;
}

}  // namespace cjm::check
