#include "simulate/compile.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "simulate/random/luck.hpp"
#include "simulate/random/threshold.hpp"
#include "tests/support/hand_made.hpp"

using namespace cjm;
using namespace cjm::simulate;
using namespace cjm::testing;

namespace {

Journey one_touchpoint(Shares shares) {
    return testing::journey("v", {touchpoint("v", shares)});
}

/// The leave thresholds of the first visit's way at a goodwill.
LeaveThresholds leave_at(const CompiledJourney& journey, int goodwill) {
    const std::size_t row = journey.ways[journey.visits[0].way[0]].leave_row;
    return journey.leave[row * journey.goodwill_levels() +
                         static_cast<std::size_t>(goodwill - journey.goodwill_floor)];
}

}  // namespace

TEST_CASE("compile: bad, neutral and good share the words in this order", "[simulate][compile]") {
    const auto experience_of = [](double good, double bad) {
        Journey journey = one_touchpoint({{"done", 1}});
        journey.touchpoints[0].behaviour.experience = experience(good, bad);
        return compile(journey).visits[0];
    };
    CHECK(experience_of(0.5, 0.25).bad_below == 1U << 30);
    CHECK(experience_of(0.5, 0.25).good_from == 1U << 31);
    CHECK(experience_of(0, 0).bad_below == 0);  // always neutral
    CHECK(experience_of(0, 0).good_from == certain);
    CHECK(experience_of(1, 0).good_from == 0);
    CHECK(experience_of(0, 1).bad_below == certain);
    CHECK(experience_of(0.7, 0.3).good_from == experience_of(0.7, 0.3).bad_below);
    CHECK(experience_of(0.9, 0.1).good_from == threshold(0.1));
    CHECK(experience_of(1e-15, 0.5).good_from == certain - 1);
}

TEST_CASE("compile: steps of goodwill hold the weight and stop at the span",
          "[simulate][compile]") {
    Journey journey = one_touchpoint({{"done", 1}});
    journey.touchpoints[0].behaviour.weight = Integer{3, {}};
    CHECK(compile(journey).visits[0].good_step == 3);
    CHECK(compile(journey).visits[0].bad_step == -36);
    journey.goodwill.bad.value = std::numeric_limits<std::int64_t>::min();
    journey.goodwill.good.value = std::numeric_limits<std::int64_t>::max();
    CHECK(compile(journey).visits[0].good_step == 120);
    CHECK(compile(journey).visits[0].bad_step == -120);
}

TEST_CASE("compile: leaving at goodwill 0 is what the author wrote", "[simulate][compile]") {
    const CompiledJourney journey = compile(one_touchpoint({{"done", 0.75}}));
    CHECK(leave_at(journey, 0).leave_below == 1U << 30);
    CHECK(leave_at(journey, 0).dissatisfaction_below == 1U << 30);
    // twelve points lost double the hazard: 1 - 0.75^2; twelve gained halve it
    CHECK(leave_at(journey, -12).leave_below == threshold(0.4375));
    CHECK(leave_at(journey, 12).leave_below == threshold(1 - std::sqrt(0.75)));
}

TEST_CASE("compile: nobody leaves where everything goes on, or no hazard is left",
          "[simulate][compile]") {
    CHECK(compile(one_touchpoint({{"done", 1}})).ways[0].leave_row == none_index);
    Journey journey = one_touchpoint({{"done", 0.5}});
    journey.scenario_hazard = {{"dissatisfaction", 0.0}};
    const CompiledJourney compiled = compile(journey);
    CHECK(compiled.ways[0].leave_row == none_index);
    CHECK(compiled.edges[0].below == certain);
}

TEST_CASE("compile: only dissatisfaction feels goodwill", "[simulate][compile]") {
    Journey journey = one_touchpoint({{"done", 0.5}});
    journey.touchpoints[0].behaviour.causes =
        table({{"price", 3}, {"dissatisfaction", 5}, {"neglect", 2}});
    const CompiledJourney compiled = compile(journey);
    const double base = std::log(2);
    for (const int goodwill : {-60, -12, 0, 30}) {
        const double own = 0.5 * base * std::pow(2.0, -goodwill / 12.0), other = 0.5 * base;
        const double leave = 1 - std::exp(-own - other);
        CAPTURE(goodwill);
        CHECK(leave_at(compiled, goodwill).leave_below == threshold(leave));
        CHECK(leave_at(compiled, goodwill).dissatisfaction_below ==
              threshold(leave * own / (own + other)));
    }
    REQUIRE(compiled.visits[0].cause_count == 2);
    CHECK(compiled.causes[0].cause == std::size_t(BuiltInCause::price));
    CHECK(compiled.causes[0].below == threshold(0.6));
    CHECK(compiled.causes[1].cause == std::size_t(BuiltInCause::neglect));
    CHECK(compiled.causes[1].below == certain);
}

TEST_CASE("compile: better goodwill never leaves more", "[simulate][compile]") {
    for (const double ratio : {1.0, 1.0001, 2.0, 50.0}) {
        Journey journey = one_touchpoint({{"done", 0.9}});
        journey.goodwill.hazard_ratio = ratio;
        journey.touchpoints[0].behaviour.causes = table({{"dissatisfaction", 1}, {"price", 1}});
        const CompiledJourney compiled = compile(journey);
        for (int goodwill = -59; goodwill <= 60; ++goodwill) {
            CHECK(leave_at(compiled, goodwill).leave_below <=
                  leave_at(compiled, goodwill - 1).leave_below);
            CHECK(leave_at(compiled, goodwill).dissatisfaction_below <=
                  leave_at(compiled, goodwill - 1).dissatisfaction_below);
        }
    }
}

TEST_CASE("compile: hazards beyond all measure are a certain leave", "[simulate][compile]") {
    Journey journey = one_touchpoint({{"done", 0.5}});
    journey.goodwill.hazard_ratio = 1e300;
    CHECK(leave_at(compile(journey), -60).leave_below == certain);
    CHECK(leave_at(compile(journey), 60).leave_below == 1);         // 1e-1500, and still not never
    journey.touchpoints[0].behaviour.next = next({{"done", 0.0}});  // multiplied away
    CHECK(leave_at(compile(journey), 60).leave_below == certain);
    CHECK(compile(journey).edges.empty());
}

TEST_CASE("compile: touchpoints that leave alike share a row", "[simulate][compile]") {
    const CompiledJourney journey = compile(testing::journey(
        "a", {touchpoint("a", {{"b", 0.9}}), touchpoint("b", {{"c", 0.5}, {"done", 0.4}}),
              touchpoint("c", {{"done", 0.8}})}));
    CHECK(journey.ways[0].leave_row == 0);
    CHECK(journey.ways[2].leave_row == 1);
    CHECK(journey.leave.size() == 2 * journey.goodwill_levels());
}

TEST_CASE("compile: edges in the file's order, those of share 0 left out", "[simulate][compile]") {
    const CompiledJourney journey = compile(testing::journey(
        "a", {touchpoint("a", {{"b", 0.2}, {"lost", 0}, {"a", 0.1}, {"done", 0.1}, {"c", 0}}),
              touchpoint("b", {{"done", 1}}), touchpoint("c", {{"done", 1}})}));
    const CompiledWay& way = journey.ways[journey.visits[0].way[0]];
    REQUIRE(way.edge_count == 3);
    const CompiledEdge* edge = &journey.edges[way.first_edge];
    CHECK(edge[0].below == 1U << 31);
    CHECK(edge[0].touchpoint == 1);
    CHECK(edge[0].outcome == none_index);
    CHECK(edge[0].transition == 0);
    CHECK(edge[1].below == threshold(0.75));
    CHECK(edge[1].touchpoint == 0);
    CHECK(edge[1].transition == 2);
    CHECK(edge[2].below == certain);
    CHECK(edge[2].touchpoint == none_index);
    CHECK(edge[2].outcome == 0);
    CHECK(journey.transitions.size() == 7);
    CHECK(journey.first_transition == std::vector<std::uint32_t>{0, 5, 6, 7});
}

TEST_CASE("compile: patience only where there is something to wait for", "[simulate][compile]") {
    Journey journey = one_touchpoint({{"done", 0.5}, {"lost", 0.5}});
    journey.touchpoints[0].behaviour.patience = table({{"done", 3}, {"lost", 3}});
    journey.touchpoints[0].behaviour.wait = waits({{"done", fixed_wait(2)}});
    const CompiledJourney compiled = compile(journey);
    CHECK(compiled.has_waits);
    CHECK(compiled.edges[0].wait != no_wait);
    CHECK(compiled.edges[0].patience != no_wait);
    CHECK(compiled.edges[1].wait == no_wait);
    CHECK(compiled.edges[1].patience == no_wait);
    journey.personas[0].hazard = table({{"delay", 0}});
    CHECK(compile(journey).edges[0].patience == no_wait);
    journey.personas[0].hazard = table({{"delay", 1e300}});
    CHECK(compile(journey).edges[0].patience != no_wait);
    journey.touchpoints[0].behaviour.wait.reset();
    CHECK_FALSE(compile(journey).has_waits);
}

TEST_CASE("compile: fade forgets toward the start, truncated toward zero", "[simulate][compile]") {
    Journey journey = one_touchpoint({{"done", 1}});
    CHECK(compile(journey).faded.empty());
    journey.goodwill.fade = 0.25;
    journey.goodwill.start.value = 2;
    const CompiledJourney compiled = compile(journey);
    const auto faded = [&](int goodwill) {
        return compiled.faded.at(static_cast<std::size_t>(goodwill + 60)) - 60;
    };
    CHECK(faded(2) == 2);
    CHECK(faded(5) == 5);    // 0.75 points are none
    CHECK(faded(6) == 5);    // 1
    CHECK(faded(9) == 8);    // 1.75
    CHECK(faded(-1) == -1);  // -0.75
    CHECK(faded(-9) == -7);  // -2.75
    CHECK(faded(60) == 46);  // 14.5
}

TEST_CASE("compile: personas and starts by cumulative share", "[simulate][compile]") {
    Journey journey =
        testing::journey("a", {touchpoint("a", {{"done", 1}}), touchpoint("b", {{"done", 1}})});
    journey.personas = {persona("x", 0.25), persona("nobody", 0), persona("y", 0.75)};
    journey.personas[2].start = Start{numbers({{"a", 0}, {"b", 0.5}, {"a", 0.5}}), {}};
    journey.personas[2].goodwill = Integer{-60, {}};
    const CompiledJourney compiled = compile(journey);
    REQUIRE(compiled.persona_shares.size() == 2);
    CHECK(compiled.persona_shares[0].below == 1U << 30);
    CHECK(compiled.persona_shares[0].index == 0);
    CHECK(compiled.persona_shares[1].below == certain);
    CHECK(compiled.persona_shares[1].index == 2);
    CHECK(compiled.personas[0].start_count == 1);
    REQUIRE(compiled.personas[2].start_count == 2);
    CHECK(compiled.starts[compiled.personas[2].first_start].index == 1);
    CHECK(compiled.starts[compiled.personas[2].first_start].below == 1U << 31);
    CHECK(compiled.personas[2].goodwill == -60);
    CHECK(compiled.visits.size() == 6);
}

TEST_CASE("compile: sizes, flags and the rest", "[simulate][compile]") {
    Journey journey = one_touchpoint({{"done", 0.9}});
    journey.friction.goodwill.value = -500;
    journey.friction.effort = 0.5;
    journey.horizon_days = Sourced<double>{30, {}};
    journey.touchpoints[0].behaviour.silent = 0.5;
    const CompiledJourney compiled = compile(journey);
    CHECK(compiled.touchpoint_count == 1);
    CHECK(compiled.outcome_count == 2);
    CHECK(compiled.outcome_is_success == std::vector<std::uint8_t>{1, 0});
    CHECK(compiled.cause_count == built_in_cause_count);
    CHECK(compiled.friction_goodwill == -120);
    CHECK(compiled.friction_effort == 0.5);
    CHECK(compiled.horizon == Ticks{30} * 86'400'000);
    CHECK(compiled.visits[0].silent_below == 1U << 31);
    CHECK(compiled.luck == std::vector<std::uint64_t>{luck_of("v")});
    CHECK(compiled.customer_luck == luck_of(""));
    CHECK(compile(one_touchpoint({{"done", 0.9}})).horizon == no_horizon);
    journey.horizon_days->value = 1e300;
    CHECK(compile(journey).horizon == no_horizon);
}
