#include "simulate/resolve.hpp"

#include <limits>

#include <catch2/catch.hpp>

#include "tests/support/hand_made.hpp"

using namespace cjm;
using namespace cjm::simulate;
using namespace cjm::testing;

namespace {

const PersonaId first_persona(0), second_persona(1);
const TouchpointId first(0), second(1);

}  // namespace

TEST_CASE("resolve: transitions by touchpoint, targets by first mention", "[simulate][resolve]") {
    Journey journey = testing::journey(
        "a", {touchpoint("a", {{"b", 0.5}, {"done", 0.2}}), touchpoint("b", {{"a", 1}})});
    Behaviour& behaviour = journey.touchpoints[0].behaviour;
    behaviour.after[static_cast<std::size_t>(Experience::bad)] = next({{"lost", 0.1}, {"b", 0.1}});
    Behaviour own;
    own.next = next({{"a", 0.0}, {"done", 1.0}});
    journey.touchpoints[0].for_persona = {{name("everyone"), own}};

    const ResolvedJourney resolved = resolve(journey);
    CHECK(resolved.transitions == std::vector<Transition>{{first, second, {}},
                                                          {first, {}, OutcomeId(0)},
                                                          {first, {}, OutcomeId(1)},
                                                          {first, first, {}},
                                                          {second, first, {}}});
}

TEST_CASE("resolve: the keys of a persona replace those of the touchpoint", "[simulate][resolve]") {
    Journey journey = testing::journey("a", {touchpoint("a", {{"done", 0.9}})});
    journey.personas = {persona("anxious", 0.5), persona("calm", 0.5)};
    Touchpoint& here = journey.touchpoints[0];
    here.behaviour.effort = 1.0;
    here.behaviour.cost = 2.0;
    here.behaviour.experience = experience(0.5, 0.1);
    Behaviour own;
    own.experience = experience(0.3, 0.3);
    own.effort = 3.0;
    own.silent = 0.25;
    own.weight = Integer{4, {}};
    here.for_persona = {{name("calm"), own}};

    const ResolvedJourney resolved = resolve(journey);
    const ResolvedVisit& anxious = resolved.visit(first_persona, first);
    CHECK(anxious.good == 0.5);
    CHECK(anxious.values.effort == 1);
    CHECK(anxious.silent == 1);
    CHECK(anxious.weight == 1);
    const ResolvedVisit& calm = resolved.visit(second_persona, first);
    CHECK(calm.good == 0.3);
    CHECK(calm.bad == 0.3);
    CHECK(calm.values.effort == 3);
    CHECK(calm.values.cost == 2);
    CHECK(calm.silent == 0.25);
    CHECK(calm.weight == 4);
}

TEST_CASE("resolve: a next after an experience is a way of its own", "[simulate][resolve]") {
    Journey journey = testing::journey("a", {touchpoint("a", {{"done", 0.9}})});
    journey.touchpoints[0].behaviour.after[static_cast<std::size_t>(Experience::bad)] =
        next({{"lost", 0.4}});
    const ResolvedJourney resolved = resolve(journey);
    const ResolvedVisit& visit = resolved.visit(first_persona, first);
    REQUIRE(visit.ways.size() == 2);
    CHECK(visit.way == std::array<std::size_t, 3>{0, 0, 1});
    CHECK(visit.ways[0].stay == 0.9);
    CHECK(visit.ways[1].stay == 0.4);
}

TEST_CASE("resolve: a sum within 1e-9 of 1 is 1", "[simulate][resolve]") {
    const auto stay = [](double share) {
        const Journey journey =
            testing::journey("a", {touchpoint("a", {{"done", 0.5}, {"lost", share}})});
        return resolve(journey).visits[0].ways[0].stay;
    };
    CHECK(stay(0.5 - 5e-10) == 1);
    CHECK(stay(0.5 + 5e-10) == 1);
    CHECK(stay(0.5 - 5e-9) < 1);
}

TEST_CASE("resolve: weights of causes are normalised and multiplied", "[simulate][resolve]") {
    Journey journey = testing::journey("a", {touchpoint("a", {{"done", 0.9}})});
    journey.personas[0].hazard = table({{"price", 1.5}});
    journey.scenario_hazard = {{"price", 2.0}, {"neglect", 0.0}};
    journey.touchpoints[0].behaviour.causes =
        table({{"price", 3}, {"dissatisfaction", 5}, {"neglect", 2}});
    const auto causes = resolve(journey).visits[0].causes;
    REQUIRE(causes.size() == 3);
    CHECK(causes[0].cause == CauseId(1));
    CHECK(causes[0].factor == Approx(0.3 * 1.5 * 2));
    CHECK(causes[1].cause == CauseId(0));
    CHECK(causes[1].factor == 0.5);
    CHECK(causes[2].factor == 0);
}

TEST_CASE("resolve: without causes everybody leaves out of dissatisfaction",
          "[simulate][resolve]") {
    const auto journey = testing::journey("a", {touchpoint("a", {{"done", 0.9}})});
    const auto causes = resolve(journey).visits[0].causes;
    REQUIRE(causes.size() == 1);
    CHECK(causes[0].cause == CauseId(0));
    CHECK(causes[0].factor == 1);
}

TEST_CASE("resolve: the hazard of delay divides patience", "[simulate][resolve]") {
    Journey journey = testing::journey("a", {touchpoint("a", {{"done", 0.9}, {"lost", 0.1}})});
    journey.touchpoints[0].behaviour.patience = table({{"done", 6}});
    journey.personas[0].hazard = table({{"delay", 2}});
    const auto patience = [&](std::size_t edge) {
        return resolve(journey).visits[0].ways[0].edges[edge].patience_days;
    };
    CHECK(patience(0) == 3);
    CHECK(patience(1) == std::numeric_limits<double>::infinity());
    journey.scenario_hazard = {{"delay", 0.5}};
    CHECK(patience(0) == 6);
    journey.scenario_hazard = {{"delay", 0.0}};
    CHECK(patience(0) == std::numeric_limits<double>::infinity());
}

TEST_CASE("resolve: crossing costs between given, different channels unless seamless",
          "[simulate][resolve]") {
    Journey journey = testing::journey(
        "web",
        {touchpoint("web",
                    {{"web2", 0.2}, {"phone", 0.2}, {"shop", 0.2}, {"air", 0.2}, {"done", 0.2}}),
         touchpoint("web2", {{"done", 1}}), touchpoint("phone", {{"done", 1}}),
         touchpoint("shop", {{"done", 1}}), touchpoint("air", {{"web", 1}})});
    journey.touchpoints[0].channel = Text{"web", {}};
    journey.touchpoints[1].channel = Text{"web", {}};
    journey.touchpoints[2].channel = Text{"phone", {}};
    journey.touchpoints[3].channel = Text{"shop", {}};
    journey.touchpoints[0].seamless =
        Table<NamedFlag>{{{name("shop"), {true, {}}}, {name("phone"), {false, {}}}}, {}};
    const ResolvedJourney resolved = resolve(journey);
    const auto& edges = resolved.visits[0].ways[0].edges;
    REQUIRE(edges.size() == 5);
    CHECK_FALSE(edges[0].friction);  // same channel
    CHECK(edges[1].friction);
    CHECK_FALSE(edges[2].friction);                             // seamless
    CHECK_FALSE(edges[3].friction);                             // no channel there
    CHECK_FALSE(edges[4].friction);                             // an outcome
    CHECK_FALSE(resolved.visits[4].ways[0].edges[0].friction);  // no channel here
}

TEST_CASE("resolve: personas start as they say, or as the journey says", "[simulate][resolve]") {
    Journey journey =
        testing::journey("a", {touchpoint("a", {{"done", 1}}), touchpoint("b", {{"done", 1}})});
    journey.goodwill.start.value = 3;
    journey.personas = {persona("x", 0.25), persona("y", 0.75)};
    journey.personas[1].goodwill = Integer{-7, {}};
    journey.personas[1].start = Start{numbers({{"b", 0.5}, {"a", 0.5}}), {}};
    const ResolvedJourney resolved = resolve(journey);
    CHECK(resolved.personas[0].share == 0.25);
    CHECK(resolved.personas[0].goodwill == 3);
    CHECK(resolved.personas[0].start == std::vector<std::pair<TouchpointId, double>>{{first, 1}});
    CHECK(resolved.personas[1].goodwill == -7);
    CHECK(resolved.personas[1].start ==
          std::vector<std::pair<TouchpointId, double>>{{second, 0.5}, {first, 0.5}});
}

TEST_CASE("resolve: waits by target, and success as the journey counts it", "[simulate][resolve]") {
    Journey journey = testing::journey("a", {touchpoint("a", {{"done", 0.5}, {"lost", 0.5}})});
    journey.horizon_days = Sourced<double>{90, {}};
    journey.success = Table<Name>{{name("lost"), name("in_progress")}, {}};
    journey.touchpoints[0].behaviour.wait = waits({{"lost", fixed_wait(2)}});
    const ResolvedJourney resolved = resolve(journey);
    CHECK(resolved.visits[0].ways[0].edges[0].wait == WaitLaw{});
    CHECK(resolved.visits[0].ways[0].edges[1].wait.mean == 2);
    CHECK(resolved.outcome_is_success == std::vector<bool>{false, true});
    CHECK(resolved.in_progress_is_success);
    CHECK(resolved.horizon_days == 90);
}
