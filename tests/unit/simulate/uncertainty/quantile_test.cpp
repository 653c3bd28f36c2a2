// Quantiles of beta and gamma laws, and the luck of parameters.
#include "simulate/uncertainty/quantile.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "base/exact_math.hpp"
#include "base/special_functions.hpp"

using namespace cjm;
using namespace cjm::simulate;

TEST_CASE("beta_quantile: the PERT law of 1, 3, 11", "[simulate][uncertainty]") {
    const auto pert = [](double p) { return 1 + 10 * beta_quantile(1.8, 4.2, p); };
    CHECK(pert(0.1) == Approx(1.899021305).epsilon(1e-9));
    CHECK(pert(0.9) == Approx(6.453340504).epsilon(1e-9));
    // moments by the midpoint rule, whose error falls with the square of the number of points
    constexpr int points = 4000;
    double mean = 0, square = 0;
    for (int i = 0; i < points; ++i) {
        const double x = pert((i + 0.5) / points);
        mean += x / points;
        square += x * x / points;
    }
    CHECK(mean == Approx(4).epsilon(1e-4));
    CHECK(square - mean * mean == Approx(3).epsilon(1e-3));
}

TEST_CASE("beta_quantile: undoes the distribution function", "[simulate][uncertainty]") {
    const double a = GENERATE(1.0, 1.8, 3.0, 5.0);
    const double p = GENERATE(0x1p-53, 1e-9, 0.01, 0.5, 0.500001, 0.9, 1 - 1e-9, 1 - 0x1p-53);
    const double x = beta_quantile(a, 6 - a, p);
    REQUIRE(x >= 0);
    REQUIRE(x <= 1);
    const double lower = exact::exp(exact::log_beta_lower(a, 6 - a, exact::log(x)));
    // near 1 the x of the quantile itself has too few digits to tell more
    CHECK(std::fabs(lower - p) < 1e-13 * std::max(p, 1e-3));
}

TEST_CASE("log_gamma_quantile: closed forms", "[simulate][uncertainty]") {
    const double p = GENERATE(1e-12, 0.001, 0.3, 0.5, 0.7, 0.999, 1 - 1e-12);
    const double exponential = -exact::log1p(-p);
    CHECK(exact::exp(log_gamma_quantile(1, p)) == Approx(exponential).epsilon(1e-12));
    if (p < 0.001) return;  // (1 - p) / 2 has too few digits
    // half a chi-square with one degree of freedom
    const double z = -exact::normal_quantile((1 - p) / 2);
    CHECK(exact::exp(log_gamma_quantile(0.5, p)) == Approx(z * z / 2).epsilon(2e-12));
}

TEST_CASE("log_gamma_quantile: undoes the distribution function", "[simulate][uncertainty]") {
    const double shape = GENERATE(0.5, 1.5, 8.5, 100.5, 12345.5, 1e6);
    const double p = GENERATE(0x1p-53, 1e-6, 0.2, 0.5, 0.8, 1 - 1e-6, 1 - 0x1p-53);
    const double y = log_gamma_quantile(shape, p);
    const double lower = exact::log_gamma_lower(shape, y), upper = exact::log_gamma_upper(shape, y);
    const double tolerance = 3e-12 * std::max(1.0, shape);
    if (p <= 0.5)
        CHECK(std::fabs(exact::exp(lower) / p - 1) < tolerance);
    else
        CHECK(std::fabs(exact::exp(upper) / (1 - p) - 1) < tolerance);
}

TEST_CASE("log_gamma_quantile: large shapes go on where small ones end",
          "[simulate][uncertainty]") {
    const double p = GENERATE(0.001, 0.5, 0.999);
    const double below = exact::exp(log_gamma_quantile(1e6, p)) / 1e6;
    const double above = exact::exp(log_gamma_quantile(1e6 + 1e-6, p)) / 1e6;
    CHECK(std::fabs(below - above) < 2e-8);
}

TEST_CASE("parameter_luck: hangs on seed, draw and path alone, and is uniform",
          "[simulate][uncertainty]") {
    CHECK(parameter_luck(1, 0, "touchpoint.a.cost") == parameter_luck(1, 0, "touchpoint.a.cost"));
    CHECK(parameter_luck(1, 0, "touchpoint.a.cost") != parameter_luck(2, 0, "touchpoint.a.cost"));
    CHECK(parameter_luck(1, 0, "touchpoint.a.cost") != parameter_luck(1, 1, "touchpoint.a.cost"));
    CHECK(parameter_luck(1, 0, "touchpoint.a.cost") != parameter_luck(1, 0, "touchpoint.b.cost"));
    // N = 40,000, tolerance 5.5 standard errors: mean 1/2, variance 1/12, no product with the next
    constexpr int draws = 40'000;
    double sum = 0, square = 0, product = 0, before = 0.5;
    for (int k = 0; k < draws; ++k) {
        const double u = parameter_luck(7, static_cast<std::uint64_t>(k), "x.y");
        REQUIRE(u > 0);
        REQUIRE(u < 1);
        sum += u - 0.5;
        square += (u - 0.5) * (u - 0.5) - 1.0 / 12;
        product += (u - 0.5) * (before - 0.5);
        before = u;
    }
    const double root = std::sqrt(static_cast<double>(draws));
    CHECK(std::fabs(sum / root) < 5.5 * std::sqrt(1.0 / 12));
    CHECK(std::fabs(square / root) < 5.5 * std::sqrt(1.0 / 180));
    CHECK(std::fabs(product / root) < 5.5 / 12);
}
