// Gross and net churn of a journey whose losses and newcomers come at constant rates: closed forms.
#include <cmath>

#include <catch2/catch.hpp>

#include "simulate/exact/answer.hpp"
#include "simulate/simulate.hpp"
#include "tests/support/journey_text.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

// Everybody buys at once, comes back after exponential times of mean 50 d, and each time leaves
// with 0.1 and brings 0.04 newcomers: 0.002 losses and 0.0008 newcomers a day at risk.
constexpr const char* steady = R"([journey]
title = "Constant rates"
start = "first"
success = ["in_progress"]
horizon = "200 d"
[[touchpoint]]
id = "first"
revenue = 10
next = { again = 1 }
wait = { again = { distribution = "exponential", mean = "50 d" } }
[[touchpoint]]
id = "again"
refers = 0.04
next = { again = 0.9 }
wait = { again = { distribution = "exponential", mean = "50 d" } }
)";

constexpr double losses = 0.002, newcomers = 0.0008, horizon = 200;
const double lost = -std::expm1(-losses * horizon);
// newcomers come while at risk: their rate times the mean days, lost / losses
const double brought = newcomers * lost / losses;

}  // namespace

// N = 100,000; 5 standard errors: under one false alarm in a million for four figures. Power: gross
// and net lie hundreds of standard errors apart.
TEST_CASE("churn: gross and net, of the horizon and of a year, at constant rates",
          "[statistical]") {
    RunSettings settings;
    settings.customers = 100'000;
    const MoneyResult money = simulate::simulate(testing::journey_from(steady), settings)->money;
    const auto near = [](const MaybeEstimate& estimate, double exact) {
        REQUIRE(estimate);
        INFO(estimate->estimate << " +- " << estimate->standard_error << ", exact " << exact);
        CHECK(std::abs(estimate->estimate - exact) < 5 * estimate->standard_error);
        CHECK(estimate->standard_error < 0.01);
        CHECK(estimate->low < estimate->estimate);
        CHECK(estimate->high > estimate->estimate);
    };
    near(money.churn, lost);
    near(money.net_churn, lost - brought);
    near(money.churn_yearly, -std::expm1(-365 * losses));
    near(money.net_churn_yearly, -std::expm1(-365 * (losses - newcomers)));
    CHECK(money.net_churn_yearly->high < money.churn_yearly->low);
}

TEST_CASE("churn: net, solved under a horizon", "[exact]") {
    const auto answer = answer_exactly(testing::journey_from(steady), {});
    REQUIRE(answer.result);
    const MaybeEstimate net = answer.result->money.net_churn;
    REQUIRE(net);
    CHECK(net->estimate == Approx(lost - brought).epsilon(1e-5));
}
