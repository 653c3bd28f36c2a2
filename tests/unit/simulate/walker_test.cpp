#include "simulate/walk/walker.hpp"

#include <atomic>
#include <string>

#include <catch2/catch.hpp>

#include "tests/support/hand_made.hpp"

using namespace cjm;
using namespace cjm::simulate;
using namespace cjm::testing;

namespace {

Wait lognormal(double mean, double sd) {
    Wait wait;
    wait.kind = WaitKind::lognormal;
    wait.mean = mean;
    wait.sd = sd;
    return wait;
}

/// Two touchpoints with a loop, experiences, two personas, waits, patience and a horizon.
Journey eventful() {
    Journey journey = cjm::testing::journey(
        "ask", {touchpoint("ask", {{"book", 0.7}, {"ask", 0.2}}),
                touchpoint("book", {{"done", 0.5}, {"ask", 0.3}, {"lost", 0.1}})});
    journey.personas = {persona("x", 0.4), persona("y", 0.6)};
    journey.personas[1].goodwill = Integer{-6, {}};
    for (Touchpoint& touchpoint : journey.touchpoints) {
        touchpoint.behaviour.experience = experience(0.5, 0.2);
        touchpoint.behaviour.causes = table({{"dissatisfaction", 2}, {"price", 1}});
        touchpoint.behaviour.silent = 0.6;
    }
    journey.touchpoints[0].behaviour.wait =
        waits({{"book", lognormal(5, 3)}, {"ask", fixed_wait(2)}});
    journey.touchpoints[0].behaviour.patience = table({{"book", 20}});
    journey.horizon_days = Sourced<double>{30, {}};
    return journey;
}

/// A path as text, by names: what may not change when indices do.
std::string told(const Journey& journey, const Path& path) {
    std::string text = journey.personas[path.persona.index()].id.value;
    for (const Step& step : path.steps)
        text += " " + journey.touchpoints[step.touchpoint.index()].id.value + "/" +
                std::to_string(static_cast<int>(step.experience)) + "/" +
                std::to_string(step.goodwill) + "/" + std::to_string(step.arrived);
    text += " ends " + std::to_string(static_cast<int>(path.end)) + "/" +
            std::to_string(path.ended) + "/" + std::to_string(path.goodwill);
    if (path.cause) text += " " + journey.causes[path.cause.index()].id.value;
    if (path.outcome) text += " " + journey.outcomes[path.outcome.index()].id.value;
    return text + (path.silent ? " silent" : "");
}

}  // namespace

TEST_CASE("walker: a customer's path hangs on journey, seed and number alone", "[simulate][walk]") {
    const Journey journey = eventful();
    const CompiledJourney compiled = compile(journey);
    Walker forward(compiled, 1);
    std::vector<std::string> paths;
    Path path;
    for (std::uint64_t customer = 0; customer < 300; ++customer) {
        REQUIRE(forward.walk(customer, path));
        paths.push_back(told(journey, path));
    }
    Walker backward(compiled, 1);
    int differ = 0;
    for (std::uint64_t customer = 300; customer-- > 0;) {
        REQUIRE(backward.walk(customer, path));
        CHECK(told(journey, path) == paths[customer]);
        walk_customer(compiled, 2, customer, path);
        differ += told(journey, path) != paths[customer] ? 1 : 0;
    }
    CHECK(differ > 250);
}

TEST_CASE("walker: a touchpoint that is added moves nobody else's luck", "[simulate][walk]") {
    const Journey journey = eventful();
    Journey larger = journey;
    Touchpoint added = touchpoint("added", {{"ask", 0.3}, {"done", 0.3}});
    added.behaviour.experience = experience(0.1, 0.1);
    added.behaviour.wait = waits({{"ask", lognormal(3, 2)}});
    larger.touchpoints.insert(larger.touchpoints.begin(), added);
    larger.outcomes.insert(larger.outcomes.begin(), outcome("other"));
    const CompiledJourney small = compile(journey), large = compile(larger);
    Path before, after;
    for (std::uint64_t customer = 0; customer < 500; ++customer) {
        walk_customer(small, 1, customer, before);
        walk_customer(large, 1, customer, after);
        CHECK(told(journey, before) == told(larger, after));
    }
}

TEST_CASE("walker: customers keep their luck where two journeys agree", "[simulate][walk]") {
    // only the second touchpoint changes: until they come there, nothing differs
    const Journey journey = eventful();
    Journey changed = journey;
    changed.touchpoints[1].behaviour.next = next({{"done", 0.9}});
    const CompiledJourney one = compile(journey), other = compile(changed);
    Path before, after;
    int same = 0;
    for (std::uint64_t customer = 0; customer < 500; ++customer) {
        walk_customer(one, 1, customer, before);
        walk_customer(other, 1, customer, after);
        for (std::size_t i = 0; i < before.steps.size(); ++i) {
            REQUIRE(before.steps[i].arrived == after.steps.at(i).arrived);
            REQUIRE(before.steps[i].experience == after.steps[i].experience);
            if (before.steps[i].touchpoint == TouchpointId(1)) break;
            ++same;
        }
    }
    CHECK(same > 500);
}

TEST_CASE("walker: better experiences only save customers", "[simulate][walk]") {
    const auto forced = [](double good, double bad) {
        Journey journey = eventful();
        journey.touchpoints[0].behaviour.experience = experience(good, bad);
        return compile(journey);
    };
    const CompiledJourney good = forced(1, 0), as_it_is = forced(0.5, 0.2), bad = forced(0, 1);
    const auto success = [](const CompiledJourney& journey, std::uint64_t customer) {
        Path path;
        walk_customer(journey, 1, customer, path);
        return path.end == End::outcome && path.outcome == OutcomeId(0);
    };
    int saved = 0;
    for (std::uint64_t customer = 0; customer < 3000; ++customer) {
        const bool best = success(good, customer), worst = success(bad, customer);
        CHECK(best >= success(as_it_is, customer));
        CHECK(success(as_it_is, customer) >= worst);
        saved += best && !worst ? 1 : 0;
    }
    CHECK(saved > 100);
}

TEST_CASE("walker: the memory of a path is used again", "[simulate][walk]") {
    const CompiledJourney compiled = compile(eventful());
    Walker walker(compiled, 1);
    Path path;
    path.steps.reserve(200);
    const Step* memory = path.steps.data();
    for (std::uint64_t customer = 0; customer < 1000; ++customer)
        REQUIRE(walker.walk(customer, path));
    CHECK(path.steps.data() == memory);
}

TEST_CASE("walker: a stop is heard in the middle of a very long walk", "[simulate][walk]") {
    Journey journey = cjm::testing::journey("v", {touchpoint("v", {{"v", 1}})});
    journey.touchpoints[0].behaviour.wait = waits({{"v", fixed_wait(1.0 / 86'400)}});
    journey.horizon_days = Sourced<double>{0.1, {}};
    const CompiledJourney compiled = compile(journey);
    std::atomic<bool> stop{true};
    Walker walker(compiled, 1, &stop);
    Path path;
    CHECK_FALSE(walker.walk(0, path));
    CHECK(path.steps.size() <= 4096);
    stop = false;
    CHECK(walker.walk(0, path));
    CHECK(path.steps.size() == 8641);
    CHECK(path.end == End::in_progress);
    stop = true;
    CHECK_FALSE(walker.walk(1, path));
}

TEST_CASE("walker: paths keep their bits", "[simulate][walk]") {
    // Told once and kept: whoever changes them changes every figure that users have seen.
    const Journey journey = eventful();
    const CompiledJourney compiled = compile(journey);
    Path path;
    const auto story = [&](std::uint64_t customer) {
        walk_customer(compiled, 1, customer, path);
        return told(journey, path);
    };
    CHECK(story(0) ==
          "x ask/0/1/0 book/0/2/418149772 ask/1/2/418149772 ask/2/-10/590949772 "
          "ends 1/590949772/-10 dissatisfaction silent");
    CHECK(story(1) == "y ask/0/-5/0 book/1/-5/1609144376 ends 0/1609144376/-5 done");
    CHECK(story(1ULL << 39U) == "y ask/0/-5/0 book/1/-5/115850313 ends 0/115850313/-5 done");
}
