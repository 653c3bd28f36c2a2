#include "simulate/sensitivity/rank_correlation.hpp"

#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

using namespace cjm;
using cjm::simulate::rank_correlation;

namespace {

const Confidence confidence(0.95);

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
    return rank_correlation(x, y, confidence).value().estimate;
}

}  // namespace

TEST_CASE("rank_correlation: without ties it is 1 - 6 sum d^2 / (n^3 - n)",
          "[simulate][sensitivity]") {
    CHECK(correlation({1, 2, 3, 4, 5}, {20, 10, 40, 30, 50}) == Approx(0.8).epsilon(1e-14));
    CHECK(correlation({1, 2, 3, 4}, {1, 8, 27, 64}) == 1);
    CHECK(correlation({1, 2, 3, 4}, {0, -1, -2, -30}) == -1);
}

TEST_CASE("rank_correlation: equal values share their mean rank", "[simulate][sensitivity]") {
    // ranks of x 1.5, 1.5, 3, 4 and of y 1, 2, 3, 4: 4.5 / sqrt(4.5 x 5)
    CHECK(correlation({7, 7, 8, 9}, {1, 2, 3, 4}) == Approx(4.5 / std::sqrt(22.5)).epsilon(1e-14));
}

TEST_CASE("rank_correlation: the interval of Bonett and Wright", "[simulate][sensitivity]") {
    std::vector<double> x, y;
    for (int i = 0; i < 100; ++i) {
        x.push_back(i);
        y.push_back(i * 37 % 100 + i / 2);  // some order in it
    }
    const auto found = rank_correlation(x, y, confidence).value();
    const double r = found.estimate, error = std::sqrt((1 + r * r / 2) / 97);
    CHECK(r > 0.1);
    CHECK(found.low == Approx(std::tanh(std::atanh(r) - confidence.z * error)).epsilon(1e-12));
    CHECK(found.high == Approx(std::tanh(std::atanh(r) + confidence.z * error)).epsilon(1e-12));
    CHECK(found.standard_error == Approx((1 - r * r) * error).epsilon(1e-12));
}

TEST_CASE("rank_correlation: none of what does not vary, and of fewer than four pairs",
          "[simulate][sensitivity]") {
    CHECK_FALSE(rank_correlation(std::vector{1.0, 1.0, 1.0, 1.0}, std::vector{1.0, 2.0, 3.0, 4.0},
                                 confidence));
    CHECK_FALSE(
        rank_correlation(std::vector{1.0, 2.0, 3.0}, std::vector{1.0, 2.0, 3.0}, confidence));
}
