#include "simulate/walk/wait_shape.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <tuple>
#include <vector>

#include "base/contract.hpp"
#include "base/exact_math.hpp"
#include "base/special_functions.hpp"

// Of <cmath> only std::sqrt and std::fabs are used: IEEE rounds them the same everywhere.
namespace cjm::simulate {
namespace {

constexpr double ln2 = 0x1.62e42fefa39efp-1;

/// What all shapes share, worked out once.
struct Nodes {
    HalfNodes probability{};
    HalfNodes log_probability{};
    HalfNodes normal{};             // standard normal quantile of the lower tail, negative
    HalfNodes exponential_lower{};  // -ln(1 - p)
    HalfNodes exponential_upper{};  // -ln p
    Nodes();
};

Nodes::Nodes() {
    constexpr auto bits = WaitTables::cells_per_octave_bits;
    for (std::uint32_t cell = 0; cell < WaitTables::cells_per_half; ++cell) {
        // the inverse of place_in_shape: words [first, first + 2^inside) make up the cell
        const std::uint32_t octave = cell >> bits, inside = octave > 0 ? octave - 1 : 0;
        const std::uint32_t first = (cell - (inside << bits)) << inside;
        const double width = static_cast<double>(1U << inside);
        const double gauss = 0.5 / std::sqrt(3.0);
        for (const std::size_t k : {0U, 1U}) {
            const std::size_t i = 2 * cell + k;
            const double p = (first + width * (k == 0 ? 0.5 - gauss : 0.5 + gauss)) * 0x1p-32;
            probability[i] = p;
            log_probability[i] = exact::log(p);
            normal[i] = exact::normal_quantile(p);
            exponential_lower[i] = -exact::log1p(-p);
            exponential_upper[i] = -log_probability[i];
        }
    }
}

const Nodes& nodes() {
    static const Nodes shared;
    return shared;
}

/// e^x for any x, without ever becoming infinite.
double bounded_exp(double x) {
    return exact::exp(std::min(x, 600.0));
}

ShapeQuantiles exponential() {
    return {nodes().exponential_lower, nodes().exponential_upper};
}

ShapeQuantiles uniform() {
    ShapeQuantiles result;
    result.lower = nodes().probability;
    std::transform(result.lower.begin(), result.lower.end(), result.upper.begin(),
                   [](double p) { return 1 - p; });
    return result;
}

ShapeQuantiles normal() {
    ShapeQuantiles result;
    result.lower = nodes().normal;
    std::transform(result.lower.begin(), result.lower.end(), result.upper.begin(), std::negate<>());
    return result;
}

ShapeQuantiles gumbel() {
    ShapeQuantiles result = exponential();
    for (HalfNodes* half : {&result.lower, &result.upper})
        std::transform(half->begin(), half->end(), half->begin(), exact::log);
    return result;
}

/// exp(s z - s^2 / 2) with s^2 = ln(1 + cv^2), of mean 1.
ShapeQuantiles lognormal(double cv) {
    const double variance = exact::log1p(cv * cv), s = std::sqrt(variance);
    ShapeQuantiles result = normal();
    for (HalfNodes* half : {&result.lower, &result.upper})
        for (double& x : *half) x = bounded_exp(s * x - variance / 2);
    return result;
}

/// (-ln(1 - u))^(1 / shape), of scale 1.
ShapeQuantiles weibull(double shape) {
    ShapeQuantiles result = gumbel();
    for (HalfNodes* half : {&result.lower, &result.upper})
        for (double& x : *half) x = bounded_exp(x / shape);
    return result;
}

/// ln of a tail probability at ln x, and its derivative.
struct LogTail {
    double value = 0, slope = 0;
};

/// Finds y with tail(y) = target by Newton's method. The log of a tail of a log-concave density is
/// concave, so from the side where the tail is smaller every step stays there and approaches.
template <class Tail>
std::pair<double, double> solve(const Tail& tail, double y, double target) {
    for (int step = 0; step < 200; ++step) {
        const LogTail at = tail(y);
        const double move = (target - at.value) / at.slope;
        y += move;
        // the next error is about move^2
        if (std::fabs(move) < 1e-7 * std::max(1.0, std::fabs(y))) return {y, 1 / at.slope};
    }
    return {y, 1 / tail(y).slope};
}

/// ln of the quantiles at the nodes of one half, from the median, near `start`, outward: solved
/// eight times an octave, cubic Hermite interpolation in ln p between (error about 4e-6).
template <class Tail>
std::pair<HalfNodes, double> log_quantiles(const Tail& tail, double start) {
    constexpr double step = ln2 / 8;
    struct Anchor {
        double y, slope;
    };
    std::vector<Anchor> anchors;
    double y = start, slope = 0;
    for (int i = 0; i < 8 * 35; ++i) {
        std::tie(y, slope) = solve(tail, y - step * slope, -ln2 - i * step);
        anchors.push_back({y, slope});
    }
    HalfNodes result{};
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double place = (-ln2 - nodes().log_probability[i]) / step;
        const auto index = static_cast<std::size_t>(place);
        const Anchor &a = anchors[index], &b = anchors[index + 1];
        const double f = place - static_cast<double>(index), r = 1 - f;
        result[i] = r * r * (1 + 2 * f) * a.y + f * f * (1 + 2 * r) * b.y +
                    f * r * step * (f * b.slope - r * a.slope);
    }
    return {result, anchors.front().y};
}

/// Of mean 1: shape k = 1 / cv^2, scale 1 / k.
ShapeQuantiles gamma(double cv) {
    const double k = 1 / (cv * cv), log_gamma = exact::log_gamma(k);
    const auto log_density = [&](double y) { return k * y - bounded_exp(y) - log_gamma; };
    const auto lower = [&](double y) {
        const double value = exact::log_gamma_lower(k, y);
        return LogTail{value, exact::exp(log_density(y) - value)};
    };
    const auto upper = [&](double y) {
        const double value = exact::log_gamma_upper(k, y);
        return LogTail{value, -exact::exp(log_density(y) - value)};
    };
    // P(k, x) < x^k / Gamma(k + 1), so this start lies below the median
    const auto [low, median] = log_quantiles(lower, (exact::log_gamma(k + 1) - ln2) / k);
    const auto [high, same] = log_quantiles(upper, median);
    ShapeQuantiles result;
    for (std::size_t i = 0; i < low.size(); ++i) {
        result.lower[i] = bounded_exp(low[i]) / k;
        result.upper[i] = bounded_exp(high[i]) / k;
    }
    return result;
}

/// The gamma distribution of mean 1 and small cv by the cube of a normal variable (Wilson and
/// Hilferty 1931); below cv = 0.01 it is off by less than 3e-6 of the mean.
ShapeQuantiles narrow_gamma(double cv) {
    const double ninth = cv * cv / 9, spread = cv / 3;
    const auto cube = [&](double z) {
        const double root = 1 - ninth + spread * z;
        return root * root * root;
    };
    ShapeQuantiles result;
    for (std::size_t i = 0; i < result.lower.size(); ++i) {
        result.lower[i] = cube(nodes().normal[i]);
        result.upper[i] = cube(-nodes().normal[i]);
    }
    return result;
}

/// ln of the lower quantiles of Beta(a, b), a, b >= 1.
HalfNodes log_beta_quantiles(double a, double b) {
    const double log_beta = exact::log_gamma(a) + exact::log_gamma(b) - exact::log_gamma(a + b);
    const auto tail = [&](double y) {
        const double value = exact::log_beta_lower(a, b, y);
        const double rest = -exact::expm1(y);
        return LogTail{value, exact::exp(a * y + (b - 1) * exact::log(rest) - log_beta - value)};
    };
    // I_x(a, b) < x^a / (a B(a, b)), so this start lies below the median
    return log_quantiles(tail, (exact::log(a) + log_beta - ln2) / a).first;
}

/// Beta(1 + 4 m, 5 - 4 m) on [0, 1].
ShapeQuantiles pert(double likely) {
    const double a = 1 + 4 * likely, b = 5 - 4 * likely;
    const HalfNodes low = log_beta_quantiles(a, b), high = log_beta_quantiles(b, a);
    ShapeQuantiles result;
    for (std::size_t i = 0; i < low.size(); ++i) {
        result.lower[i] = exact::exp(low[i]);
        result.upper[i] = -exact::expm1(high[i]);
    }
    return result;
}

}  // namespace

const HalfNodes& tail_probabilities() {
    return nodes().probability;
}

ShapeQuantiles quantiles_of(const WaitShape& shape) {
    switch (shape.curve) {
        case Curve::zero:
            return {};
        case Curve::exponential:
            return exponential();
        case Curve::uniform:
            return uniform();
        case Curve::normal:
            return normal();
        case Curve::gumbel:
            return gumbel();
        case Curve::lognormal:
            return lognormal(shape.parameter);
        case Curve::weibull:
            return weibull(shape.parameter);
        case Curve::gamma:
            return shape.parameter < 0.01 ? narrow_gamma(shape.parameter) : gamma(shape.parameter);
        case Curve::pert:
            return pert(shape.parameter);
    }
    CJM_ASSERT(false);
    return {};
}

}  // namespace cjm::simulate
