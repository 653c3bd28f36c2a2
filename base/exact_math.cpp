#include "base/exact_math.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <limits>

namespace cjm::exact {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// ln 2 in two parts; the first has 32 bits, so that its product with an exponent is exact.
constexpr double ln2_high = 0x1.62e42fee00000p-1;
constexpr double ln2_low = 0x1.a39ef35793c76p-33;
constexpr double per_ln2 = 0x1.71547652b82fep+0;

/// The unevaluated sum of two doubles, |low| <= ulp(high) / 2.
struct Pair {
    double high = 0, low = 0;
};

/// a + b exactly (Knuth 1969, two-sum).
Pair two_sum(double a, double b) {
    const double sum = a + b;
    const double of_b = sum - a;
    return {sum, (a - (sum - of_b)) + (b - of_b)};
}

/// a x b exactly (Veltkamp and Dekker 1971). Expects |a|, |b| < 2^996.
Pair two_product(double a, double b) {
    constexpr double splitter = 134217729.0;  // 2^27 + 1
    const double a_scaled = splitter * a, b_scaled = splitter * b;
    const double a_high = a_scaled - (a_scaled - a), b_high = b_scaled - (b_scaled - b);
    const double a_low = a - a_high, b_low = b - b_high;
    const double product = a * b;
    return {product,
            ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

Pair normalised(double high, double low) {
    const double sum = high + low;
    return {sum, low - (sum - high)};
}

Pair times(Pair a, Pair b) {
    const Pair product = two_product(a.high, b.high);
    return normalised(product.high, product.low + (a.high * b.low + a.low * b.high));
}

/// 2^k for k in [-1022, 1023].
double power_of_two(std::int64_t k) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52U);
}

/// x 2^k, rounding once more only where the result is subnormal.
double scaled(double x, std::int64_t k) {
    if (k > 1023) return x * power_of_two(1023) * power_of_two(k - 1023);
    if (k < -1022) return x * power_of_two(k + 1000) * power_of_two(-1000);
    return x * power_of_two(k);
}

/// x = k ln 2 + rest + error with |rest| <= ln 2 / 2.
struct Reduced {
    std::int64_t k = 0;
    double rest = 0, error = 0;
};

/// Expects |x| < 800.
Reduced reduce(double x) {
    // rounds to nearest without a library call: the sum has no room for fractions
    constexpr double shifter = 0x1.8p52;
    const double k = (x * per_ln2 + shifter) - shifter;
    const double high = x - k * ln2_high, low = k * ln2_low;
    const double rest = high - low;
    return {static_cast<std::int64_t>(k), rest, (high - rest) - low};
}

/// (e^r - 1 - r) / r^2 for |r| <= ln 2 / 2 by the Taylor series to r^13 (truncation 4e-18 relative
/// to e^r).
double exp_remainder(double r) {
    const double r2 = r * r, r4 = r2 * r2;
    const double a = 1.0 / 2 + r * (1.0 / 6) + r2 * (1.0 / 24 + r * (1.0 / 120));
    const double b = 1.0 / 720 + r * (1.0 / 5040) + r2 * (1.0 / 40320 + r * (1.0 / 362880));
    const double c =
        1.0 / 3628800 + r * (1.0 / 39916800) + r2 * (1.0 / 479001600 + r * (1.0 / 6227020800));
    return a + r4 * (b + r4 * c);
}

/// e^(x + tail) for a tail far smaller than x. Expects x not nan.
double exp_of_sum(double x, double tail) {
    if (x > 709.79) return infinity;
    if (x < -745.14) return 0;
    const Reduced reduced = reduce(x);
    const double r = reduced.rest, curve = r * r * exp_remainder(r);
    const double correction = (reduced.error + tail) * (1 + (r + curve));
    return scaled(1 + (r + (curve + correction)), reduced.k);
}

/// x = mantissa 2^k with the mantissa in [sqrt(1/2), sqrt(2)). Expects x positive and finite.
struct Split {
    double mantissa = 0;
    double k = 0;
};

Split split(double x) {
    std::int64_t k = 0;
    if (x < std::numeric_limits<double>::min()) {
        x *= 0x1p54;
        k = -54;
    }
    const auto bits = std::bit_cast<std::uint64_t>(x);
    // adding the distance from sqrt(1/2) to 1 carries into the exponent exactly for mantissas >=
    // sqrt(2)
    constexpr std::uint64_t one = 0x3ff0000000000000U, root_half = 0x3fe6a09e667f3bcdU;
    const std::uint64_t moved = bits + (one - root_half);
    k += static_cast<std::int64_t>(moved >> 52U) - 1023;
    const std::uint64_t mantissa = (moved & 0x000fffffffffffffU) + root_half;
    return {std::bit_cast<double>(mantissa), static_cast<double>(k)};
}

/// (m - 1) / (m + 1) as a pair; log(m) is twice its inverse hyperbolic tangent.
Pair half_turn(double m) {
    const double above = m - 1;  // exact: m is within a factor 2 of 1
    const Pair below = two_sum(m, 1);
    const double s = above / below.high;
    const Pair back = two_product(s, below.high);
    return {s, (((above - back.high) - back.low) - s * below.low) / below.high};
}

/// atanh(s) / s - 1 - s^2 / 3, over s^4, by its series; |s| <= 0.1716 (truncation 2e-18).
double atanh_remainder(double s2) {
    constexpr std::array<double, 10> coefficients{1.0 / 5,  1.0 / 7,  1.0 / 9,  1.0 / 11, 1.0 / 13,
                                                  1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21, 1.0 / 23};
    double sum = 0;
    for (std::size_t i = coefficients.size(); i-- > 0;) sum = coefficients[i] + s2 * sum;
    return sum;
}

/// log(x) to about 2^-64 relative. Expects x positive and finite.
Pair log_pair(double x) {
    constexpr Pair third{1.0 / 3, 0x1.5555555555555p-56};
    const auto [m, k] = split(x);
    const Pair s = half_turn(m);
    const Pair s2 = times(s, s);
    const Pair inner = normalised(third.high, third.low + s2.high * atanh_remainder(s2.high));
    const Pair series = times(s, times(s2, inner));  // atanh(s) - s
    const Pair tangent = two_sum(s.high, series.high);
    const Pair logarithm = normalised(2 * tangent.high, 2 * (tangent.low + (s.low + series.low)));
    const Pair sum = two_sum(k * ln2_high, logarithm.high);
    return normalised(sum.high, sum.low + (logarithm.low + k * ln2_low));
}

/// base^exponent where the base is 0, infinite or not a number, or the exponent infinite.
double pow_at_the_edges(double base, double exponent) {
    if (!(base >= 0) || exponent != exponent) return not_a_number;
    if (base == 1) return 1;
    const bool grows = (base > 1) == (exponent > 0);
    return grows ? infinity : 0;
}

}  // namespace

double exp(double x) {
    return x != x ? x : exp_of_sum(x, 0);
}

double expm1(double x) {
    if (x != x || x == 0) return x;
    if (x > 709.79) return infinity;
    if (x < -40) return -1;
    const Reduced reduced = reduce(x);
    const double r = reduced.rest;
    const double part = r + (r * r * exp_remainder(r) + reduced.error);
    if (reduced.k == 0) return part;
    if (reduced.k > 60) return scaled(1 + part, reduced.k);
    const double power = power_of_two(reduced.k);
    return power * part + (power - 1);
}

double log(double x) {
    if (!(x > 0)) return x == 0 ? -infinity : not_a_number;
    if (x == infinity) return x;
    const auto [m, k] = split(x);
    const Pair s = half_turn(m);
    const double s2 = s.high * s.high;
    const double series = s.high * s2 * (1.0 / 3 + s2 * atanh_remainder(s2));
    const Pair sum = two_sum(k * ln2_high, 2 * s.high);
    return sum.high + (sum.low + (2 * (s.low + series) + k * ln2_low));
}

double log1p(double x) {
    if (x == 0 || x == infinity) return x;
    const Pair sum = two_sum(1, x);
    const double logarithm = log(sum.high);
    return sum.high > 0 ? logarithm + sum.low / sum.high : logarithm;
}

double pow(double base, double exponent) {
    if (exponent == 0) return 1;
    const bool plain = base > 0 && base < infinity && exponent - exponent == 0;
    if (!plain) return pow_at_the_edges(base, exponent);
    const Pair logarithm = log_pair(base);
    const double rough = logarithm.high * exponent;
    if (rough > 800) return infinity;
    if (rough < -800) return 0;
    if (rough > -1e-300 && rough < 1e-300) return 1;  // and the exact product below could underflow
    if (exponent > 1e290 || exponent < -1e290) return exp(rough);  // base is 1 within an ulp
    const Pair product = two_product(logarithm.high, exponent);
    return exp_of_sum(product.high, product.low + logarithm.low * exponent);
}

}  // namespace cjm::exact
