#include "simulate/walk/walk_steps.hpp"

#include <catch2/catch.hpp>

#include "tests/support/hand_made.hpp"
#include "tests/unit/simulate/played_words.hpp"

using namespace cjm;
using namespace cjm::simulate;
using namespace cjm::testing;
using simulate::testing::PlayedWords;

namespace {

constexpr Ticks day = 86'400'000;
constexpr std::uint32_t most = 0xffff'ffffU, half = 0x8000'0000U, quarter = 0x4000'0000U;
const WordBlock nobody_special{0, 0, 0, 0};

/// The path under the given blocks: the customer's, then one for each visit and patience. All of
/// them must be used.
Path walk(const CompiledJourney& journey, std::vector<WordBlock> blocks) {
    const std::size_t given = blocks.size();
    const PlayedWords words(std::move(blocks));
    std::vector<std::uint32_t> visits(journey.touchpoint_count, 0);
    Path path;
    CHECK(CustomerWalk(journey, words, 7, visits, path).run([] { return true; }));
    CHECK(words.calls.size() == given);
    CHECK(visits == std::vector<std::uint32_t>(journey.touchpoint_count, 0));
    return path;
}

Path walk(const Journey& journey, std::vector<WordBlock> blocks) {
    return walk(compile(journey), std::move(blocks));
}

Journey one_touchpoint(Shares shares) {
    return cjm::testing::journey("v", {touchpoint("v", shares)});
}

Wait exponential(double mean) {
    Wait wait;
    wait.kind = WaitKind::exponential;
    wait.mean = mean;
    return wait;
}

}  // namespace

TEST_CASE("walk: the experience at its borders", "[simulate][walk]") {
    Journey journey = one_touchpoint({{"done", 1}});
    journey.touchpoints[0].behaviour.experience = experience(0.5, 0.25);
    const auto felt = [&](std::uint32_t word) {
        const Path path = walk(journey, {nobody_special, {word, 0, 0, 0}});
        return std::pair(path.steps.at(0).experience, path.steps.at(0).goodwill);
    };
    CHECK(felt(0) == std::pair(Experience::bad, -12));
    CHECK(felt(quarter - 1) == std::pair(Experience::bad, -12));
    CHECK(felt(quarter) == std::pair(Experience::neutral, 0));
    CHECK(felt(half - 1) == std::pair(Experience::neutral, 0));
    CHECK(felt(half) == std::pair(Experience::good, 1));
    CHECK(felt(most) == std::pair(Experience::good, 1));
}

TEST_CASE("walk: leaving at its borders, and the words it takes", "[simulate][walk]") {
    Journey journey = one_touchpoint({{"done", 0.75}});
    journey.touchpoints[0].behaviour.silent = 0.5;
    const auto path_of = [&](std::uint32_t leave, std::uint32_t silent) {
        return walk(journey, {nobody_special, {0, leave, 0, silent}});
    };
    const Path leaver = path_of(quarter - 1, half);
    CHECK(leaver.end == End::left);
    CHECK(leaver.cause == CauseId(0));
    CHECK_FALSE(leaver.silent);
    CHECK_FALSE(leaver.outcome.has_value());
    CHECK_FALSE(leaver.steps.at(0).chosen.has_value());
    CHECK(path_of(0, half - 1).silent);
    const Path stayer = path_of(quarter, 0);
    CHECK(stayer.end == End::outcome);
    CHECK(stayer.outcome == OutcomeId(0));
    CHECK_FALSE(stayer.cause.has_value());
    CHECK(stayer.steps.at(0).chosen == TransitionId(0));
}

TEST_CASE("walk: leaves are split by cause, dissatisfaction first", "[simulate][walk]") {
    Journey journey = one_touchpoint({{"done", 0.5}});
    journey.touchpoints[0].behaviour.causes =
        table({{"neglect", 1}, {"dissatisfaction", 2}, {"priorities", 0}, {"price", 1}});
    const CompiledJourney compiled = compile(journey);
    // half of the words leave; of these half out of dissatisfaction, then a quarter each
    const auto cause_of = [&](std::uint32_t word) {
        return static_cast<BuiltInCause>(
            walk(compiled, {nobody_special, {0, word, 0, 0}}).cause.index());
    };
    CHECK(cause_of(0) == BuiltInCause::dissatisfaction);
    CHECK(cause_of(quarter - 1) == BuiltInCause::dissatisfaction);
    CHECK(cause_of(quarter) == BuiltInCause::neglect);
    CHECK(cause_of(quarter + quarter / 2 - 1) == BuiltInCause::neglect);
    CHECK(cause_of(quarter + quarter / 2) == BuiltInCause::price);
    CHECK(cause_of(half - 1) == BuiltInCause::price);
}

TEST_CASE("walk: goodwill in hand decides who stays", "[simulate][walk]") {
    Journey journey = cjm::testing::journey(
        "a", {touchpoint("a", {{"b", 1}}), touchpoint("b", {{"done", 0.75}})});
    journey.touchpoints[0].behaviour.experience = experience(0.5, 0.5);
    const auto end_of = [&](std::uint32_t experience, std::uint32_t leave) {
        return walk(journey, {nobody_special, {experience, 0, 0, 0}, {0, leave, 0, 0}}).end;
    };
    const std::uint32_t after_bad = threshold(0.4375);
    CHECK(end_of(0, after_bad - 1) == End::left);
    CHECK(end_of(0, after_bad) == End::outcome);
    CHECK(end_of(most, after_bad - 1) == End::outcome);
    CHECK(end_of(most, threshold(0.2) - 1) == End::left);
}

TEST_CASE("walk: goodwill stays between floor and ceiling", "[simulate][walk]") {
    Journey journey =
        cjm::testing::journey("a", {touchpoint("a", {{"b", 1}}), touchpoint("b", {{"done", 1}})});
    journey.goodwill.floor.value = -15;
    journey.goodwill.ceiling.value = 5;
    for (Touchpoint& touchpoint : journey.touchpoints) {
        touchpoint.behaviour.experience = experience(0.5, 0.5);
        touchpoint.behaviour.weight = Integer{4, {}};
    }
    const Path bad = walk(journey, {nobody_special, nobody_special, nobody_special});
    CHECK(bad.steps.at(0).goodwill == -15);
    CHECK(bad.goodwill == -15);
    const WordBlock good{most, 0, 0, 0};
    const Path liked = walk(journey, {nobody_special, good, good});
    CHECK(liked.steps.at(0).goodwill == 4);
    CHECK(liked.steps.at(1).goodwill == 5);
}

TEST_CASE("walk: fade comes before the experience", "[simulate][walk]") {
    Journey journey =
        cjm::testing::journey("a", {touchpoint("a", {{"b", 1}}), touchpoint("b", {{"done", 1}})});
    journey.goodwill.fade = 0.25;
    for (Touchpoint& touchpoint : journey.touchpoints)
        touchpoint.behaviour.experience = experience(0.5, 0.5);
    const Path path = walk(journey, {nobody_special, nobody_special, {most, 0, 0, 0}});
    CHECK(path.steps.at(0).goodwill == -12);
    CHECK(path.steps.at(1).goodwill == -8);  // -12 fades to -9, good adds 1
}

TEST_CASE("walk: edges at their borders, none of share 0", "[simulate][walk]") {
    const Journey journey = cjm::testing::journey(
        "a", {touchpoint("a", {{"lost", 0}, {"b", 0.2}, {"done", 0.2}, {"a", 0}}),
              touchpoint("b", {{"lost", 1}})});
    const CompiledJourney compiled = compile(journey);
    const auto chosen = [&](std::uint32_t word, bool stops) {
        std::vector<WordBlock> blocks{nobody_special, {0, most, word, 0}};
        if (!stops) blocks.push_back({0, most, 0, 0});
        return walk(compiled, blocks).steps.at(0).chosen;
    };
    CHECK(chosen(0, false) == TransitionId(1));
    CHECK(chosen(half - 1, false) == TransitionId(1));
    CHECK(chosen(half, true) == TransitionId(2));
    CHECK(chosen(most, true) == TransitionId(2));
}

TEST_CASE("walk: a long row of targets is searched alike", "[simulate][walk]") {
    std::vector<Touchpoint> touchpoints{touchpoint("v", {})};
    Next next;
    for (int i = 0; i < 32; ++i) {
        const std::string id = "t" + std::to_string(i);
        next.shares.push_back({name(id), Number(1.0 / 32)});
        touchpoints.push_back(touchpoint(id.c_str(), {{"done", 1}}));
    }
    Journey journey = cjm::testing::journey("v", {});
    journey.touchpoints = touchpoints;
    journey.touchpoints[0].behaviour.next = next;
    const CompiledJourney compiled = compile(journey);
    for (std::uint32_t i = 0; i < 32; ++i)
        for (const std::uint32_t word : {i << 27U, ((i + 1) << 27U) - 1}) {
            const Path path = walk(compiled, {nobody_special, {0, 0, word, 0}, nobody_special});
            CHECK(path.steps.at(1).touchpoint == TouchpointId(i + 1));
        }
}

TEST_CASE("walk: after a bad moment its own next holds", "[simulate][walk]") {
    Journey journey = one_touchpoint({{"done", 1}});
    Behaviour& behaviour = journey.touchpoints[0].behaviour;
    behaviour.experience = experience(0.25, 0.5);
    behaviour.after[static_cast<std::size_t>(Experience::bad)] = next({{"lost", 0.5}});
    const Path bad = walk(journey, {nobody_special, {0, most, 0, 0}});
    CHECK(bad.outcome == OutcomeId(1));
    CHECK(walk(journey, {nobody_special, {0, 0, 0, 0}}).end == End::left);
    CHECK(walk(journey, {nobody_special, {half, 0, 0, 0}}).outcome == OutcomeId(0));
    CHECK(walk(journey, {nobody_special, {most, 0, 0, 0}}).outcome == OutcomeId(0));
}

TEST_CASE("walk: persona and start come from the customer's own words", "[simulate][walk]") {
    Journey journey = cjm::testing::journey(
        "a", {touchpoint("a", {{"done", 1}}), touchpoint("b", {{"done", 1}})});
    journey.personas = {persona("x", 0.5), persona("y", 0.5)};
    journey.start.shares = numbers({{"a", 0.25}, {"b", 0.75}});
    journey.personas[1].goodwill = Integer{5, {}};
    const Path first = walk(journey, {{half - 1, quarter - 1, 0, 0}, nobody_special});
    CHECK(first.persona == PersonaId(0));
    CHECK(first.steps.at(0).touchpoint == TouchpointId(0));
    CHECK(first.goodwill == 0);
    const Path second = walk(journey, {{half, quarter, 0, 0}, nobody_special});
    CHECK(second.persona == PersonaId(1));
    CHECK(second.steps.at(0).touchpoint == TouchpointId(1));
    CHECK(second.goodwill == 5);
}

TEST_CASE("walk: friction is charged on the way out, and when patience runs out too",
          "[simulate][walk]") {
    Journey journey = cjm::testing::journey(
        "web", {touchpoint("web", {{"phone", 1}}), touchpoint("phone", {{"done", 1}})});
    journey.touchpoints[0].channel = Text{"web", {}};
    journey.touchpoints[1].channel = Text{"phone", {}};
    journey.friction.goodwill.value = -5;
    const Path through = walk(journey, {nobody_special, nobody_special, nobody_special});
    CHECK(through.steps.at(0).friction);
    CHECK(through.steps.at(0).goodwill == 0);
    CHECK(through.steps.at(1).goodwill == -5);
    CHECK_FALSE(through.steps.at(1).friction);

    journey.touchpoints[0].behaviour.wait = waits({{"phone", fixed_wait(2)}});
    journey.touchpoints[0].behaviour.patience = table({{"phone", 1}});
    const Path gone = walk(journey, {nobody_special, nobody_special, nobody_special});
    CHECK(gone.end == End::impatient);
    CHECK(gone.steps.at(0).friction);
    CHECK(gone.steps.at(0).chosen == TransitionId(0));
    CHECK(gone.goodwill == -5);
}

TEST_CASE("walk: a wait passes before the arrival, and at once without one", "[simulate][walk]") {
    Journey journey =
        cjm::testing::journey("a", {touchpoint("a", {{"b", 1}}), touchpoint("b", {{"done", 1}})});
    journey.touchpoints[0].behaviour.wait = waits({{"b", exponential(2)}});
    const Path path = walk(journey, {nobody_special, {0, 0, 0, half}, nobody_special});
    CHECK(path.steps.at(0).arrived == 0);
    CHECK(static_cast<double>(path.steps.at(1).arrived) / day ==
          Approx(2 * 0.69314718).epsilon(1e-3));
    CHECK(path.ended == path.steps.at(1).arrived);
}

TEST_CASE("walk: patience against a fixed wait", "[simulate][walk]") {
    Journey journey = one_touchpoint({{"done", 1}});
    journey.touchpoints[0].behaviour.wait = waits({{"done", fixed_wait(2)}});
    journey.touchpoints[0].behaviour.patience = table({{"done", 2}});
    journey.touchpoints[0].behaviour.silent = 0.5;
    const CompiledJourney compiled = compile(journey);
    // patience of mean 2 days lies below 2 days with probability 1 - 1/e
    const auto path_of = [&](double u, std::uint32_t silent) {
        const auto word = static_cast<std::uint32_t>(u * 0x1p32);
        return walk(compiled, {nobody_special, {0, 0, 0, half}, {word, silent, 0, 0}});
    };
    const double border = 1 - 0.36787944117144233;
    const Path gone = path_of(border - 1e-4, half - 1);
    CHECK(gone.end == End::impatient);
    CHECK(gone.cause == CauseId(static_cast<std::size_t>(BuiltInCause::delay)));
    CHECK(gone.silent);
    CHECK(gone.ended < 2 * day);
    CHECK(gone.ended > 2 * day - day / 100);
    CHECK_FALSE(path_of(border - 1e-4, half).silent);
    const Path patient = path_of(border + 1e-4, 0);
    CHECK(patient.end == End::outcome);
    CHECK(patient.ended == 2 * day);
    CHECK_FALSE(patient.silent);
}

TEST_CASE("walk: at the horizon is in time, a tick later is not", "[simulate][walk]") {
    Journey journey =
        cjm::testing::journey("a", {touchpoint("a", {{"b", 1}}), touchpoint("b", {{"done", 1}})});
    journey.touchpoints[0].behaviour.wait = waits({{"b", fixed_wait(1)}});
    journey.touchpoints[1].behaviour.wait = waits({{"done", fixed_wait(2)}});
    const std::vector<WordBlock> words{nobody_special, nobody_special, nobody_special};
    journey.horizon_days = Sourced<double>{3, {}};
    CHECK(walk(journey, words).end == End::outcome);
    journey.horizon_days->value = 3 - 1e-8;
    const Path late = walk(journey, words);
    CHECK(late.end == End::in_progress);
    CHECK(late.ended == 3 * day - 1);
    CHECK(late.steps.size() == 2);
    CHECK(late.steps.at(1).chosen == TransitionId(1));
    CHECK_FALSE(late.outcome.has_value());
    journey.horizon_days->value = 0.5;
    CHECK(walk(journey, {nobody_special, nobody_special}).steps.size() == 1);
}

TEST_CASE("walk: who would run out of patience after the horizon is in progress",
          "[simulate][walk]") {
    Journey journey = one_touchpoint({{"done", 1}});
    journey.touchpoints[0].behaviour.wait = waits({{"done", fixed_wait(9)}});
    journey.touchpoints[0].behaviour.patience = table({{"done", 2}});
    journey.horizon_days = Sourced<double>{1, {}};
    const Path path = walk(journey, {nobody_special, nobody_special, {half, 0, 0, 0}});
    CHECK(path.end == End::in_progress);
    CHECK(path.ended == day);
    CHECK_FALSE(path.cause.has_value());
    CHECK_FALSE(path.silent);
    const Path gone = walk(journey, {nobody_special, nobody_special, {quarter, 0, 0, 0}});
    CHECK(gone.end == End::impatient);
}

TEST_CASE("walk: words are asked for by name, visit and purpose", "[simulate][walk]") {
    Journey journey = one_touchpoint({{"v", 0.5}, {"done", 0.5}});
    journey.touchpoints[0].behaviour.wait = waits({{"done", fixed_wait(1)}});
    journey.touchpoints[0].behaviour.patience = table({{"done", 100}});
    const CompiledJourney compiled = compile(journey);
    const PlayedWords words(
        {nobody_special, nobody_special, nobody_special, {0, 0, half, 0}, {half, 0, 0, 0}});
    std::vector<std::uint32_t> visits(1, 0);
    Path path;
    CHECK(CustomerWalk(compiled, words, 7, visits, path).run([] { return true; }));
    const std::uint64_t v = compiled.luck[0];
    CHECK(words.calls == std::vector<PlayedWords::Call>{{compiled.customer_luck, 7, 0, 0},
                                                        {v, 7, 0, 0},
                                                        {v, 7, 1, 0},
                                                        {v, 7, 2, 0},
                                                        {v, 7, 2, 1}});
}

TEST_CASE("walk: running out of words is noticed", "[simulate][walk]") {
    const CompiledJourney compiled = compile(one_touchpoint({{"done", 1}}));
    const PlayedWords words({nobody_special});
    std::vector<std::uint32_t> visits(1, 0);
    Path path;
    CHECK_THROWS_AS(CustomerWalk(compiled, words, 7, visits, path).run([] { return true; }),
                    std::out_of_range);
}
