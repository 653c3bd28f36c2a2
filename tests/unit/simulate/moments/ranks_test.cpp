#include "simulate/moments/ranks.hpp"

#include <catch2/catch.hpp>

using namespace cjm;
using namespace cjm::simulate;

namespace {

MomentResult moment(double low, double high) {
    MomentResult result;
    const double middle = (low + high) / 2;
    result.impact = Estimate{middle, 0, low, high, {}, {}};
    result.simultaneous_low = low;
    result.simultaneous_high = high;
    return result;
}

MomentsResult ranked(std::vector<MomentResult> touchpoints, double minimum_effect = 0.01) {
    MomentsResult result;
    result.minimum_effect = minimum_effect;
    result.touchpoints = std::move(touchpoints);
    set_ranks(result);
    return result;
}

}  // namespace

TEST_CASE("ranks: places that overlapping intervals leave open", "[simulate][moments]") {
    const auto result =
        ranked({moment(0.1, 0.2), moment(0.15, 0.3), moment(0.4, 0.5), moment(0, 0.05)});
    const auto places = [&](std::size_t i) {
        return std::pair(*result.touchpoints[i].rank_low, *result.touchpoints[i].rank_high);
    };
    CHECK(places(0) == std::pair<std::size_t, std::size_t>(2, 3));
    CHECK(places(1) == std::pair<std::size_t, std::size_t>(2, 3));
    CHECK(places(2) == std::pair<std::size_t, std::size_t>(1, 1));
    CHECK(places(3) == std::pair<std::size_t, std::size_t>(4, 4));
}

TEST_CASE("ranks: exact impacts that differ by rounding alone share their places",
          "[simulate][moments]") {
    const double nearly = 0.1 + 1e-14;
    const auto result = ranked({moment(0.1, 0.1), moment(nearly, nearly), moment(0.2, 0.2)});
    for (const std::size_t i : {0U, 1U}) {
        CHECK(*result.touchpoints[i].rank_low == 2);
        CHECK(*result.touchpoints[i].rank_high == 3);
    }
    CHECK(*result.touchpoints[2].rank_high == 1);
}

TEST_CASE("ranks: only those with an interval are ranked and counted", "[simulate][moments]") {
    MomentResult unreached;
    unreached.impact = Estimate{0, 0, 0, 0, {}, {}};
    const auto result = ranked({unreached, moment(0.1, 0.2)});
    CHECK_FALSE(result.touchpoints[0].rank_low);
    CHECK_FALSE(result.touchpoints[0].moment_of_truth);
    CHECK(*result.touchpoints[1].rank_high == 1);
    CHECK(by_impact(result) == std::vector<std::size_t>{1, 0});
}

TEST_CASE("ranks: a moment of truth has its whole interval above the minimum effect",
          "[simulate][moments]") {
    const auto result = ranked({moment(0.02, 0.3), moment(0.020001, 0.3), moment(-0.3, 0.3)}, 0.02);
    CHECK_FALSE(result.touchpoints[0].moment_of_truth);
    CHECK(result.touchpoints[1].moment_of_truth);
    CHECK_FALSE(result.touchpoints[2].moment_of_truth);
}

TEST_CASE("ranks: equal impacts share the better place", "[simulate][moments]") {
    CHECK(places({0.3, 0.1, 0.3, 0.2}) == std::vector<std::size_t>{1, 4, 1, 3});
    CHECK(places({}).empty());
}
