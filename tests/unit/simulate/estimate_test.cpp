#include "simulate/estimate/estimate.hpp"

#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "base/interval.hpp"
#include "simulate/observer.hpp"
#include "simulate/walk/wait.hpp"
#include "tests/unit/simulate/hand_estimate.hpp"

using namespace cjm;
using namespace cjm::simulate;
using hand::everybody;
using hand::named;
using hand::result_of;
using hand::value;

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
