#include "base/special_functions.hpp"

#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include "base/contract.hpp"
#include "base/exact_math.hpp"

namespace {

using namespace cjm;

/// Expected values were computed with 40 digits by mpmath 1.3.
void check_near(double value, double expected, double relative = 4e-15) {
    CAPTURE(value, expected);
    CHECK(std::fabs(value - expected) <= relative * std::fabs(expected));
}

}  // namespace

TEST_CASE("special functions: normal quantile in the middle and far out", "[base][exact]") {
    CHECK(exact::normal_quantile(0.5) == 0);
    check_near(exact::normal_quantile(0.975), 1.9599639845400545);
    check_near(exact::normal_quantile(0.3), -0.52440051270804089);
    check_near(exact::normal_quantile(0.0749), -1.4402382675279637);
    check_near(exact::normal_quantile(1e-5), -4.2648907939228256);
    check_near(exact::normal_quantile(1e-12), -7.0344838253011313);
    check_near(exact::normal_quantile(1e-300), -37.047096299361199);
    CHECK(exact::normal_quantile(0.25) == -exact::normal_quantile(0.75));
}

TEST_CASE("special functions: normal quantile at and beyond its ends", "[base][exact]") {
    CHECK(exact::normal_quantile(0) == -std::numeric_limits<double>::infinity());
    CHECK(exact::normal_quantile(1) == std::numeric_limits<double>::infinity());
    CHECK(std::isnan(exact::normal_quantile(-0.1)));
    CHECK(std::isnan(exact::normal_quantile(1.1)));
    CHECK(std::isnan(exact::normal_quantile(std::nan(""))));
}

TEST_CASE("special functions: normal probability", "[base][exact]") {
    CHECK(exact::normal_probability(0) == 0.5);
    check_near(exact::normal_probability(1), 0.84134474606854295);
    check_near(exact::normal_probability(-1), 0.15865525393145705);
    check_near(exact::normal_probability(-10), 7.6198530241605261e-24, 1e-13);
    CHECK(exact::normal_probability(-std::numeric_limits<double>::infinity()) == 0);
    CHECK(exact::normal_probability(1e200) == 1);
    check_near(exact::normal_quantile(exact::normal_probability(-2.5)), -2.5, 1e-13);
}

TEST_CASE("special functions: log gamma", "[base][exact]") {
    CHECK(std::fabs(exact::log_gamma(1)) < 4e-15);
    CHECK(std::fabs(exact::log_gamma(2)) < 4e-15);
    check_near(exact::log_gamma(0.5), 0.57236494292470009);
    check_near(exact::log_gamma(1e-5), 11.512919692895825);
    check_near(exact::log_gamma(6), 4.7874917427820460);
    check_near(exact::log_gamma(9.99), 12.779315214350193);
    check_near(exact::log_gamma(1e6), 12815504.569147611);
    CHECK_THROWS_AS(exact::log_gamma(0), ContractViolation);
}

TEST_CASE("special functions: both tails of the incomplete gamma function", "[base][exact]") {
    const auto lower = [](double a, double x) {
        return exact::exp(exact::log_gamma_lower(a, exact::log(x)));
    };
    const auto upper = [](double a, double x) {
        return exact::exp(exact::log_gamma_upper(a, exact::log(x)));
    };
    check_near(lower(1, 2), 1 - std::exp(-2.0));
    check_near(upper(1, 50), std::exp(-50.0), 1e-13);
    check_near(lower(0.5, 0.5), std::erf(std::sqrt(0.5)));
    check_near(upper(0.5, 8), std::erfc(std::sqrt(8.0)), 1e-14);
    check_near(upper(3, 0.2), std::exp(-0.2) * (1 + 0.2 + 0.02));
    check_near(lower(300, 250), 0.00116239363105461829, 1e-12);
    CHECK(exact::log_gamma_upper(2, 800) == -std::numeric_limits<double>::infinity());
    CHECK(exact::log_gamma_lower(2, 800) == 0);
    // x itself underflows
    check_near(exact::log_gamma_lower(1e-3, -5000), -5.0 - exact::log_gamma(1.001));
}

TEST_CASE("special functions: the incomplete beta function", "[base][exact]") {
    const auto beta = [](double a, double b, double x) {
        return exact::exp(exact::log_beta_lower(a, b, exact::log(x)));
    };
    check_near(beta(1, 1, 0.3), 0.3);
    check_near(beta(5, 1, 0.7), std::pow(0.7, 5));
    check_near(beta(1, 5, 0.7), 1 - std::pow(0.3, 5));
    check_near(beta(3, 3, 0.5), 0.5);
    check_near(beta(3, 3, 0.9), 0.99144, 1e-14);  // 10 x^3 - 15 x^4 + 6 x^5
    check_near(beta(5, 1, 1e-9), 1e-45, 1e-13);
    CHECK(exact::log_beta_lower(2, 3, 0) == 0);
}
