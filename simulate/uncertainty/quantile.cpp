#include "simulate/uncertainty/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/contract.hpp"
#include "base/exact_math.hpp"
#include "base/special_functions.hpp"
#include "simulate/random/luck.hpp"
#include "simulate/random/words.hpp"

// Of <cmath> only std::sqrt and std::fabs are used: IEEE rounds them the same everywhere.
namespace cjm::simulate {
namespace {

constexpr int most_steps = 100;
constexpr double largest_shape = 1e6;  // of gamma laws that are solved for
constexpr double smallest_step = 1e-14;

/// Where `value` reaches `wanted`: Newton's method between bounds that close in. `value(y, slope)`
/// grows with y and sets its slope.
template <class Value>
double solve(double y, double wanted, Value value) {
    double below = -std::numeric_limits<double>::infinity();
    double above = std::numeric_limits<double>::infinity();
    for (int step = 0; step < most_steps; ++step) {
        double slope = 0;
        const double missing = wanted - value(y, slope);
        (missing > 0 ? below : above) = y;
        double next = y + missing / slope;
        if (!(next > below && next < above)) {
            // only where rounding or a far start misleads Newton
            if (below + 1 < above) {
                next = missing > 0 ? y + 1 : y - 1;
                if (!(next > below && next < above)) next = (below + above) / 2;
            } else {
                next = (below + above) / 2;
            }
        }
        const double moved = std::fabs(next - y);
        y = next;
        if (!(moved > smallest_step * std::max(1.0, std::fabs(y)))) break;
    }
    return y;
}

/// ln x of the quantile for a probability of at most 1/2.
double log_lower_beta_quantile(double a, double b, double probability) {
    const double log_beta = exact::log_gamma(a) + exact::log_gamma(b) - exact::log_gamma(a + b);
    const double wanted = exact::log(probability);
    // I <= x^a / (a B) for b >= 1, so that this start lies below
    const double start = std::min((wanted + exact::log(a) + log_beta) / a, -1e-16);
    return solve(start, wanted, [&](double y, double& slope) {
        const double log_x = std::min(y, -1e-16);
        const double value = exact::log_beta_lower(a, b, log_x);
        const double log_rest = exact::log(-exact::expm1(log_x));
        slope = exact::exp(a * log_x + (b - 1) * log_rest - log_beta - value);
        return value;
    });
}

/// Wilson and Hilferty's cube root of x / shape.
double cube_root(double shape, double probability) {
    const double spread = 1 / (9 * shape);
    return 1 - spread + exact::normal_quantile(probability) * std::sqrt(spread);
}

}  // namespace

double parameter_luck(std::uint64_t seed, std::uint64_t draw, std::string_view path) {
    const WordBlock words = ThreefryWords(seed)(luck_of(path), draw, 0, 0);
    const std::uint64_t high = words[static_cast<std::size_t>(ParameterPurpose::high_word)];
    const std::uint64_t low = words[static_cast<std::size_t>(ParameterPurpose::low_word)];
    const std::uint64_t bits = (high << 20U) | (low >> 12U);  // 52 of them
    constexpr double unit = 0x1p-52;
    return (static_cast<double>(bits) + 0.5) * unit;
}

double beta_quantile(double a, double b, double probability) {
    CJM_EXPECTS(a >= 1 && b >= 1 && probability > 0 && probability < 1);
    if (probability <= 0.5) return exact::exp(log_lower_beta_quantile(a, b, probability));
    return -exact::expm1(log_lower_beta_quantile(b, a, 1 - probability));
}

double log_gamma_quantile(double shape, double probability) {
    CJM_EXPECTS(shape > 0 && probability > 0 && probability < 1);
    constexpr double usable = 0.1;
    const double root = cube_root(shape, probability);
    const double by_root = root > usable ? exact::log(shape) + 3 * exact::log(root) : 0;
    if (shape > largest_shape) return by_root;
    const double log_gamma = exact::log_gamma(shape);
    const bool lower = probability <= 0.5;
    const double wanted = exact::log(lower ? probability : 1 - probability);
    const double start =
        root > usable ? by_root : (exact::log(probability) + exact::log_gamma(shape + 1)) / shape;
    return solve(start, lower ? wanted : -wanted, [&](double y, double& slope) {
        const double value =
            lower ? exact::log_gamma_lower(shape, y) : exact::log_gamma_upper(shape, y);
        slope = exact::exp(shape * y - exact::exp(y) - log_gamma - value);
        return lower ? value : -value;
    });
}

}  // namespace cjm::simulate
