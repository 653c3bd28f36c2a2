#include "simulate/tally/path_counter.hpp"

#include <vector>

#include <catch2/catch.hpp>

#include "simulate/random/threshold.hpp"
#include "simulate/tally/discount.hpp"
#include "simulate/walk/wait_table.hpp"
#include "tests/unit/simulate/hand_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

Tally tally_of(const CompiledJourney& journey, const std::vector<Path>& paths) {
    const Amounts amounts(journey);
    PathCounter counter(journey, amounts);
    for (const Path& path : paths) counter.add(path);
    return counter.tally();
}

std::vector<Path> everybody() {
    return {hand::buyer(), hand::leaver(), hand::impatient(), hand::switcher(), hand::waiting()};
}

}  // namespace

TEST_CASE("path counter: who ended how, by persona", "[simulate][tally]") {
    const Tally tally = tally_of(hand::journey(), everybody());
    CHECK(tally.customers == 5);
    CHECK(tally.personas[0] == PersonaTally{2, 1, 0, 0, {1, 0}});
    CHECK(tally.personas[1] == PersonaTally{3, 0, 1, 1, {0, 1}});
}

TEST_CASE("path counter: leaves by touchpoint, cause and silence", "[simulate][tally]") {
    const Tally tally = tally_of(hand::journey(), everybody());
    const std::size_t price = 1, delay = 4;
    CHECK(tally.left[tally.left_index(1, price, false)] == 1);
    CHECK(tally.left[tally.left_index(0, delay, true)] == 1);
    std::uint64_t all = 0;
    for (const std::uint64_t left : tally.left) all += left;
    CHECK(all == 2);
}

TEST_CASE("path counter: visits, experiences and goodwill with their products",
          "[simulate][tally]") {
    const Tally tally = tally_of(hand::journey(), everybody());
    const TouchpointTally& a = tally.touchpoints[0];
    CHECK(a.reached == 4);
    CHECK(a.visits == CountSums{5, 4 + 1 + 1 + 1});
    CHECK(a.good == CountSums{3, 4 + 1});
    CHECK(a.bad == CountSums{0, 0});
    CHECK((a.good_visits == 2 * 2 + 1 * 1));
    CHECK((a.goodwill == (1 - 10) + 0 + 0 + 1));
    CHECK((a.goodwill_squares == 81 + 1));
    CHECK((a.goodwill_visits == -9 * 2 + 1));
    CHECK(a.goodwill_levels[24 + 1] == 2);
    CHECK(a.goodwill_levels[24 + 0] == 2);
    CHECK(a.goodwill_levels[24 - 10] == 1);
    const TouchpointTally& b = tally.touchpoints[1];
    CHECK(b.reached == 2);
    CHECK(b.visits == CountSums{3, 4 + 1});
    CHECK(b.bad == CountSums{2, 2});
    CHECK((b.bad_visits == 2 + 1));
    CHECK((b.good_bad == 0));
}

TEST_CASE("path counter: good and bad of the same customer", "[simulate][tally]") {
    Path path = hand::buyer();
    path.steps[2].experience = Experience::bad;
    const Tally tally = tally_of(hand::journey(), {path});
    CHECK((tally.touchpoints[0].good_bad == 1));
    CHECK((tally.touchpoints[0].bad_visits == 2));
}

TEST_CASE("path counter: times of first arrival, success and end", "[simulate][tally]") {
    const Tally tally = tally_of(hand::journey(), everybody());
    const DurationTally& b = tally.touchpoints[1].first_arrival;
    CHECK(b.count == 2);
    CHECK((b.sum == 4 * hand::day));  // 1 day and 3 days; the second visit does not count
    CHECK((b.squares == WideSum(Integer128{10} * hand::day * hand::day)));
    CHECK(tally.time_to_success.count == 1);
    CHECK((tally.time_to_success.sum == 5 * hand::day));
    const auto curve = tally.ends.curve(30 * hand::day);
    CHECK(curve.back().ended == 4);  // one is still on the way
    CHECK(curve[2].time == hand::day);
    CHECK(curve[2].ended == 0);
    CHECK(curve[4].ended == 1);
}

TEST_CASE("path counter: stages reached and left", "[simulate][tally]") {
    const Tally tally = tally_of(hand::journey(), everybody());
    CHECK(tally.stages[0] == StageTally{4, 2});
    CHECK(tally.stages[1] == StageTally{2, 0});
}

TEST_CASE("path counter: only arrivals are traversals", "[simulate][tally]") {
    const Tally tally = tally_of(hand::journey(), everybody());
    CHECK(tally.transitions[hand::a_to_b] == CountSums{3, 4 + 1});  // two set out in vain
    CHECK(tally.transitions[hand::b_to_a] == CountSums{1, 1});
    CHECK(tally.transitions[hand::b_to_c] == CountSums{1, 1});
    CHECK(tally.transitions[hand::c_to_done] == CountSums{1, 1});
    CHECK(tally.transitions[hand::c_to_elsewhere] == CountSums{1, 1});
    CHECK(tally.transitions[hand::a_to_done] == CountSums{0, 0});
}

TEST_CASE("path counter: money and effort in exact units", "[simulate][tally]") {
    const CompiledJourney journey = hand::journey();
    const Amounts amounts(journey);
    CHECK(amounts.money_scale.units == 10);
    CHECK(amounts.effort_scale.units == 10);
    const Tally tally = tally_of(journey, everybody());
    // buyer: revenue 30, cost 5.1, effort 2.2 + 0.5 friction; leaver: cost 2.5, effort 1.1;
    // impatient: effort 0.1 + 0.5; switcher: revenue 60, cost 0.1; waiting: effort 0.1
    CHECK((tally.money.revenue.sum == 300 + 600));
    CHECK((tally.money.revenue.squares == WideSum(300 * 300 + 600 * 600)));
    CHECK((tally.money.cost.sum == 51 + 25 + 1));
    CHECK((tally.money.revenue_cost == WideSum(300 * 51 + 600 * 1)));
    CHECK((tally.money.revenue_purchases == WideSum(300 + 600)));
    CHECK(tally.money.purchases == CountSums{2, 2});
    CHECK(tally.money.buyers == 2);
    CHECK((tally.effort.sum == 27 + 11 + 6 + 0 + 1));
    CHECK((tally.effort.squares == WideSum(27 * 27 + 11 * 11 + 6 * 6 + 1)));
}

TEST_CASE("path counter: buyers, their lifetime value and newcomers", "[simulate][tally]") {
    CompiledJourney journey = hand::journey();
    journey.values[1].refers = 0.25;
    Path again = hand::buyer();  // c twice
    again.steps.push_back(again.steps.back());
    const Tally tally = tally_of(journey, {hand::buyer(), hand::leaver(), again});
    CHECK(tally.money.buyers == 2);
    CHECK(tally.money.repeat_buyers == 1);
    // 30 - 5.1 and 60 - 5.2 in tenths; the leaver's cost is no buyer's
    CHECK((tally.money.lifetime.sum == 249 + 548));
    CHECK((tally.money.lifetime.squares == WideSum(249 * 249 + 548 * 548)));
    CHECK(Amounts(journey).refers_scale.units == 100);
    CHECK((tally.newcomers.sum == 50 + 50));  // the leaver is another persona
    CHECK((tally.newcomers.squares == WideSum(50 * 50 + 50 * 50)));
}

TEST_CASE("path counter: buyers at risk from the first purchase on, and those lost",
          "[simulate][tally]") {
    Path twice = hand::buyer();  // buys on day 4 and again at the end
    twice.steps.push_back(hand::step(2, Experience::good, -9, 5 * hand::day, hand::c_to_elsewhere));
    twice.ended = 7 * hand::day;
    twice.outcome = OutcomeId(1);  // no success
    Path waiting = hand::switcher();
    waiting.end = End::in_progress;
    waiting.ended = 30 * hand::day;
    const Tally tally = tally_of(
        hand::journey(), {hand::buyer(), hand::switcher(), twice, waiting, hand::impatient()});
    const Integer128 day = hand::day;
    CHECK(tally.money.buyers == 4);
    CHECK(tally.money.lost_buyers == 2);
    CHECK((tally.money.at_risk.sum == (1 + 2 + 3 + 30) * day));
    CHECK((tally.money.at_risk.squares == WideSum((1 + 4 + 9 + 900) * day * day)));
    CHECK((tally.money.lost_at_risk == (2 + 3) * day));
}

TEST_CASE("path counter: customers whose end is not seen, by how long they were silent",
          "[simulate][tally]") {
    CompiledJourney journey = hand::journey();
    journey.observer_cutoffs = {20 * hand::day, 3 * hand::day, -hand::day};
    Path late = hand::waiting();
    late.steps[0].arrived = 20 * hand::day;
    Path later = hand::waiting();
    later.steps[0].arrived = 20 * hand::day + 1;
    Path silent = hand::leaver();  // last seen on day 3
    silent.silent = true;
    // a buyer who arrives and a leaver who says so are seen to end; silence counts from the visit
    const Tally tally =
        tally_of(journey, {hand::buyer(), hand::leaver(), hand::impatient(), silent, late, later});
    CHECK(tally.observer.ghosted == std::vector<std::uint64_t>{0, 0, 2, 0});
    CHECK(tally.observer.in_progress == std::vector<std::uint64_t>{1, 1, 0, 0});
    CHECK(tally_of(hand::journey(), {silent}).observer == ObserverTally());
}

TEST_CASE("path counter: answers to a survey by goodwill, effort and visits at the end",
          "[simulate][tally][survey]") {
    CompiledJourney journey = hand::journey();
    journey.survey.asked = true;
    journey.survey.responds_below = certain;
    journey.survey.satisfied.assign(journey.goodwill_levels(), certain);
    journey.survey.satisfied[24 - 9] = 0;  // content at -9 alone
    journey.survey.ces = ResolvedQuestion{7, 1, 0};
    journey.survey.attributes = {{TouchpointId(0), TouchpointId(1)}, {TouchpointId(2)}};
    Path buyer = hand::buyer();
    buyer.goodwill = -9;
    const Tally tally = tally_of(journey, {buyer, hand::impatient()});
    CHECK(tally.survey.all.customers == 2);
    CHECK(tally.survey.seen.customers == 1);  // the other is a ghost
    CHECK(tally.survey.all.satisfied == 1);
    CHECK(tally.survey.seen.ces == 4);     // 7 less an effort of 2.7, rounded
    CHECK(tally.survey.all.ces == 4 + 6);  // 7 - 0.6
    // buyer: two good, one bad of four visits, then a good one; the other: one neutral visit
    CHECK((tally.survey.seen.judged == std::vector<Integer128>{1, 4, 1, 1}));
    CHECK((tally.survey.all.judged == std::vector<Integer128>{1, 5, 1, 1}));
    CHECK(tally_of(hand::journey(), {buyer}).survey == SurveyTally());
}

TEST_CASE("path counter: later money is worth less", "[simulate][tally]") {
    CompiledJourney journey = hand::journey();
    journey.waits = [] {
        WaitTableBuilder builder;
        builder.need_powers();
        return builder.take();
    }();
    // halved every day
    journey.discount = static_cast<std::uint64_t>(0x1p80 / ticks_per_day + 0.5);
    const Tally tally = tally_of(journey, {hand::buyer()});
    // costs 2.5 on days 1 and 3, earns 30 - 0.1 on day 4
    const double expected = 10 * (-2.5 / 2 - 2.5 / 8 + 29.9 / 16);
    const double unit = 1 << discounted_bits;
    CHECK(static_cast<double>(tally.money.lifetime.sum) / unit == Approx(expected).epsilon(1e-5));
    CHECK(discounted(journey.discount, journey.waits.powers.data(), 7, 0) == 7 << discounted_bits);
    CHECK(discounted(journey.discount, journey.waits.powers.data(), -7, 40 * hand::day) == 0);
}

TEST_CASE("path counter: tallies of parts add up to the whole, in any order", "[simulate][tally]") {
    const CompiledJourney journey = hand::journey();
    std::vector<Path> paths;
    for (int i = 0; i < 7; ++i)
        for (const Path& path : everybody()) paths.push_back(path);
    const Tally whole = tally_of(journey, paths);
    std::vector<Path> first(paths.begin(), paths.begin() + 8), rest(paths.begin() + 8, paths.end());
    Tally forward = tally_of(journey, first);
    forward += tally_of(journey, rest);
    Tally backward = tally_of(journey, rest);
    backward += tally_of(journey, first);
    CHECK(forward == whole);
    CHECK(backward == whole);
    CHECK_FALSE(tally_of(journey, rest) == whole);
}

TEST_CASE("path counter: one customer leaves no trace in the next", "[simulate][tally]") {
    const CompiledJourney journey = hand::journey();
    Tally apart = tally_of(journey, {hand::buyer()});
    apart += tally_of(journey, {hand::buyer()});
    CHECK(tally_of(journey, {hand::buyer(), hand::buyer()}) == apart);
}
