#include "base/exact_math.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include <catch2/catch.hpp>

namespace {

using namespace cjm;

/// Distance in units in the last place of the double nearest to the truth.
double error_in_ulps(double value, long double truth) {
    const double nearest = std::fabs(static_cast<double>(truth));
    const double ulp = std::nextafter(nearest, HUGE_VAL) - nearest;
    return static_cast<double>(std::fabs((static_cast<long double>(value) - truth) / ulp));
}

/// Largest error over a fixed sequence of arguments spread over [low, high].
template <class Ours, class Truth>
double worst_error(Ours ours, Truth truth, double low, double high) {
    double worst = 0, turn = 0;
    for (int i = 0; i < 40'000; ++i) {
        turn +=
            0.6180339887498949;  // fractional parts of multiples of the golden ratio fill evenly
        turn -= std::floor(turn);
        const double x = low + (high - low) * turn;
        worst = std::max(worst, error_in_ulps(ours(x), truth(static_cast<long double>(x))));
    }
    return worst;
}

const double infinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("exact math: exp is within an ulp", "[base][exact]") {
    const auto truth = [](long double x) { return std::exp(x); };
    CHECK(worst_error(exact::exp, truth, -708, 709.7) < 1.0);
    CHECK(worst_error(exact::exp, truth, -1, 1) < 1.0);
    CHECK(worst_error(exact::exp, truth, -744, -708) < 2.0);
}

TEST_CASE("exact math: exp at its ends", "[base][exact]") {
    CHECK(exact::exp(0) == 1);
    CHECK(exact::exp(-0.0) == 1);
    CHECK(exact::exp(709.8) == infinity);
    CHECK(exact::exp(709.78) < infinity);
    CHECK(exact::exp(infinity) == infinity);
    CHECK(exact::exp(-infinity) == 0);
    CHECK(exact::exp(-745.2) == 0);
    CHECK(exact::exp(-745) == std::numeric_limits<double>::denorm_min());
    CHECK(std::isnan(exact::exp(std::nan(""))));
}

TEST_CASE("exact math: expm1 keeps small arguments", "[base][exact]") {
    const auto truth = [](long double x) { return std::expm1(x); };
    CHECK(worst_error(exact::expm1, truth, -2, 2) < 2.0);
    CHECK(worst_error(exact::expm1, truth, -1e-9, 1e-9) < 1.0);
    CHECK(worst_error(exact::expm1, truth, -60, 700) < 2.0);
    CHECK(exact::expm1(0) == 0);
    CHECK(exact::expm1(1e-300) == 1e-300);
    CHECK(exact::expm1(-infinity) == -1);
    CHECK(exact::expm1(infinity) == infinity);
}

TEST_CASE("exact math: log is within an ulp", "[base][exact]") {
    const auto truth = [](long double x) { return std::log(x); };
    CHECK(worst_error(exact::log, truth, 0.5, 2) < 0.6);
    CHECK(worst_error(exact::log, truth, 0.9999, 1.0001) < 0.6);
    CHECK(worst_error(exact::log, truth, 0, 1e308) < 0.6);
    const auto of_power = [](double x) { return exact::log(std::exp2(x)); };
    const auto truth_of_power = [](long double x) {
        return std::log(static_cast<long double>(std::exp2(static_cast<double>(x))));
    };
    CHECK(worst_error(of_power, truth_of_power, -1074, 1023) < 0.6);
}

TEST_CASE("exact math: log at its ends", "[base][exact]") {
    CHECK(exact::log(1) == 0);
    CHECK(exact::log(0) == -infinity);
    CHECK(exact::log(infinity) == infinity);
    CHECK(std::isnan(exact::log(-1)));
    CHECK(std::isnan(exact::log(std::nan(""))));
    CHECK(exact::log1p(0) == 0);
    CHECK(exact::log1p(1e-300) == 1e-300);
    CHECK(exact::log1p(-1) == -infinity);
    CHECK(exact::log1p(infinity) == infinity);
    CHECK(std::isnan(exact::log1p(-1.5)));
}

TEST_CASE("exact math: log1p keeps small arguments", "[base][exact]") {
    const auto truth = [](long double x) { return std::log1p(x); };
    CHECK(worst_error(exact::log1p, truth, -0.999, 3) < 2.0);
    CHECK(worst_error(exact::log1p, truth, -1e-9, 1e-9) < 2.0);
}

TEST_CASE("exact math: pow is within two ulps where exp of y log x would lose bits",
          "[base][exact]") {
    for (const double exponent : {0.5, -7.0 / 12, 12.0, 100.0, -300.0, 1e-3}) {
        CAPTURE(exponent);
        const auto ours = [&](double x) { return exact::pow(x, exponent); };
        const auto truth = [&](long double x) {
            return std::pow(x, static_cast<long double>(exponent));
        };
        CHECK(worst_error(ours, truth, 0.125, 8) < 1.0);
    }
}

TEST_CASE("exact math: pow at its ends", "[base][exact]") {
    CHECK(exact::pow(2, 10) == 1024);
    CHECK(exact::pow(2, -5) == 0.03125);
    CHECK(exact::pow(0, 0) == 1);
    CHECK(exact::pow(0, 2) == 0);
    CHECK(exact::pow(0, -2) == infinity);
    CHECK(exact::pow(infinity, -1) == 0);
    CHECK(exact::pow(1, infinity) == 1);
    CHECK(exact::pow(0.5, infinity) == 0);
    CHECK(exact::pow(2, 1e308) == infinity);
    CHECK(exact::pow(2, -1e308) == 0);
    CHECK(exact::pow(1, 1e308) == 1);
    CHECK(exact::pow(1e300, 83) == infinity);
    CHECK(std::isnan(exact::pow(-2, 2)));
}

TEST_CASE("exact math: the bits are the same everywhere", "[base][exact]") {
    // The digest was computed once; another machine, compiler or instruction set must find it
    // again.
    std::uint64_t digest = 1469598103934665603U;
    const auto add = [&](double value) {
        digest = (digest ^ std::bit_cast<std::uint64_t>(value)) * 1099511628211U;
    };
    for (int i = 1; i < 5'000; ++i) {
        const double x = i * 0.00731;
        add(exact::exp(x - 20));
        add(exact::expm1(0.1 * x - 2));
        add(exact::log(x));
        add(exact::log1p(x - 0.007));
        add(exact::pow(x, 1.7 - 0.1 * x));
    }
    CHECK(digest == 0x4bf6cdfe3278137bU);
}
