#include "simulate/sensitivity/disagreement.hpp"

#include <catch2/catch.hpp>

using namespace cjm;

namespace {

SensitivityInput input(double swing, double error, double low, double high) {
    SensitivityInput made;
    made.swing = Estimate{swing, error, swing, swing, {}, {}};
    made.rank_correlation = Estimate{(low + high) / 2, 0.1, low, high, {}, {}};
    return made;
}

}  // namespace

TEST_CASE("disagreements: one moves more by itself, the other is surely followed more",
          "[simulate][sensitivity]") {
    const auto found = simulate::disagreements(
        {input(0.3, 0, 0.1, 0.3), input(-0.2, 0, -0.9, -0.5), input(0.1, 0, 0.35, 0.45)});
    REQUIRE(found.size() == 2);
    // the larger gap first: 0.5 - 0.3 against 0.35 - 0.3
    CHECK(found[0].by_swing == 0);
    CHECK(found[0].by_correlation == 1);
    CHECK(found[1].by_swing == 0);
    CHECK(found[1].by_correlation == 2);
}

TEST_CASE("disagreements: none where intervals overlap or swings are not told apart",
          "[simulate][sensitivity]") {
    CHECK(simulate::disagreements({input(0.3, 0, 0.1, 0.6), input(0.2, 0, 0.5, 0.9)}).empty());
    CHECK(simulate::disagreements({input(0.3, 0.1, 0.1, 0.3), input(0.2, 0.1, 0.5, 0.9)}).empty());
    // an interval over 0 says that the correlation may be nothing
    CHECK(simulate::disagreements({input(0.3, 0, 0.0, 0.1), input(0.2, 0, -0.2, 0.9)}).empty());
    auto unknown = input(0.2, 0, 0.5, 0.9);
    unknown.rank_correlation.reset();
    CHECK(simulate::disagreements({input(0.3, 0, 0.1, 0.3), unknown}).empty());
}
