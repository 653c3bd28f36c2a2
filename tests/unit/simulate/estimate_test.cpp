#include "simulate/estimate/estimate.hpp"

#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "base/interval.hpp"
#include "simulate/observer.hpp"
#include "simulate/walk/wait.hpp"
#include "tests/unit/simulate/hand_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

// The names of the compiled journey written by hand.
Journey named() {
    Journey journey;
    for (const char* id : {"dissatisfaction", "price", "neglect", "priorities", "delay"})
        journey.causes.push_back({{id, {}}, {}});
    for (const char* id : {"early", "late"}) journey.stages.emplace_back().id.value = id;
    for (const char* id : {"calm", "anxious"}) journey.personas.emplace_back().id.value = id;
    for (const char* id : {"a", "b", "c"}) journey.touchpoints.emplace_back().id.value = id;
    for (const char* id : {"done", "elsewhere"}) journey.outcomes.emplace_back().id.value = id;
    journey.outcomes[0].kind.value = OutcomeKind::success;
    journey.outcomes[1].kind.value = OutcomeKind::lost;
    return journey;
}

SimulationResult result_of(const Journey& journey, const CompiledJourney& compiled,
                           const std::vector<Path>& paths, RunSettings settings = {}) {
    const Amounts amounts(compiled);
    PathCounter counter(compiled, amounts);
    for (const Path& path : paths) counter.add(path);
    settings.customers = paths.size();
    return estimate(journey, compiled, amounts, counter.tally(), settings);
}

SimulationResult result_of(const CompiledJourney& compiled, const std::vector<Path>& paths) {
    return result_of(named(), compiled, paths);
}

std::vector<Path> everybody() {
    return {hand::buyer(), hand::leaver(), hand::impatient(), hand::switcher(), hand::waiting()};
}

// In one number, so that a missing figure fails.
double value(const MaybeEstimate& figure) {
    return figure ? figure->estimate : -999;
}

}  // namespace

TEST_CASE("estimate: ends", "[simulate][estimate]") {
    const auto result = result_of(hand::journey(), everybody());
    CHECK(result.success.estimate == 0.2);
    CHECK(result.lost.estimate == 0.6);  // two left, one went elsewhere
    CHECK(result.ghosted.estimate == 0.2);
    CHECK(result.left_openly.estimate == 0.2);
    CHECK(result.in_progress.estimate == 0.2);
    const Interval wilson = wilson_interval(0.2, 5, Confidence(0.95));
    CHECK(result.success.low == wilson.low);
    CHECK(result.success.high == wilson.high);
    REQUIRE(result.outcomes.size() == 2);
    CHECK(result.outcomes[1].id == "elsewhere");
    CHECK_FALSE(result.outcomes[1].is_success);
    CHECK(result.outcomes[1].share.estimate == 0.2);
    REQUIRE(result.causes.size() == 5);
    CHECK(result.causes[1].share.estimate == 0.2);
    CHECK(result.causes[4].id == "delay");
    CHECK(result.causes[4].share.estimate == 0.2);
    CHECK(result.causes[0].share.estimate == 0);
    CHECK(result.causes[0].share.high > 0.3);
}

TEST_CASE("estimate: silent and open leavers are told apart", "[simulate][estimate]") {
    const auto result =
        result_of(hand::journey(), {hand::impatient(), hand::leaver(), hand::impatient()});
    CHECK(result.ghosted.estimate == Approx(2.0 / 3));
    CHECK(result.left_openly.estimate == Approx(1.0 / 3));
    CHECK(result.touchpoints[0].ghosted.estimate == Approx(2.0 / 3));
    CHECK(value(result.personas[1].ghosted) == Approx(2.0 / 3));
}

TEST_CASE("estimate: in_progress may count as success", "[simulate][estimate]") {
    CompiledJourney compiled = hand::journey();
    compiled.in_progress_is_success = true;
    const auto result = result_of(compiled, everybody());
    CHECK(result.success.estimate == 0.4);
    CHECK(result.lost.estimate == 0.6);
    CHECK(result.in_progress.estimate == 0);
    CHECK(result.in_progress.high == 0);
    CHECK(value(result.personas[0].success) == 1.0);
    REQUIRE(result.time_to_success_days);
    CHECK(result.time_to_success_days->mean.estimate == 5);  // over outcomes only
}

TEST_CASE("estimate: an outcome of kind success that does not count is lost",
          "[simulate][estimate]") {
    CompiledJourney compiled = hand::journey();
    compiled.outcome_is_success = {0, 1};
    const auto result = result_of(compiled, everybody());
    CHECK(result.success.estimate == 0.2);
    CHECK(result.lost.estimate == 0.6);
    CHECK(result.outcomes[0].success_kind);
    CHECK_FALSE(result.outcomes[0].is_success);
    REQUIRE(result.time_to_success_days);
    CHECK(result.time_to_success_days->mean.estimate == 2);
}

TEST_CASE("estimate: stages and personas", "[simulate][estimate]") {
    const auto result = result_of(hand::journey(), everybody());
    CHECK(result.stages[0].reach.estimate == 0.8);
    CHECK(value(result.stages[0].drop_off) == 0.5);
    CHECK(value(result.stages[1].drop_off) == 0.0);
    CHECK(result.personas[0].share.estimate == 0.4);
    CHECK(value(result.personas[0].success) == 0.5);
    CHECK(value(result.personas[1].ghosted) == Approx(1.0 / 3));
}

TEST_CASE("estimate: a touchpoint", "[simulate][estimate]") {
    const auto result = result_of(hand::journey(), everybody());
    const TouchpointResult& b = result.touchpoints[1];
    CHECK(b.id == "b");
    CHECK(b.reach.estimate == 0.4);
    CHECK(b.visits.estimate == 0.6);
    CHECK(b.left.estimate == 0.2);
    CHECK(b.ghosted.estimate == 0);
    CHECK(value(b.drop_off) == 0.5);
    CHECK(value(b.good) == 0.0);
    CHECK(value(b.neutral) == Approx(1.0 / 3));
    CHECK(value(b.bad) == Approx(2.0 / 3));
    // residuals of neutral: buyer 1 - 2/3, leaver 0 - 1/3
    const double error = std::sqrt(2.0 / 9 * 2) / 3;
    REQUIRE(b.neutral);
    CHECK(b.neutral->standard_error == Approx(error));
    REQUIRE(b.bad);
    CHECK(b.bad->standard_error == Approx(error));
    CHECK(value(b.goodwill) == -11.0);  // -11, -10, -12
    CHECK(b.goodwill_p10 == -12.0);
    CHECK(b.goodwill_p90 == -10.0);
    CHECK(b.causes[1].share.estimate == 0.2);
    CHECK(b.causes[4].share.estimate == 0);
    REQUIRE(b.first_arrival_days);
    CHECK(b.first_arrival_days->mean.estimate == 2);
    CHECK(b.first_arrival_days->mean.standard_error == Approx(1.0));
    CHECK(b.first_arrival_days->p10 == 1);
    CHECK(b.first_arrival_days->p90 == 3);
    const TouchpointResult& a = result.touchpoints[0];
    CHECK(a.ghosted.estimate == 0.2);
    CHECK(a.goodwill_p10 == -10.0);
    CHECK(a.goodwill_p90 == 1.0);
}

TEST_CASE("estimate: neutral visits of those who had good and bad ones", "[simulate][estimate]") {
    Path mixed = hand::buyer();
    mixed.steps[2].experience = Experience::bad;
    Path neutral = hand::buyer();
    neutral.steps[0].experience = neutral.steps[2].experience = Experience::neutral;
    const auto result = result_of(hand::journey(), {mixed, neutral, hand::leaver()});
    const TouchpointResult& a = result.touchpoints[0];
    CHECK(value(a.neutral) == 0.6);  // 0 of 2, 2 of 2, 1 of 1: residuals -1.2, 0.8, 0.4
    REQUIRE(a.neutral);
    CHECK(a.neutral->standard_error == Approx(std::sqrt((1.44 + 0.64 + 0.16) * 1.5) / 5));
}

TEST_CASE("estimate: what nobody reached has no ratios", "[simulate][estimate]") {
    const auto result = result_of(hand::journey(), {hand::switcher(), hand::switcher()});
    const TouchpointResult& a = result.touchpoints[0];
    CHECK(a.reach.estimate == 0);
    CHECK(a.reach.high > 0.5);
    CHECK(a.visits.high > 0.5);
    CHECK_FALSE(a.drop_off);
    CHECK_FALSE(a.good);
    CHECK_FALSE(a.neutral);
    CHECK_FALSE(a.bad);
    CHECK_FALSE(a.goodwill);
    CHECK_FALSE(a.goodwill_p10);
    CHECK_FALSE(a.first_arrival_days);
    CHECK_FALSE(result.stages[0].drop_off);
    CHECK_FALSE(result.personas[0].success);
    CHECK_FALSE(result.time_to_success_days);
    CHECK(result.touchpoints[2].first_arrival_days);
}

TEST_CASE("estimate: where nothing takes time there are no times", "[simulate][estimate]") {
    CompiledJourney compiled = hand::journey();
    compiled.has_waits = false;
    const auto result = result_of(compiled, {hand::switcher(), hand::buyer()});
    CHECK_FALSE(result.survival);
    CHECK_FALSE(result.time_to_success_days);
    CHECK_FALSE(result.touchpoints[2].first_arrival_days);
}

TEST_CASE("estimate: survival by day", "[simulate][estimate]") {
    CompiledJourney compiled = hand::journey();
    compiled.horizon = 30 * hand::day;
    const auto result = result_of(compiled, everybody());
    REQUIRE(result.survival);
    const auto& days = result.survival->days;
    const auto& left = result.survival->still_on_the_way;
    REQUIRE(days.size() == left.size());
    CHECK(days.front() == 0);
    CHECK(left.front() == 1);
    CHECK(days.back() == 30);
    CHECK(left.back() == result.in_progress.estimate);
    for (std::size_t i = 0; i < days.size(); ++i) {
        const int ended = (days[i] >= 2) + (days[i] >= 3) + (days[i] >= 5) + (days[i] >= 10);
        CHECK(left[i] == Approx((5 - ended) / 5.0));
    }
}

TEST_CASE("estimate: transitions by name", "[simulate][estimate]") {
    const auto result = result_of(hand::journey(), everybody());
    REQUIRE(result.transitions.size() == 6);
    CHECK(result.transitions[hand::a_to_b].from == "a");
    CHECK(result.transitions[hand::a_to_b].to == "b");
    CHECK(result.transitions[hand::a_to_b].traversals.estimate == 0.6);
    CHECK(result.transitions[hand::c_to_elsewhere].to == "elsewhere");
    CHECK(result.transitions[hand::a_to_done].traversals.estimate == 0);
    CHECK(result.transitions[hand::a_to_done].traversals.high > 0.3);
}

TEST_CASE("estimate: money and effort", "[simulate][estimate]") {
    Journey journey = named();
    journey.scenario_cost_per_customer = 0.5;
    const auto result = result_of(journey, hand::journey(), everybody());
    CHECK(result.effort.estimate == Approx(0.9));
    const MoneyResult& money = result.money;
    CHECK(money.revenue.estimate == 18);
    CHECK(money.cost.estimate == Approx(7.7 / 5));
    CHECK(money.scenario_cost == 0.5);
    CHECK(money.margin.estimate == Approx(18 - 7.7 / 5 - 0.5));
    // margins before the constant: 24.9, -2.5, 0, 59.9, 0
    const double mean = (24.9 - 2.5 + 59.9) / 5;
    const double squares = 24.9 * 24.9 + 2.5 * 2.5 + 59.9 * 59.9 - 5 * mean * mean;
    CHECK(money.margin.standard_error == Approx(std::sqrt(squares / 4 / 5)));
    CHECK(money.margin.low < money.margin.estimate);
    CHECK(money.purchases.estimate == 0.4);
    CHECK(value(money.average_order_value) == 45);
    // residuals 30 - 45 and 60 - 45
    CHECK(money.average_order_value->standard_error == Approx(std::sqrt(450.0 * 2) / 2));
    CHECK(money.average_order_value->low == 30);
    CHECK(money.average_order_value->high == 60);
}

TEST_CASE("estimate: what buyers do", "[simulate][estimate]") {
    Journey journey = named();
    journey.acquisition_cost = 3;
    const auto money = result_of(journey, hand::journey(), everybody()).money;
    // two of five buy, once each, for 30 and 60, and have costs of 5.1 and 0.1 before
    CHECK(value(money.repeat_customer_rate) == 0);
    CHECK(money.repeat_customer_rate->high > 0.5);
    CHECK(value(money.purchase_frequency) == 1);
    CHECK(money.purchase_frequency->low == 1);
    CHECK(money.purchase_frequency->high == 1);  // no way leads back to c
    const double first = 24.9, second = 59.9, mean = (first + second) / 2;
    CHECK(value(money.lifetime_value) == Approx(mean));
    CHECK(money.lifetime_value->standard_error ==
          Approx(
              std::sqrt(2 * ((first - mean) * (first - mean) + (second - mean) * (second - mean))) /
              2));
    CHECK(value(money.acquisition_cost_per_buyer) == Approx(7.5));
    const Estimate buyers = estimate_share(2, 5, Confidence(0.95));
    CHECK(money.acquisition_cost_per_buyer->standard_error ==
          Approx(3 * buyers.standard_error / (0.4 * 0.4)));
    CHECK(money.acquisition_cost_per_buyer->low == Approx(3 / buyers.high));
    CHECK(money.acquisition_cost_per_buyer->high == Approx(3 / buyers.low));
    // 84.8 in all, for five starters at 3 each
    CHECK(value(money.lifetime_value_to_acquisition_cost) == Approx(84.8 / 15));
    const double squares = first * first + second * second - 84.8 * 84.8 / 5;
    CHECK(money.lifetime_value_to_acquisition_cost->standard_error ==
          Approx(std::sqrt(squares / 4 / 5) / 3));
}

TEST_CASE("estimate: what the firm sees of silent customers", "[simulate][estimate][observer]") {
    Journey journey = named();
    CompiledJourney compiled = hand::journey();
    CHECK_FALSE(result_of(journey, compiled, everybody()).observer);
    journey.horizon_days = Sourced<double>{2, {}};
    journey.ghost_after_days = Sourced<double>{1, {}};
    const auto waits = observer_waits(2, 1);
    REQUIRE(waits.size() == 7);  // 1, 2, 3, 6, 12 hours, 1 and 2 days
    for (const double wait : waits)
        compiled.observer_cutoffs.push_back(static_cast<Ticks>((2 - wait) * hand::day));
    Path silent = hand::leaver();
    silent.silent = true;
    silent.steps[1].arrived = 3 * hand::day / 2;
    RunSettings settings;
    settings.observer_range = true;
    const auto result =
        result_of(journey, compiled,
                  {hand::buyer(), hand::leaver(), hand::impatient(), silent, hand::waiting(),
                   hand::waiting(), hand::waiting(), hand::waiting()},
                  settings);
    REQUIRE(result.observer);
    CHECK(result.observer->ghost_after_days == 1);
    CHECK(result.observer->flagged.estimate == 5.0 / 8);
    CHECK(result.observer->active.estimate == 1.0 / 8);
    CHECK(value(result.observer->precision) == 1.0 / 5);
    CHECK(value(result.observer->recall) == 1.0 / 2);
    REQUIRE(result.observer_range.size() == waits.size());
    CHECK(value(result.observer_range[4].recall) == 1);  // seen 12 hours ago
    CHECK(value(result.observer_range[4].precision) == 2.0 / 6);
    CHECK(result.observer_range[6].active.estimate == 1.0 / 8);
    const auto nobody = result_of(journey, compiled, {hand::buyer(), hand::leaver()});
    CHECK(nobody.observer->flagged.estimate == 0);
    CHECK(nobody.observer_range.empty());
    CHECK_FALSE(nobody.observer->precision);
    CHECK_FALSE(nobody.observer->recall);
}

TEST_CASE("estimate: survey scores of everybody and of those who answer",
          "[simulate][estimate][survey]") {
    CompiledJourney compiled = hand::journey();
    CHECK_FALSE(result_of(compiled, everybody()).survey);
    compiled.survey.asked = true;
    compiled.survey.responds_below = 0xffff'ffffU;
    compiled.survey.satisfied.assign(compiled.goodwill_levels(), 0);
    compiled.survey.satisfied[24] = 0xffff'ffffU;  // nobody is content at 0
    compiled.survey.promotes = compiled.survey.detracts = compiled.survey.satisfied;
    compiled.survey.attributes = {{TouchpointId(0)}, {TouchpointId(1)}, {TouchpointId(2)}};
    std::vector<Path> paths = everybody();
    paths[0].goodwill = 12;
    const auto survey = result_of(compiled, paths).survey;
    REQUIRE(survey);
    CHECK(value(survey->answered) == 0.8);  // the impatient one is a ghost
    CHECK(value(survey->csat->everybody) == 20);
    CHECK(survey->csat->everybody->low == Approx(100 * estimate_share(1, 5, Confidence(0.95)).low));
    CHECK(value(survey->csat->seen) == 25);
    CHECK(value(survey->nps->everybody) == Approx(20 - 80));
    CHECK(survey->nps->everybody->standard_error == Approx(100 * std::sqrt((1 - 0.36) / 5)));
    CHECK(value(survey->nps->seen) == Approx(25 - 75));
    CHECK_FALSE(survey->ces);
    // a: three good of five visits; b: two bad of three; c: one good of two
    const double expected = 100 * ((1 + 0.6) / 2 + (1 - 2.0 / 3) / 2 + (1 + 0.5) / 2) / 3;
    CHECK(value(survey->csi->everybody) == Approx(expected));
    // a without the impatient customer: three good of four
    CHECK(value(survey->csi->seen) ==
          Approx(100 * ((1 + 0.75) / 2 + (1 - 2.0 / 3) / 2 + 0.75) / 3));
}

TEST_CASE("estimate: without an acquisition cost nothing is set against it",
          "[simulate][estimate]") {
    const auto money = result_of(hand::journey(), everybody()).money;
    CHECK(value(money.acquisition_cost_per_buyer) == 0);
    CHECK_FALSE(money.lifetime_value_to_acquisition_cost);
}

TEST_CASE("estimate: buyers lost, and how many would be in a year", "[simulate][estimate]") {
    // both are at risk for a day and two days, and the second is lost
    const auto money = result_of(hand::journey(), everybody()).money;
    CHECK(value(money.churn) == 0.5);
    CHECK(money.days_at_risk_per_buyer == 1.5);
    CHECK(money.too_short_to_annualise());
    const double rate = 1.0 / 3;
    CHECK(value(money.churn_yearly) == Approx(-std::expm1(-365 * rate)));
    Path longer = hand::switcher();
    longer.ended = 730 * hand::day;
    Path stays = hand::buyer();
    stays.ended = (4 + 365) * hand::day;
    const auto slow = result_of(hand::journey(), {longer, stays, hand::leaver()}).money;
    CHECK(value(slow.churn_yearly) == Approx(-std::expm1(-1.0 / 3)));
    CHECK_FALSE(slow.too_short_to_annualise());
    // residuals 1 - 2/3 and 0 - 1/3 losses in 1095 days
    const double error = std::sqrt(2 * (1.0 / 9 + 1.0 / 9)) / 3;
    CHECK(slow.churn_yearly->standard_error == Approx(std::exp(-1.0 / 3) * error));
    CHECK(slow.churn_yearly->low == 0);
    CHECK(slow.churn_yearly->high > 0.9);
}

TEST_CASE("estimate: yearly churn where nobody is lost, of one buyer, and of none at risk",
          "[simulate][estimate]") {
    const auto none = result_of(hand::journey(), {hand::buyer(), hand::buyer()}).money;
    CHECK(value(none.churn_yearly) == 0);
    CHECK(none.churn_yearly->standard_error > 0);
    CHECK(none.churn_yearly->high > 0.99);  // in two days
    const auto one = result_of(hand::journey(), {hand::switcher()}).money;
    CHECK(one.churn_yearly->low == 0);
    CHECK(one.churn_yearly->high == 1);
    CHECK(std::isfinite(one.churn_yearly->standard_error));
    Path at_once = hand::switcher();
    at_once.ended = 0;
    const auto never = result_of(hand::journey(), {at_once}).money;
    CHECK(value(never.churn) == 1);
    CHECK_FALSE(never.churn_yearly);
    CHECK_FALSE(result_of(hand::journey(), {hand::leaver()}).money.churn);
}

TEST_CASE("estimate: newcomers and the customers that follow", "[simulate][estimate]") {
    CompiledJourney compiled = hand::journey();
    CHECK_FALSE(result_of(compiled, everybody()).word_of_mouth);
    for (std::size_t persona = 0; persona < 2; ++persona)
        compiled.values[compiled.visit_index(PersonaId(persona), TouchpointId(2))].refers = 0.5;
    const auto word = result_of(compiled, everybody()).word_of_mouth;
    REQUIRE(word);
    const double newcomers = word->newcomers.estimate;
    CHECK(newcomers > 0);
    CHECK(value(word->customers_per_starter) == Approx(1 / (1 - newcomers)));
    CHECK(word->customers_per_starter->low == Approx(1 / (1 - word->newcomers.low)));
    CHECK(word->customers_per_starter->standard_error ==
          Approx(word->newcomers.standard_error / ((1 - newcomers) * (1 - newcomers))));
}

TEST_CASE("estimate: without amounts money is nothing, without buyers a bound",
          "[simulate][estimate]") {
    CompiledJourney compiled = hand::journey();
    const auto none = result_of(compiled, {hand::leaver(), hand::leaver()});
    CHECK(none.money.revenue.estimate == 0);
    CHECK(none.money.revenue.high == Approx(60 * none.success.high));
    CHECK(none.money.purchases.high > 0.5);
    CHECK_FALSE(none.money.average_order_value);
    for (auto& values : compiled.values) values = {};
    compiled.friction_effort = 0;
    const auto free = result_of(compiled, everybody());
    CHECK(free.money.revenue.high == 0);
    CHECK(free.money.cost.high == 0);
    CHECK(free.money.margin.standard_error == 0);
    CHECK(free.money.purchases.high == 0);
    CHECK(free.effort.high == 0);
}

TEST_CASE("estimate: a cohort as asked, else a year's customers", "[simulate][estimate]") {
    Journey journey = named();
    CHECK_FALSE(result_of(journey, hand::journey(), everybody()).cohort);
    journey.customers_per_year = 1000;
    const auto year = result_of(journey, hand::journey(), everybody());
    REQUIRE(year.cohort);
    CHECK(year.cohort->customers == 1000);
    CHECK(year.cohort->successes.estimate == Approx(200));
    CHECK(year.cohort->successes.low > 10);
    RunSettings settings;
    settings.cohort = 50;
    const auto asked = result_of(journey, hand::journey(), everybody(), settings);
    REQUIRE(asked.cohort);
    CHECK(asked.cohort->customers == 50);
}
