#include "simulate/walk/wait_shape.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <catch2/catch.hpp>

using namespace cjm::simulate;

namespace {

/// Compares both halves with a distribution's quantiles, at every 31st node.
template <class Distribution>
void check_quantiles(const WaitShape& shape, const Distribution& truth, double relative) {
    const ShapeQuantiles quantiles = quantiles_of(shape);
    const HalfNodes& tail = tail_probabilities();
    for (std::size_t i = 0; i < tail.size(); i += 31) {
        CAPTURE(tail[i], shape.parameter);
        const double low = quantile(truth, tail[i]);
        const double high = quantile(complement(truth, tail[i]));
        CHECK(std::fabs(quantiles.lower[i] - low) <= relative * std::fabs(low));
        CHECK(std::fabs(quantiles.upper[i] - high) <= relative * std::fabs(high));
    }
}

}  // namespace

TEST_CASE("wait shape: the nodes rise from one word's breadth to the middle", "[simulate][wait]") {
    const HalfNodes& tail = tail_probabilities();
    CHECK(std::is_sorted(tail.begin(), tail.end()));
    CHECK(tail.front() * 0x1p32 == Approx(0.5 - std::sqrt(1.0 / 12)));
    CHECK(tail.back() < 0.5);
    CHECK(tail.back() > 0.49);
}

TEST_CASE("wait shape: curves without parameters", "[simulate][wait]") {
    check_quantiles({Curve::normal, 0}, boost::math::normal(), 1e-13);
    check_quantiles({Curve::exponential, 0}, boost::math::weibull(1), 1e-13);
    const ShapeQuantiles exponential = quantiles_of({Curve::exponential, 0});
    const ShapeQuantiles gumbel = quantiles_of({Curve::gumbel, 0});
    const ShapeQuantiles uniform = quantiles_of({Curve::uniform, 0});
    for (std::size_t i = 0; i < gumbel.lower.size(); i += 31) {
        CHECK(gumbel.lower[i] == Approx(std::log(exponential.lower[i])).epsilon(1e-13));
        CHECK(gumbel.upper[i] == Approx(std::log(exponential.upper[i])).epsilon(1e-13));
        CHECK(uniform.lower[i] == tail_probabilities()[i]);
        CHECK(uniform.upper[i] == 1 - tail_probabilities()[i]);
    }
}

TEST_CASE("wait shape: narrow lognormal and Weibull curves", "[simulate][wait]") {
    const double variance = std::log1p(1e-4);
    check_quantiles({Curve::lognormal, 0.01},
                    boost::math::lognormal(-variance / 2, std::sqrt(variance)), 1e-13);
    check_quantiles({Curve::weibull, 80}, boost::math::weibull(80), 1e-13);
}

TEST_CASE("wait shape: gamma curves, from needle to heavy tail", "[simulate][wait]") {
    for (const double cv : {0.0105, 0.1, 0.5, 1.0, 1.5, 3.0})
        check_quantiles({Curve::gamma, cv},
                        boost::math::gamma_distribution<>(1 / (cv * cv), cv * cv), 1e-5);
    // the cube of a normal variable, off by less than 3e-6 of the mean
    check_quantiles({Curve::gamma, 0.0099},
                    boost::math::gamma_distribution<>(1 / (0.0099 * 0.0099), 0.0099 * 0.0099),
                    3e-6);
}

TEST_CASE("wait shape: pert curves", "[simulate][wait]") {
    for (const double likely : {0.0, 0.2, 0.5, 1.0})
        check_quantiles({Curve::pert, likely},
                        boost::math::beta_distribution<>(1 + 4 * likely, 5 - 4 * likely), 1e-5);
}
