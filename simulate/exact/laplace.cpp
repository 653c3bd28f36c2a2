#include "simulate/exact/laplace.hpp"

#include <cmath>
#include <numbers>

#include "base/exact_math.hpp"

namespace cjm::simulate {
namespace {

/// Integral over the positive axis of density(x) x {exp(-s x), x exp(-s x)}, where `each` gives x
/// and its weight for a node y of the trapezoid rule in y: for these integrands, which fall doubly
/// exponentially, it converges exponentially.
template <class Node>
WaitTransform trapezoid(double low, double high, double step, double rate, Node&& node) {
    double mass = 0, survive = 0, time_survive = 0;
    const auto count = static_cast<long>((high - low) / step);
    for (long k = 0; k <= count; ++k) {
        const auto [x, weight] = node(low + step * static_cast<double>(k));
        const double kept = weight * exact::exp(-rate * x);
        mass += weight;
        survive += kept;
        time_survive += kept * x;
    }
    return {survive / mass, time_survive / mass};
}

struct Weighted {
    double x, weight;
};

WaitTransform exponential(double mean, double rate) {
    const double q = 1 + rate * mean;
    return {1 / q, mean / (q * q)};
}

WaitTransform uniform(double low, double high, double rate) {
    const double width = high - low, middle = low + width / 2;
    if (!(width > 0)) return {exact::exp(-rate * low), low * exact::exp(-rate * low)};
    const double h = rate * width / 2;  // E[exp(-s W)] = exp(-s middle) sinh(h) / h
    const double shift = exact::exp(-rate * middle);
    if (h < 1e-2) {  // series of sinh(h)/h and its derivative: (h cosh h - sinh h) / h^2
        const double q = h * h;
        const double ratio = 1 + q / 6 * (1 + q / 20 * (1 + q / 42));
        const double slope = h / 3 * (1 + q / 10 * (1 + q / 28));
        return {shift * ratio, shift * (middle * ratio - width / 2 * slope)};
    }
    if (h > 1) {
        const double first = exact::exp(-rate * low), last = exact::exp(-rate * high);
        const double survive = (first - last) / (rate * width);
        return {survive, (low * first - high * last) / (rate * width) + survive / rate};
    }
    const double up = exact::exp(h), down = exact::exp(-h);
    const double sinh = (up - down) / 2, cosh = (up + down) / 2;
    const double ratio = sinh / h, slope = (h * cosh - sinh) / (h * h);
    return {shift * ratio, shift * (middle * ratio - width / 2 * slope)};
}

WaitTransform lognormal(double mean, double sd, double rate) {
    const double variance = exact::log1p((sd / mean) * (sd / mean));
    const double sigma = std::sqrt(variance), mu = exact::log(mean) - variance / 2;
    // the factor x of the second integral moves the bulk up by sigma
    return trapezoid(-10, 10 + sigma, 1.0 / 32, rate, [&](double z) {
        return Weighted{exact::exp(mu + sigma * z), exact::exp(-z * z / 2)};
    });
}

WaitTransform gamma(double mean, double sd, double rate) {
    const double theta = sd * sd / mean, k = mean / theta;
    const double survive = exact::pow(1 + rate * theta, -k);
    return {survive, survive * mean / (1 + rate * theta)};
}

/// W = scale E^(1/shape), E standard exponential, E = exp(y - exp(-y)): exp-sinh without its inner
/// flat part.
WaitTransform weibull(double shape, double scale, double rate) {
    return trapezoid(-6.5, 7.5, 1.0 / 64, rate, [&](double y) {
        const double inner = exact::exp(-y);
        const double e = exact::exp(y - inner);
        return Weighted{scale * exact::pow(e, 1 / shape), exact::exp(-e) * e * (1 + inner)};
    });
}

/// Beta(a, b) on [low, high] by tanh-sinh.
WaitTransform pert(const WaitLaw& law, double rate) {
    const double width = law.high - law.low;
    if (!(width > 0)) return {exact::exp(-rate * law.low), law.low * exact::exp(-rate * law.low)};
    const double a = 1 + 4 * (law.likely - law.low) / width, b = 6 - a;
    return trapezoid(-4, 4, 1.0 / 64, rate, [&](double y) {
        const double s = std::numbers::pi / 2 * (exact::exp(y) - exact::exp(-y)) / 2;
        const double below = 1 / (1 + exact::exp(-2 * s)), above = 1 / (1 + exact::exp(2 * s));
        const double cosh = (exact::exp(y) + exact::exp(-y)) / 2;
        // dx/dy = pi cosh(y) x below x above
        return Weighted{law.low + width * below,
                        exact::pow(below, a) * exact::pow(above, b) * cosh};
    });
}

}  // namespace

WaitTransform transform(const WaitLaw& law, double rate) {
    if (rate == 0) return {1, mean_days(law)};
    switch (law.kind) {
        case WaitKind::fixed: {
            const double survive = exact::exp(-rate * law.mean);
            return {survive, law.mean * survive};
        }
        case WaitKind::exponential:
            return exponential(law.mean, rate);
        case WaitKind::uniform:
            return uniform(law.low, law.high, rate);
        case WaitKind::lognormal:
        case WaitKind::gamma: {
            if (!(law.sd > 0)) {
                const double survive = exact::exp(-rate * law.mean);
                return {survive, law.mean * survive};
            }
            return law.kind == WaitKind::gamma ? gamma(law.mean, law.sd, rate)
                                               : lognormal(law.mean, law.sd, rate);
        }
        case WaitKind::weibull:
            return weibull(law.shape, law.scale, rate);
        case WaitKind::pert:
            return pert(law, rate);
    }
    return {};
}

double mean_days(const WaitLaw& law) {
    switch (law.kind) {
        case WaitKind::uniform:
            return law.low + (law.high - law.low) / 2;
        case WaitKind::pert:
            return (law.low + 4 * law.likely + law.high) / 6;
        case WaitKind::weibull:
            return weibull(law.shape, law.scale, 0).time_survive;
        default:
            return law.mean;
    }
}

}  // namespace cjm::simulate
