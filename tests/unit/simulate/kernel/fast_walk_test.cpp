#include "simulate/kernel/fast_walk.hpp"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "journey/scenario.hpp"
#include "simulate/run/run.hpp"
#include "simulate/tally/path_counter.hpp"
#include "simulate/walk/walker.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

/// The twin: one customer after the other.
Tally one_by_one(const CompiledJourney& journey, const Amounts& amounts, std::uint64_t seed,
                 CustomerRange customers) {
    Walker walker(journey, seed);
    PathCounter counter(journey, amounts);
    Path path;
    for (std::uint64_t i = 0; i < customers.count; ++i) {
        REQUIRE(walker.walk(customers.first + i, path));
        counter.add(path);
    }
    return counter.tally();
}

Tally by_the_dozen(const CompiledJourney& journey, const Amounts& amounts, std::uint64_t seed,
                   CustomerRange customers, InstructionSet set, std::uint32_t lanes,
                   std::uint64_t chunk) {
    const kernel::Tables tables(journey, amounts);
    FastWalk walk(journey, amounts, tables, seed, set, lanes);
    std::uint64_t reported = 0;
    const auto take = [&] {
        const CustomerRange part{customers.first, std::min(chunk, customers.count)};
        customers = {customers.first + part.count, customers.count - part.count};
        return part;
    };
    REQUIRE(walk.run({take, [&](std::uint64_t ended) { reported += ended; }, nullptr}));
    Tally tally = walk.take_tally();
    CHECK(reported == tally.customers);
    return tally;
}

void check_same(const Journey& journey, std::uint64_t seed, std::uint64_t customers) {
    const CompiledJourney compiled = compile(journey);
    const Amounts amounts(compiled);
    const CustomerRange range{(std::uint64_t{1} << 32U) - customers / 2, customers};
    const Tally expected = one_by_one(compiled, amounts, seed, range);
    for (const InstructionSet set : available_instruction_sets())
        for (const std::uint32_t lanes : {0U, 1U, 17U}) {
            CAPTURE(name_of(set), lanes);
            CHECK(by_the_dozen(compiled, amounts, seed, range, set, lanes, 100) == expected);
        }
}

}  // namespace

TEST_CASE("fast walk: the bits of its twin on random journeys, whatever the instructions",
          "[simulate][kernel]") {
    for (std::uint64_t seed = 1; seed <= 24; ++seed) {
        CAPTURE(seed);
        testing::RandomJourneyOptions options;
        options.touchpoints = 4 + static_cast<int>(seed % 10);
        options.horizon = seed % 2 == 0;
        options.waits = seed % 3 != 0;
        options.scenario = seed % 4 == 1;
        options.every_key = seed % 5 != 0;
        const Journey as_is = testing::journey_from(testing::random_journey(seed, options));
        check_same(as_is, seed, 1400);  // more than a batch of first arrivals holds
        if (options.scenario) check_same(apply_scenario(as_is, ScenarioId(0), as_is), seed, 700);
    }
}

TEST_CASE("fast walk: many targets, money that loses value, more than 64 stages",
          "[simulate][kernel]") {
    std::string text = R"(
[journey]
title = "Many"
start = "hub"
discount_rate = 0.5
[[outcome]]
id = "done"
kind = "success"
)";
    std::string stages, next, spokes;
    for (int i = 0; i < 70; ++i) {
        const std::string n = std::to_string(i);
        stages += "[[stage]]\nid = \"s" + n + "\"\n";
        next += (i > 0 ? ", t" : "t") + n + " = 0.0" + std::to_string(11 + i % 3);
        spokes += "[[touchpoint]]\nid = \"t" + n + "\"\nstage = \"s" + n +
                  "\"\nnext = { hub = 0.9, done = 0.05 }\nrevenue = 1.25\ncost = 0.5\n"
                  "wait = { hub = { distribution = \"exponential\", mean = \"40 d\" } }\n";
    }
    text += stages + "[[touchpoint]]\nid = \"hub\"\nstage = \"s0\"\nnext = { " + next +
            " }\ncauses = { price = 1, neglect = 2 }\nsilent = 0.4\n" + spokes;
    check_same(testing::journey_from(text), 3, 2000);
}

// The way back to the hub comes after 66,000 others, and is the one that customers take twice.
TEST_CASE("fast walk: more than 65,536 ways out of one touchpoint", "[simulate][kernel]") {
    Journey journey = testing::journey_from(R"(
[journey]
title = "Many ways"
start = "hub"
[[touchpoint]]
id = "hub"
next = { done = 0.1, hub = 0.8 }
[[outcome]]
id = "done"
kind = "success"
)");
    constexpr int others = 66'000;
    std::vector<NamedNumber> ways;
    for (int i = 0; i < others; ++i) {
        Outcome outcome = journey.outcomes[0];
        outcome.id.value = "o" + std::to_string(i);
        NamedNumber way = journey.touchpoints[0].behaviour.next->shares[0];
        way.name.value = outcome.id.value;
        way.number = Number(0.05 / others);
        journey.outcomes.push_back(std::move(outcome));
        ways.push_back(std::move(way));
    }
    auto& shares = journey.touchpoints[0].behaviour.next->shares;
    shares.insert(shares.begin(), ways.begin(), ways.end());
    const CompiledJourney compiled = compile(journey);
    const Amounts amounts(compiled);
    const CustomerRange customers{0, 200};
    const Tally expected = one_by_one(compiled, amounts, 5, customers);
    const CountSums& back = expected.transitions.back();
    REQUIRE(back.squares > Unsigned128{2 * back.sum});
    for (const InstructionSet set : available_instruction_sets())
        CHECK(by_the_dozen(compiled, amounts, 5, customers, set, 0, 100) == expected);
}

TEST_CASE("fast walk: everybody leaves where the way on is multiplied away", "[simulate][kernel]") {
    const Journey as_is = testing::journey_from(R"(
[journey]
title = "Gone"
start = "a"
[[touchpoint]]
id = "a"
next = { done = 0.5 }
[[outcome]]
id = "done"
kind = "success"
[[scenario]]
id = "worse"
[[scenario.each]]
leave = 1e6
)");
    check_same(as_is, 1, 500);
    check_same(apply_scenario(as_is, ScenarioId(0), as_is), 1, 500);
}

TEST_CASE("fast walk: a tally of other luck is another", "[simulate][kernel]") {
    const Journey journey = testing::journey_from(testing::random_journey(2, {}));
    const CompiledJourney compiled = compile(journey);
    const Amounts amounts(compiled);
    const auto set = available_instruction_sets().back();
    const Tally expected = one_by_one(compiled, amounts, 1, {0, 300});
    CHECK(by_the_dozen(compiled, amounts, 1, {0, 300}, set, 0, 512) == expected);
    CHECK_FALSE(by_the_dozen(compiled, amounts, 2, {0, 300}, set, 0, 512) == expected);
    CHECK_FALSE(by_the_dozen(compiled, amounts, 1, {1, 300}, set, 0, 512) == expected);
}

TEST_CASE("fast walk: a stop ends it", "[simulate][kernel]") {
    const Journey journey = testing::journey_from(testing::random_journey(2, {}));
    const CompiledJourney compiled = compile(journey);
    const Amounts amounts(compiled);
    const kernel::Tables tables(compiled, amounts);
    FastWalk walk(compiled, amounts, tables, 1, InstructionSet::baseline);
    const std::atomic<bool> stop{true};
    CHECK_FALSE(walk.run({[] { return CustomerRange{0, 1000}; }, [](std::uint64_t) {}, &stop}));
}

TEST_CASE("instruction sets: names go there and back; the baseline is always there",
          "[simulate][kernel]") {
    const auto sets = available_instruction_sets();
    CHECK(sets.front() == InstructionSet::baseline);
    CHECK(std::is_sorted(sets.begin(), sets.end()));
    for (const InstructionSet set :
         {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512})
        CHECK(instruction_set_named(name_of(set)) == set);
    CHECK_FALSE(instruction_set_named("sse"));
}
