#include "simulate/answer_law.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace cjm;
using namespace cjm::simulate;

namespace {

SurveyQuestion question(double centre, double slope, double spread) {
    return {Number(centre), Number(slope), Number(spread)};
}

double normal_below(double z) {
    return std::erfc(-z / std::sqrt(2.0)) / 2;
}

}  // namespace

TEST_CASE("nps law: promoters less detractors under the normal law", "[simulate][nps]") {
    for (const double goodwill : {-60.0, -12.0, 0.0, 3.0, 60.0}) {
        const double centre = 7 + 2 * goodwill / 12;
        const double expected =
            100 * (1 - normal_below((8.5 - centre) / 1.5) - normal_below((6.5 - centre) / 1.5));
        INFO("goodwill " << goodwill);
        CHECK(std::abs(nps_at(question(7, 2, 1.5), goodwill) - expected) < 1e-11);
    }
}

TEST_CASE("nps law: without spread everybody of one goodwill answers alike", "[simulate][nps]") {
    CHECK(nps_at(question(6.5, 0, 0), 0) == 0);  // 7: neither
    CHECK(nps_at(question(6.4, 0, 0), 0) == -100);
    CHECK(nps_at(question(8.5, 0, 0), 0) == 100);
    CHECK(nps_at(question(7, 0, 1e-12), 0) == 0);
}

TEST_CASE("nps law: one score a level of goodwill", "[simulate][nps]") {
    Journey journey;
    journey.goodwill.floor.value = -2;
    journey.goodwill.ceiling.value = 3;
    const auto scores = nps_by_level(journey, question(7, 12, 1));
    REQUIRE(scores.size() == 6);
    for (std::size_t i = 0; i < scores.size(); ++i)
        CHECK(scores[i] == nps_at(question(7, 12, 1), static_cast<double>(i) - 2));
}
