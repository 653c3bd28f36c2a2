#include "simulate/paired/paired_run.hpp"

#include <atomic>
#include <memory>
#include <string>

#include <catch2/catch.hpp>

#include "journey/scenario.hpp"
#include "simulate/paired/block_walk.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

constexpr std::uint64_t seed = 11;
constexpr CustomerRange customers{(std::uint64_t{1} << 32U) - 5000, 9001};  // a block left unfull

/// A random journey and the same with its scenario applied.
std::vector<Journey> redesigned(std::uint64_t number) {
    testing::RandomJourneyOptions options;
    options.touchpoints = 5 + static_cast<int>(number % 5);
    options.horizon = number % 2 == 0;
    options.scenario = true;
    const Journey as_is = testing::journey_from(testing::random_journey(number, options));
    return {as_is, apply_scenario(as_is, ScenarioId(0))};
}

std::vector<Variant> variants_of(const std::vector<Journey>& journeys) {
    std::vector<CompiledJourney> compiled;
    for (const Journey& journey : journeys) compiled.push_back(compile(journey));
    return make_variants(std::move(compiled));
}

PairedTally paired(const std::vector<Variant>& variants, unsigned threads = 1) {
    return tally_paired(variants, {{Quantity::success, {}}, nullptr}, seed, customers, threads).value();
}

/// What a path says of a customer, worked out anew.
struct Seen {
    int success = 0, ghosted = 0;
    double revenue = 0, cost = 0;
    int purchases = 0;
};

Seen seen(const CompiledJourney& journey, const Path& path) {
    Seen result;
    result.success = path.end == End::outcome
                         ? journey.outcome_is_success[path.outcome.index()]
                         : path.end == End::in_progress && journey.in_progress_is_success;
    result.ghosted = (path.end == End::left || path.end == End::impatient) && path.silent;
    for (const Step& step : path.steps) {
        const VisitValues& values =
            journey.values[journey.visit_index(path.persona, step.touchpoint)];
        result.revenue += values.revenue;
        result.cost += values.cost;
        result.purchases += values.revenue > 0;
    }
    return result;
}

double mean_up_less_down(const DifferenceSums::Change& change, double units) {
    return static_cast<double>(change.up.sum - change.down.sum) / units;
}

const std::string shop = R"(
[journey]
title = "Shop"
start = "look"
[[touchpoint]]
id = "look"
next = { look = 0.3, pay = 0.4 }
experience = { good = 0.3, bad = 0.3 }
cost = 0.25
[[touchpoint]]
id = "pay"
next = { done = 0.5, look = 0.3 }
revenue = 10
[[outcome]]
id = "done"
kind = "success"
)";

}  // namespace

TEST_CASE("paired run: each variant is walked as if alone", "[simulate][paired]") {
    for (const std::uint64_t number : {1U, 2U, 3U, 4U}) {
        const auto variants = variants_of(redesigned(number));
        const PairedTally tally = paired(variants);
        for (std::size_t i = 0; i < variants.size(); ++i)
            CHECK(tally.tallies[i] ==
                  tally_customers(variants[i].journey, variants[i].amounts, seed, customers, 1)
                      .value());
    }
}

TEST_CASE("paired run: differences are those of single customers", "[simulate][paired]") {
    const auto variants = variants_of(redesigned(6));
    const PairedTally tally = paired(variants);
    const auto before = walk_paths(variants[0].journey, seed, customers);
    const auto after = walk_paths(variants[1].journey, seed, customers);
    std::uint64_t gained = 0, lost = 0;
    double ghosted = 0, revenue = 0, cost = 0, margin_squares = 0;
    int purchases = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const Seen one = seen(variants[0].journey, before[i]);
        const Seen other = seen(variants[1].journey, after[i]);
        gained += static_cast<std::uint64_t>(other.success > one.success);
        lost += static_cast<std::uint64_t>(other.success < one.success);
        ghosted += other.ghosted - one.ghosted;
        revenue += other.revenue - one.revenue;
        cost += other.cost - one.cost;
        const double margin = other.revenue - other.cost - one.revenue + one.cost;
        margin_squares += margin * margin;
        purchases += other.purchases - one.purchases;
    }
    REQUIRE(gained + lost > 0);
    const DifferenceSums& sums = tally.differences.at(0);
    CHECK(sums.of(Quantity::success).up_count == gained);
    CHECK(sums.of(Quantity::success).down_count == lost);
    CHECK(mean_up_less_down(sums.of(Quantity::ghosted), 1) == ghosted);
    CHECK(mean_up_less_down(sums.of(Quantity::purchases), 1) == purchases);
    const double units = variants[0].amounts.money_scale.units;
    CHECK(mean_up_less_down(sums.of(Quantity::revenue), units) == Approx(revenue).epsilon(1e-9));
    CHECK(mean_up_less_down(sums.of(Quantity::cost), units) == Approx(cost).epsilon(1e-9));
    const auto& margin = sums.of(Quantity::margin);
    const double squares = static_cast<double>(margin.up.squares.low()) +
                           static_cast<double>(margin.down.squares.low());
    CHECK(squares / (units * units) == Approx(margin_squares).epsilon(1e-9));
    CHECK(tally.joint.at(0, 0).dy_dy == WideSum(static_cast<Integer128>(gained + lost)));
}

TEST_CASE("paired run: the same bits for any number of threads and from parts",
          "[simulate][paired]") {
    const auto variants = variants_of(redesigned(7));
    const PairedTally one = paired(variants);
    for (const unsigned threads : {2U, 7U}) {
        const PairedTally more = paired(variants, threads);
        CHECK(more.tallies == one.tallies);
        CHECK(more.baseline == one.baseline);
        CHECK(more.differences == one.differences);
        CHECK(more.joint == one.joint);
    }
    const PairedWanted figure{{Quantity::success, {}}, nullptr};
    PairedTally parts = tally_paired(variants, figure, seed, {customers.first, 77}, 1).value();
    parts += tally_paired(variants, figure, seed, {customers.first + 77, customers.count - 77}, 1)
                 .value();
    CHECK(parts.differences == one.differences);
    CHECK(parts.baseline == one.baseline);
}

TEST_CASE("paired run: equal variants differ in nobody", "[simulate][paired]") {
    const Journey journey = testing::journey_from(shop);
    const PairedTally tally = paired(variants_of({journey, journey}));
    CHECK(tally.differences.at(0) == DifferenceSums{});
}

TEST_CASE("paired run: amounts that need finer integers in one variant are subtracted alike",
          "[simulate][paired]") {
    const Journey journey = testing::journey_from(shop);
    std::string dearer = shop;
    dearer.replace(dearer.find("0.25"), 4, "0.125");
    const auto variants = variants_of({journey, testing::journey_from(dearer)});
    CHECK(variants[0].amounts.money_scale.units == 1000);
    const PairedTally tally = paired(variants);
    const auto& change = tally.differences.at(0).of(Quantity::cost);
    CHECK(change.up_count == 0);
    // every visit costs half, the ways are the same
    CHECK(2 * change.down.sum == tally.tallies[0].money.cost.sum);
    CHECK(tally.differences.at(0).of(Quantity::success).up_count == 0);
}

TEST_CASE("paired run: discounted and plain money share a scale", "[simulate][paired]") {
    std::string discounted = shop;
    discounted.replace(discounted.find("start ="), 0, "discount_rate = 0.1\n");
    const auto variants =
        variants_of({testing::journey_from(shop), testing::journey_from(discounted)});
    // nothing takes time, so that a discount changes nothing
    CHECK(paired(variants).differences.at(0) == DifferenceSums{});
}

TEST_CASE("paired run: a stopped run has no result", "[simulate][paired]") {
    const auto variants = variants_of(redesigned(2));
    const std::atomic<bool> stop = true;
    RunControl control;
    control.stop = &stop;
    CHECK_FALSE(tally_paired(variants, {}, seed, customers, 2, control));
}

TEST_CASE("paired run: progress rises to the number of customers", "[simulate][paired]") {
    const auto variants = variants_of(redesigned(2));
    std::uint64_t last = 0;
    bool rises = true;
    RunControl control;
    control.progress = [&](std::uint64_t done) {
        rises = rises && done >= last;
        last = done;
    };
    REQUIRE(tally_paired(variants, {}, seed, customers, 1, control));
    CHECK(rises);
    CHECK(last == customers.count);
}

TEST_CASE("block walk: chosen customers have the facts that they have among all",
          "[simulate][paired]") {
    const auto variants = variants_of(redesigned(8));
    const WalkedVariant walked(variants[0]);
    const BlockWalk::Settings settings{seed, available_instruction_sets().back(), false, nullptr};
    const CustomerRange block{123, 1000};
    std::vector<Facts> all(block.count), some(block.count);
    VisitMarks marks(variants[0].journey.touchpoint_count);
    BlockWalk walk(walked, settings);
    REQUIRE(walk.walk(block, all, {.marks = &marks}));

    const auto paths = walk_paths(variants[0].journey, seed, block);
    for (std::size_t i = 0; i < paths.size(); ++i)
        for (std::size_t v = 0; v < variants[0].journey.touchpoint_count; ++v) {
            bool visited = false;
            for (const Step& step : paths[i].steps) visited |= step.touchpoint.index() == v;
            if (marks.visited(i, v) != visited) FAIL("customer " << i << " at touchpoint " << v);
        }

    const std::size_t last = variants[0].journey.touchpoint_count - 1;
    const auto visitors = marks.visitors(last);
    REQUIRE(!visitors.empty());
    REQUIRE(visitors.size() < block.count);
    REQUIRE(walk.walk(block, visitors, some));  // the same walk goes on with others
    for (const std::uint32_t place : visitors) CHECK(some[place] == all[place]);
    CHECK(walk.take_tally().customers == block.count + visitors.size());
}
