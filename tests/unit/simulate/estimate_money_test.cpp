// What is estimated of money, buyers and newcomers.
#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "base/interval.hpp"
#include "simulate/churn_alarm.hpp"
#include "tests/unit/simulate/hand_estimate.hpp"

using namespace cjm;
using namespace cjm::simulate;
using hand::everybody;
using hand::named;
using hand::result_of;
using hand::value;

namespace {

CompiledJourney with_newcomers() {
    CompiledJourney compiled = hand::journey();
    for (std::size_t persona = 0; persona < 2; ++persona)
        compiled.values[compiled.visit_index(PersonaId(persona), TouchpointId(2))].refers = 0.5;
    return compiled;
}

}  // namespace

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
    CHECK_FALSE(result_of(hand::journey(), everybody()).word_of_mouth);
    const auto word = result_of(with_newcomers(), everybody()).word_of_mouth;
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

TEST_CASE("estimate: buyers lost, net of the newcomers whom customers bring",
          "[simulate][estimate]") {
    // two of five buy and bring half a newcomer each, of whom two fifths buy; one buyer is lost
    const auto money = result_of(with_newcomers(), everybody()).money;
    CHECK(value(money.churn) == 0.5);
    CHECK(value(money.net_churn) == Approx(0.5 - 0.2));
    // of churn 1/4 / 2, of newcomers two 0.3 and three -0.2 from their mean; loss and newcomers of
    // the two buyers do not go together
    CHECK(money.net_churn->standard_error == Approx(std::sqrt(0.125 + 0.3 / 4 / 5)));
    CHECK(money.net_churn->low < 0.3);
    CHECK(money.net_churn->high > 0.3);
    CHECK(value(money.net_churn_yearly) == Approx(-std::expm1(-365 * 0.2)));
    CHECK_FALSE(result_of(hand::journey(), everybody()).money.net_churn);
    CHECK_FALSE(result_of(with_newcomers(), {hand::leaver()}).money.net_churn);
}

TEST_CASE("estimate: a year's net loss counts newcomers by the days at risk, and may be negative",
          "[simulate][estimate]") {
    Path longer = hand::switcher();
    longer.ended = 730 * hand::day;
    Path stays = hand::buyer();
    stays.ended = (4 + 365) * hand::day;
    const auto slow = result_of(with_newcomers(), {longer, stays, hand::leaver()}).money;
    // one lost, one newcomer of whom two thirds buy, in 1095 days
    CHECK(value(slow.net_churn_yearly) == Approx(-std::expm1(-1.0 / 9)));
    CHECK(slow.net_churn_yearly->low < value(slow.net_churn_yearly));
    CHECK(slow.net_churn_yearly->high > value(slow.net_churn_yearly));
    CHECK(slow.net_churn_yearly->low < 0);
    CHECK(churn_alarm(slow, &MoneyResult::churn_yearly) == ChurnAlarm::above);
    const auto grows = result_of(with_newcomers(), {stays, stays, hand::leaver()}).money;
    CHECK(value(grows.net_churn) == Approx(-1.0 / 3));
    CHECK(value(grows.net_churn_yearly) == Approx(-std::expm1(1.0 / 3)));
    CHECK(churn_alarm(grows, &MoneyResult::net_churn_yearly) == ChurnAlarm::below);
}

TEST_CASE("churn alarm: above, within and below 5 to 7 % a year", "[simulate][estimate]") {
    MoneyResult money;
    money.days_at_risk_per_buyer = 365;
    const auto alarm = [&](double churn) {
        money.churn_yearly = Estimate{churn, 0.01, churn - 0.02, churn + 0.02, {}, {}};
        return churn_alarm(money, &MoneyResult::churn_yearly);
    };
    CHECK_FALSE(churn_alarm(money, &MoneyResult::churn_yearly));
    CHECK(alarm(0.049) == ChurnAlarm::below);
    CHECK(alarm(0.05) == ChurnAlarm::within);
    CHECK(alarm(0.07) == ChurnAlarm::within);
    CHECK(alarm(0.071) == ChurnAlarm::above);
    money.days_at_risk_per_buyer = 29;
    CHECK_FALSE(alarm(0.5));
    CHECK(name_of(ChurnAlarm::within) == "within");
}
