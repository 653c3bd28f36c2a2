// How seamless a journey is: estimated of five customers written by hand, and solved.
#include <cmath>

#include <catch2/catch.hpp>

#include "simulate/exact/agreement.hpp"
#include "simulate/exact/answer.hpp"
#include "simulate/exact/figures.hpp"
#include "simulate/exact/horizon.hpp"
#include "simulate/exact/result.hpp"
#include "simulate/seams.hpp"
#include "simulate/simulate.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/unit/simulate/hand_estimate.hpp"

using namespace cjm;
using namespace cjm::simulate;
using hand::everybody;
using hand::result_of;
using hand::value;

namespace {

Journey on_two_channels() {
    Journey journey = hand::named();
    journey.touchpoints[0].channel = Text{"web", {}};
    journey.touchpoints[1].channel = Text{"phone", {}};
    return journey;
}

constexpr std::string_view crossing = R"(
[journey]
title = "x"
start = "web"
[friction]
effort = 2
[[touchpoint]]
id = "web"
channel = "web"
effort = 1
next = { phone = 0.5, chat = 0.5 }
seamless = { chat = true }
[[touchpoint]]
id = "phone"
channel = "phone"
effort = 3
next = { web = 0.25, done = 0.75 }
wait = { done = { distribution = "exponential", mean = "1 d" } }
patience = { done = "3 d" }
[[touchpoint]]
id = "chat"
channel = "chat"
next = { done = 1 }
[[outcome]]
id = "done"
kind = "success"
)";

}  // namespace

TEST_CASE("seamlessness: each part of five customers", "[simulate][seamlessness]") {
    CompiledJourney compiled = hand::journey();
    compiled.has_friction = true;
    const auto result = result_of(on_two_channels(), compiled, everybody()).seamlessness;
    REQUIRE(result);
    // the buyer and the impatient one start over once each; nobody else meets a seam
    CHECK(value(result->index) == Approx(0.6));
    CHECK(value(result->customers) == Approx(0.4));
    CHECK(value(result->steps) == Approx(2.0 / 10));
    CHECK(result->late_waits.estimate == Approx(0.2));
    CHECK(value(result->repeated_effort) == Approx(1.0 / 4.5));
    // residuals of switches at 0.2 a visit: 1 - 5 x 0.2, -2 x 0.2, 1 - 0.2, -0.2, -0.2
    const double squares = 0.4 * 0.4 + 0.8 * 0.8 + 2 * 0.2 * 0.2;
    CHECK(result->steps->standard_error == Approx(std::sqrt(squares * 5 / 4) / 10));
    CHECK(result->index->low < 0.6);
    CHECK(result->index->high > 0.6);
}

TEST_CASE("seamlessness: without a way between channels only patience counts",
          "[simulate][seamlessness]") {
    const auto result = result_of(on_two_channels(), hand::journey(), everybody()).seamlessness;
    REQUIRE(result);
    CHECK(value(result->index) == Approx(0.8));
    CHECK(value(result->customers) == 0);
    CHECK(value(result->steps) == 0);
    CHECK(value(result->repeated_effort) == 0);
}

TEST_CASE("seamlessness: none where nothing can come apart", "[simulate][seamlessness]") {
    Journey journey = hand::named();
    CHECK_FALSE(has_seams(journey));
    CHECK_FALSE(result_of(journey, hand::journey(), everybody()).seamlessness);
    journey.touchpoints[0].channel = journey.touchpoints[1].channel = Text{"web", {}};
    CHECK_FALSE(has_seams(journey));
    journey.touchpoints[2].for_persona.push_back({Name{"calm", {}}, {}});
    journey.touchpoints[2].for_persona[0].second.patience.emplace();
    CHECK(has_seams(journey));
    CHECK(has_seams(on_two_channels()));
}

TEST_CASE("seamlessness: solved", "[simulate][seamlessness]") {
    const Journey journey = cjm::testing::journey_from(std::string(crossing));
    const ResolvedJourney resolved = resolve(journey);
    const ExactSolution solution = solve_exactly(resolved, 0);
    REQUIRE(solution.figures);
    const auto result = exact_result(journey, resolved, *solution.figures, {}).seamlessness;
    REQUIRE(result);
    // web w = 1 + p / 4, phone p = w / 2: w = 8/7, p = 4/7, chat w / 2; the switches are the ways
    // from web to phone, and from phone to web
    const double web = 8.0 / 7, phone = 4.0 / 7, chat = 4.0 / 7;
    const double switches = web / 2 + phone / 4;
    CHECK(value(result->steps) == Approx(switches / (web + phone + chat)).epsilon(1e-12));
    CHECK(value(result->repeated_effort) ==
          Approx(2 * switches / (web + 3 * phone + 2 * switches)).epsilon(1e-12));
    CHECK(result->late_waits.estimate == Approx(phone * 0.75 / 4).epsilon(1e-12));  // 1 - 3/(3+1)
    // who goes from web to phone has switched; chat knows what happened
    CHECK(value(result->customers) == Approx(0.5).epsilon(1e-12));
    CHECK(value(result->index) == Approx(0.5).epsilon(1e-12));
}

TEST_CASE("seamlessness: solved by what comes first, a switch or the end of patience",
          "[simulate][seamlessness]") {
    std::string text(crossing);
    const std::string_view start = "start = \"web\"";
    text.replace(text.find(start), start.size(), "start = { web = 0.5, phone = 0.5 }");
    const Journey journey = cjm::testing::journey_from(text);
    const ResolvedJourney resolved = resolve(journey);
    const ExactSolution solution = solve_exactly(resolved, 0);
    REQUIRE(solution.figures);
    const auto result = exact_result(journey, resolved, *solution.figures, {}).seamlessness;
    REQUIRE(result);
    // web: half go on to the phone; phone: a quarter to the web, of the others a quarter gives up
    const double switched = 0.5 * 0.5 + 0.5 * 0.25, late = 0.5 * 0.75 / 4;
    CHECK(value(result->customers) == Approx(switched).epsilon(1e-12));
    CHECK(value(result->index) == Approx(1 - switched - late).epsilon(1e-12));
    RunSettings settings;
    settings.customers = 100'000;
    auto run = *simulate::simulate(journey, settings);
    set_beside(run, *answer_exactly(journey, settings).result);
    const auto sampled = run.seamlessness;
    REQUIRE(sampled);
    CHECK(sampled->index->exact == Approx(1 - switched - late).epsilon(1e-12));
    // 5 standard errors: under one false alarm in a million; a chain that forgets switches says
    // 0.81
    CHECK(std::abs(value(sampled->index) - (1 - switched - late)) <
          5 * sampled->index->standard_error);
    CHECK(std::abs(value(sampled->customers) - switched) < 5 * sampled->customers->standard_error);
}

TEST_CASE("seamlessness: solved under a horizon", "[simulate][seamlessness]") {
    std::string text(crossing);
    text.replace(text.find("[friction]"), 0, "horizon = \"2 d\"\n");
    const Journey journey = cjm::testing::journey_from(text);
    const ResolvedJourney resolved = resolve(journey);
    const auto result = exact_result(journey, resolved, solve_horizon(resolved), {}).seamlessness;
    REQUIRE(result);
    // switches take no time here, and who gives up has switched before
    CHECK(value(result->customers) == Approx(0.5).epsilon(1e-9));
    CHECK(value(result->index) == Approx(0.5).epsilon(1e-9));
    CHECK(result->index->exact_error);
}
