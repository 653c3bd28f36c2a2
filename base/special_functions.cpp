#include "base/special_functions.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "base/contract.hpp"
#include "base/exact_math.hpp"

// Of <cmath> only std::sqrt and std::fabs are used: IEEE rounds them the same everywhere.
namespace cjm::exact {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr int most_terms = 200'000;  // far beyond what any series here takes

template <std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x) {
    double sum = 0;
    for (std::size_t i = N; i-- > 0;) sum = sum * x + coefficients[i];
    return sum;
}

/// Quantile for |p - 1/2| <= 0.425.
double central_normal_quantile(double from_middle) {
    constexpr std::array<double, 8> above{3.3871328727963666080e0, 1.3314166789178437745e2,
                                          1.9715909503065514427e3, 1.3731693765509461125e4,
                                          4.5921953931549871457e4, 6.7265770927008700853e4,
                                          3.3430575583588128105e4, 2.5090809287301226727e3};
    constexpr std::array<double, 8> below{1.0,
                                          4.2313330701600911252e1,
                                          6.8718700749205790830e2,
                                          5.3941960214247511077e3,
                                          2.1213794301586595867e4,
                                          3.9307895800092710610e4,
                                          2.8729085735721942674e4,
                                          5.2264952788528545610e3};
    const double r = 0.180625 - from_middle * from_middle;
    return from_middle * polynomial(above, r) / polynomial(below, r);
}

/// -quantile from r = sqrt(-ln tail), 1.6 <= r <= 5.
double near_normal_quantile(double r) {
    constexpr std::array<double, 8> above{1.42343711074968357734e0,  4.63033784615654529590e0,
                                          5.76949722146069140550e0,  3.64784832476320460504e0,
                                          1.27045825245236838258e0,  2.41780725177450611770e-1,
                                          2.27238449892691845833e-2, 7.74545014278341407640e-4};
    constexpr std::array<double, 8> below{1.0,
                                          2.05319162663775882187e0,
                                          1.67638483018380384940e0,
                                          6.89767334985100004550e-1,
                                          1.48103976427480074590e-1,
                                          1.51986665636164571966e-2,
                                          5.47593808499534494600e-4,
                                          1.05075007164441684324e-9};
    return polynomial(above, r - 1.6) / polynomial(below, r - 1.6);
}

/// -quantile from r = sqrt(-ln tail) > 5.
double far_normal_quantile(double r) {
    constexpr std::array<double, 8> above{6.65790464350110377720e0,  5.46378491116411436990e0,
                                          1.78482653991729133580e0,  2.96560571828504891230e-1,
                                          2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                          2.71155556874348757815e-5, 2.01033439929228813265e-7};
    constexpr std::array<double, 8> below{1.0,
                                          5.99832206555887937690e-1,
                                          1.36929880922735805310e-1,
                                          1.48753612908506148525e-2,
                                          7.86869131145613259100e-4,
                                          1.84631831751005468180e-5,
                                          1.42151175831644588870e-7,
                                          2.04426310338993978564e-15};
    return polynomial(above, r - 5) / polynomial(below, r - 5);
}

/// ln of x^a e^-x / Gamma(a + 1).
double log_gamma_term(double a, double x, double log_x) {
    return a * log_x - x - log_gamma(a + 1);
}

/// P(a, x) over the term above: 1 + x/(a+1) + x^2/((a+1)(a+2)) + … (DLMF 8.11.4). For x < a + 1.
double gamma_series(double a, double x) {
    double sum = 1, term = 1;
    for (int n = 1; n < most_terms && term > epsilon * sum / 4; ++n) {
        term *= x / (a + n);
        sum += term;
    }
    return sum;
}

/// The value of a continued fraction b0 + a1/(b1 + a2/(b2 + …)) by the modified Lentz method;
/// `part(n)` gives {a_n, b_n} from n = 1 on.
template <class Part>
double continued_fraction(double b0, Part part) {
    constexpr double tiny = 1e-300;
    double value = b0 == 0 ? tiny : b0, c = value, d = 0;
    for (int n = 1; n < most_terms; ++n) {
        const auto [a, b] = part(n);
        d = b + a * d;
        if (d == 0) d = tiny;
        c = b + a / c;
        if (c == 0) c = tiny;
        d = 1 / d;
        const double factor = c * d;
        value *= factor;
        if (std::fabs(factor - 1) < epsilon) break;
    }
    return value;
}

struct Part {
    double a = 0, b = 0;
};

/// x^a e^-x / (Gamma(a) Q(a, x)) by its continued fraction (DLMF 8.9.2, contracted). For x >= a
/// + 1.
double gamma_fraction(double a, double x) {
    return continued_fraction(x + 1 - a, [=](int n) {
        return Part{-n * (n - a), x + 2 * n + 1 - a};
    });
}

/// I_x(a, b) a B(a, b) / (x^a (1-x)^b), inverted, by its continued fraction (DLMF 8.17.22).
double beta_fraction(double a, double b, double x) {
    return continued_fraction(1, [=](int n) {
        const int m = n / 2;
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        return Part{n % 2 == 0 ? even : odd, 1};
    });
}

/// ln(1 - e^log_p) for log_p <= 0.
double log_of_rest(double log_p) {
    return log_p < -0.7 ? log1p(-exp(log_p)) : log(-expm1(log_p));
}

}  // namespace

double normal_quantile(double probability) {
    if (!(probability > 0 && probability < 1)) {
        if (probability == 0) return -infinity;
        return probability == 1 ? infinity : std::numeric_limits<double>::quiet_NaN();
    }
    const double from_middle = probability - 0.5;
    if (std::fabs(from_middle) <= 0.425) return central_normal_quantile(from_middle);
    const double tail = from_middle < 0 ? probability : 1 - probability;
    const double r = std::sqrt(-log(tail));
    const double distance = r <= 5 ? near_normal_quantile(r) : far_normal_quantile(r);
    return from_middle < 0 ? -distance : distance;
}

double normal_probability(double z) {
    constexpr double far = 40;  // beyond lies less than any double
    if (z == 0) return 0.5;
    if (z < -far || z > far) return z < 0 ? 0 : 1;
    const double log_half_square = 2 * log(std::fabs(z)) - log(2.0);
    const double tail = exp(log_gamma_upper(0.5, log_half_square)) / 2;
    return z < 0 ? tail : 1 - tail;
}

double log_gamma(double x) {
    CJM_EXPECTS(x > 0);
    // Stirling's series from 10 on (DLMF 5.11.1), reached by Gamma(x) = Gamma(x + 1) / x
    double product = 1;
    for (; x < 10; x += 1) product *= x;
    constexpr std::array<double, 7> bernoulli{1.0 / 12,   -1.0 / 360,      1.0 / 1260, -1.0 / 1680,
                                              1.0 / 1188, -691.0 / 360360, 1.0 / 156};
    constexpr double half_log_two_pi = 0.91893853320467274178;
    const double series = polynomial(bernoulli, 1 / (x * x)) / x;
    return (x - 0.5) * log(x) - x + half_log_two_pi + series - log(product);
}

double log_gamma_lower(double a, double log_x) {
    CJM_EXPECTS(a > 0);
    const double x = exp(log_x);
    if (x >= a + 1) return log_of_rest(log_gamma_upper(a, log_x));
    return log_gamma_term(a, x, log_x) + log(gamma_series(a, x));
}

double log_gamma_upper(double a, double log_x) {
    CJM_EXPECTS(a > 0);
    const double x = exp(log_x);
    if (x < a + 1) return log_of_rest(log_gamma_lower(a, log_x));
    if (x == infinity) return -infinity;
    return log_gamma_term(a, x, log_x) + log(a) - log(gamma_fraction(a, x));
}

double log_beta_lower(double a, double b, double log_x) {
    CJM_EXPECTS(a > 0 && b > 0 && log_x <= 0);
    const double x = exp(log_x), rest = -expm1(log_x);
    if (rest == 0) return 0;
    if (x * (a + b + 2) > a + 1) return log_of_rest(log_beta_lower(b, a, log(rest)));
    const double log_beta = log_gamma(a) + log_gamma(b) - log_gamma(a + b);
    const double term = a * log_x + b * log(rest) - log_beta - log(a);
    return term - log(beta_fraction(a, b, x));
}

}  // namespace cjm::exact
