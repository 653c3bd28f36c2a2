#include "simulate/compare/probability_best.hpp"

#include <cmath>
#include <optional>
#include <vector>

#include <catch2/catch.hpp>

using namespace cjm::simulate;

namespace {

constexpr double accuracy = 0.002;  // what the header promises

}  // namespace

TEST_CASE("normal probability: known values", "[simulate][compare]") {
    CHECK(normal_probability(0) == 0.5);
    CHECK(normal_probability(1.959963984540054) == Approx(0.975).epsilon(1e-12));
    CHECK(normal_probability(-1.959963984540054) == Approx(0.025).epsilon(1e-12));
    CHECK(normal_probability(-10) == Approx(7.619853024160527e-24).epsilon(1e-9));
}

TEST_CASE("probability largest: of two in closed form", "[simulate][compare]") {
    // difference 1 with variance 4: P(Z < 1/2)
    const auto p = probability_largest(std::vector{0.0, 1.0}, std::vector{0.0, 0.0, 0.0, 4.0});
    CHECK(p[1] == Approx(0.6914624612740131).epsilon(1e-12));
    CHECK(p[0] + p[1] == Approx(1));
    // correlated candidates: only the variance of the difference counts
    const auto q = probability_largest(std::vector{0.0, 1.0}, std::vector{3.0, 1.5, 1.5, 4.0});
    CHECK(q[1] == Approx(p[1]).epsilon(1e-12));
}

TEST_CASE("probability largest: exchangeable candidates share evenly", "[simulate][compare]") {
    for (const double correlation : {0.0, 0.5, 0.95}) {
        constexpr std::size_t size = 4;
        std::vector<double> covariance(size * size, correlation);
        for (std::size_t i = 0; i < size; ++i) covariance[i * size + i] = 1;
        for (const double p : probability_largest(std::vector<double>(size), covariance))
            CHECK(p == Approx(0.25).margin(accuracy));
    }
}

TEST_CASE("probability largest: three independent candidates against quadrature",
          "[simulate][compare]") {
    // P(i largest) = integral of its density times the others' distribution functions
    const std::vector<double> means{0, 0.5, 1}, sd{1, 0.5, 2};
    const auto p = probability_largest(means, std::vector<double>{1, 0, 0, 0, 0.25, 0, 0, 0, 4});
    for (std::size_t i = 0; i < 3; ++i) {
        double sum = 0;
        constexpr double step = 0.001;
        for (double z = -8; z < 8; z += step) {
            const double x = means[i] + sd[i] * z;
            double product = std::exp(-z * z / 2) / std::sqrt(2 * 3.14159265358979) * step;
            for (std::size_t j = 0; j < 3; ++j)
                if (j != i) product *= normal_probability((x - means[j]) / sd[j]);
            sum += product;
        }
        CHECK(p[i] == Approx(sum).margin(accuracy));
    }
}

TEST_CASE("probability largest: equal candidates split what one would have",
          "[simulate][compare]") {
    // as it is, and one scenario twice: its variance is shared in full
    const auto p = probability_largest(std::vector{0.0, 0.3, 0.3},
                                       std::vector<double>{0, 0, 0, 0, 1, 1, 0, 1, 1});
    CHECK(p[1] == p[2]);
    CHECK(p[0] == Approx(normal_probability(-0.3)).margin(accuracy));
    // nothing varies: exact values
    const auto q = probability_largest(std::vector{0.0, 0.2, 0.2, -1.0}, std::vector<double>(16));
    CHECK(q == std::vector<double>{0, 0.5, 0.5, 0});
    CHECK(probability_largest(std::vector{0.0, 0.0}, std::vector<double>(4)) ==
          std::vector<double>{0.5, 0.5});
}

TEST_CASE("share largest: of draws, ties split, missing values lose", "[simulate][compare]") {
    using Draw = std::vector<std::optional<double>>;
    const std::vector<Draw> draws{
        {1, 2, 3}, {1, 1, 0}, {std::nullopt, 0, -1}, {std::nullopt, std::nullopt, std::nullopt}};
    const auto shares = share_largest(draws, 3);
    CHECK(shares[0] == Approx(0.5 / 3));
    CHECK(shares[1] == Approx(1.5 / 3));
    CHECK(shares[2] == Approx(1.0 / 3));
}
