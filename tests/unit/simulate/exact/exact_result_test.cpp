#include <catch2/catch.hpp>

#include "simulate/exact/answer.hpp"
#include "simulate/exact/result.hpp"
#include "tests/support/journey_text.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

// A fifth buys; of those who bought, 0.4 buy again, 0.3 end happy, 0.3 leave.
constexpr const char* shop = R"([journey]
title = "Shop"
start = "shop"
acquisition_cost = 3
[[touchpoint]]
id = "shop"
cost = 1
next = { buy = 0.2 }
[[touchpoint]]
id = "buy"
revenue = 50
refers = 0.3
next = { buy = 0.4, happy = 0.3 }
wait = { buy = "90 d" }
silent = 0.5
[[touchpoint]]
id = "never"
next = { happy = 1 }
[[outcome]]
id = "happy"
kind = "success"
)";

SimulationResult solved(const std::string& text, const RunSettings& settings = {}) {
    const ExactAnswer answer = answer_exactly(testing::journey_from(text), settings);
    REQUIRE(answer.result);
    return *answer.result;
}

Approx about(double value) {
    return Approx(value).epsilon(1e-12);
}

}  // namespace

TEST_CASE("exact result: buyers", "[exact]") {
    const SimulationResult result = solved(shop);
    const MoneyResult& money = result.money;
    CHECK(money.purchases.estimate == about(0.2 / 0.6));
    CHECK(money.average_order_value->estimate == about(50));
    CHECK(money.repeat_customer_rate->estimate == about(0.4));
    CHECK(money.purchase_frequency->estimate == about(1 / 0.6));
    CHECK(money.churn->estimate == about(0.5));
    CHECK(money.net_churn->estimate == about(0.5 - 0.1));
    CHECK_FALSE(money.net_churn_yearly);
    CHECK(money.lifetime_value->estimate == about(50 / 0.6 - 1));
    CHECK(money.acquisition_cost_per_buyer->estimate == about(15));
    CHECK(money.margin.estimate == about(50 * 0.2 / 0.6 - 1));
    CHECK(result.word_of_mouth->newcomers.estimate == about(0.1));
    CHECK(result.word_of_mouth->customers_per_starter->estimate == about(1 / 0.9));
}

TEST_CASE("exact result: ends and means of times, no quantiles", "[exact]") {
    const SimulationResult result = solved(shop);
    CHECK(result.settings.method == Method::exact);
    CHECK(result.settings.customers == 0);
    CHECK(result.generator.empty());
    CHECK(result.success.estimate == about(0.1));
    CHECK(result.lost.estimate == about(0.9));
    CHECK(result.left_openly.estimate == about(0.05));
    CHECK(result.in_progress.exact == 0.0);
    CHECK_FALSE(result.survival);
    CHECK(result.time_to_success_days->mean.estimate == about(60));
    CHECK_FALSE(result.time_to_success_days->p50);
    CHECK(result.touchpoints[1].drop_off->estimate == about(0.5));
    CHECK(result.touchpoints[1].goodwill_p90 == 0.0);
}

TEST_CASE("exact result: an estimate is its exact value, without error", "[exact]") {
    const SimulationResult result = solved(shop);
    const Estimate& success = result.success;
    CHECK(success.standard_error == 0);
    CHECK(success.low == success.estimate);
    CHECK(success.high == success.estimate);
    CHECK(success.exact == success.estimate);
}

TEST_CASE("exact result: what nobody reaches has no ratios", "[exact]") {
    const TouchpointResult never = solved(shop).touchpoints[2];
    CHECK(never.reach.estimate == 0);
    CHECK_FALSE(never.drop_off);
    CHECK_FALSE(never.goodwill);
    CHECK_FALSE(never.first_arrival_days);
}

TEST_CASE("exact result: a cohort's interval holds its chance", "[exact]") {
    RunSettings settings;
    settings.cohort = 400;
    const auto cohort = solved(shop, settings).cohort;
    REQUIRE(cohort);
    CHECK(cohort->successes.estimate == about(40));
    CHECK(cohort->successes.standard_error == about(6));
    CHECK(cohort->successes.low == Approx(40 - 1.959963985 * 6));
    CHECK(cohort->successes.high == Approx(40 + 1.959963985 * 6));
}
