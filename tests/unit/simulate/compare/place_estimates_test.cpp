#include "simulate/compare/place_estimates.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "journey/scenario.hpp"
#include "simulate/compare/compare.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

RunSettings settings_of(std::uint64_t customers, Method method) {
    RunSettings settings;
    settings.customers = customers;
    settings.method = method;
    settings.threads = 2;
    return settings;
}

PlaceDifferences places_of(const Journey& as_is, const Journey& other,
                           const RunSettings& settings) {
    const std::vector<Candidate> candidates{{"other", "", other}};
    return *compare(as_is, candidates, {.places = true}, settings).result->scenarios[0].places;
}

Journey random(std::uint64_t number) {
    testing::RandomJourneyOptions options;
    options.touchpoints = 6;
    options.scenario = true;
    return testing::journey_from(testing::random_journey(number, options));
}

/// A chain where the scenario reaches one touchpoint only: what comes before it stays the same.
const std::string chain = R"(
[journey]
title = "Chain"
start = "a"
[[touchpoint]]
id = "a"
next = { b = 0.5 }
[[touchpoint]]
id = "b"
next = { c = 0.5, b = 0.25 }
[[touchpoint]]
id = "c"
next = { done = 0.5 }
[[outcome]]
id = "done"
kind = "success"
[[scenario]]
id = "more"
[scenario.touchpoint.b]
next = { c = 0.75, b = 0.25 }
[[scenario]]
id = "around"
[scenario.touchpoint.a]
next = { d = 0.5 }
[scenario.touchpoint.d]
new = true
next = { done = 0.8 }
)";

}  // namespace

TEST_CASE("place differences: solved ones of a chain", "[simulate][compare]") {
    const Journey as_is = testing::journey_from(chain);
    const auto settings = settings_of(0, Method::exact);
    const auto more = places_of(as_is, apply_scenario(as_is, ScenarioId(0)), settings);
    // c is reached from b by 2/3 of those who come to b, and then by all of them
    CHECK(more.touchpoint("c")->reach->estimate == Approx(0.5 * (1 - 2.0 / 3)));
    CHECK(more.touchpoint("b")->left->estimate == Approx(-0.5 / 3));
    CHECK(more.touchpoint("b")->drop_off->estimate == Approx(-1.0 / 3));
    CHECK(more.touchpoint("a")->reach->estimate == 0);
    CHECK(more.way("b", "c")->traversals->estimate == Approx(0.5 / 3));
    CHECK(more.way("a", "b")->traversals->estimate == 0);
    CHECK(more.outcome("done")->share->estimate == Approx(0.25 / 3));
    CHECK(more.touchpoint("nowhere") == nullptr);
}

TEST_CASE("place differences: nobody comes to what a journey does not have",
          "[simulate][compare]") {
    const Journey as_is = testing::journey_from(chain);
    for (const Method method : {Method::exact, Method::monte_carlo}) {
        const auto around =
            places_of(as_is, apply_scenario(as_is, ScenarioId(1)), settings_of(40'000, method));
        CHECK(around.touchpoint("d")->reach->estimate == Approx(0.5).margin(0.02));
        CHECK(around.touchpoint("b")->reach->estimate == Approx(-0.5).margin(0.02));
        CHECK_FALSE(around.touchpoint("d")->drop_off);
        CHECK_FALSE(around.touchpoint("c")->drop_off);
        CHECK(around.way("d", "done")->traversals->estimate == Approx(0.4).margin(0.02));
        CHECK(around.way("c", "done")->traversals->estimate < 0);
    }
}

TEST_CASE("place differences: what is equal differs by exactly nothing", "[simulate][compare]") {
    const Journey as_is = random(3);
    PlaceDifferences same = places_of(as_is, as_is, settings_of(5000, Method::automatic));
    for (const MaybeEstimate* figure : figures_of(same)) {
        if (!*figure) continue;
        CHECK((*figure)->estimate == 0);
        CHECK((*figure)->low == 0);
        CHECK((*figure)->high == 0);
    }
}

TEST_CASE("place differences: sampled ones are those of the figures, and near the exact ones",
          "[simulate][compare]") {
    const std::uint64_t number = GENERATE(range(1, 9));
    CAPTURE(number);
    const Journey as_is = random(number), other = apply_scenario(as_is, ScenarioId(0));
    const std::vector<Candidate> candidates{{"other", "", other}};
    const auto result =
        *compare(as_is, candidates, {.places = true}, settings_of(40'000, Method::automatic))
             .result;
    PlaceDifferences places = *result.scenarios[0].places;
    for (const TouchpointResult& touchpoint : result.scenarios[0].result.touchpoints) {
        const auto* const difference = places.touchpoint(touchpoint.id);
        REQUIRE(difference != nullptr);
        double before = 0;
        for (const TouchpointResult& was : result.baseline.touchpoints)
            if (was.id == touchpoint.id) before = was.reach.estimate;
        CHECK(difference->reach->estimate ==
              Approx(touchpoint.reach.estimate - before).margin(1e-12));
    }
    std::size_t compared = 0;
    for (const MaybeEstimate* figure : figures_of(places)) {
        if (!*figure) continue;
        CHECK((*figure)->low <= (*figure)->estimate);
        CHECK((*figure)->estimate <= (*figure)->high);
        if (!(*figure)->exact) continue;
        ++compared;
        // 6 standard errors of a normal estimate; rare events by their interval, five times as wide
        const double off = *(*figure)->exact - (*figure)->estimate;
        const double room =
            off > 0 ? (*figure)->high - (*figure)->estimate : (*figure)->estimate - (*figure)->low;
        CHECK(std::abs(off) <= std::max(6 * (*figure)->standard_error, 5 * room) + 1e-12);
    }
    CHECK(compared > 20);
}
