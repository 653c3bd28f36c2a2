#include <cmath>

#include <catch2/catch.hpp>

#include "simulate/exact/answer.hpp"
#include "simulate/exact/result.hpp"
#include "tests/support/journey_text.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

// Half of those who look leave; the others buy after Exp(10 d) unless the 20 days are over.
constexpr const char* shop = R"([journey]
title = "Shop"
start = "look"
horizon = "20 d"
[[touchpoint]]
id = "look"
next = { buy = 0.5 }
wait = { buy = { distribution = "exponential", mean = "10 d" } }
experience = { good = 0.25 }
[[touchpoint]]
id = "buy"
revenue = 50
next = { happy = 0.5 }
[[outcome]]
id = "happy"
kind = "success"
)";

SimulationResult solved(const Journey& journey) {
    const ExactAnswer answer = answer_exactly(journey, {});
    REQUIRE(answer.result);
    return *answer.result;
}

void check(const MaybeEstimate& figure, double truth) {
    REQUIRE(figure);
    REQUIRE(figure->exact_error);
    CHECK(figure->exact == figure->estimate);
    CHECK(std::abs(figure->estimate - truth) <= *figure->exact_error);
    CHECK(*figure->exact_error < 1e-4);
}

}  // namespace

TEST_CASE("result under a horizon: each figure within its own bound", "[exact][horizon]") {
    // goodwill moves leaving: with hazard ratio 2 a good moment makes staying 0.5^(2^(-1/12))
    const double stay = 0.75 * 0.5 + 0.25 * std::pow(0.5, std::pow(2.0, -1.0 / 12));
    const double arrived = 1 - std::exp(-2.0), bought = stay * arrived;
    const double good = 0.25 * std::pow(0.5, std::pow(2.0, -1.0 / 12)) / stay;
    const double stay_later = (1 - good) * 0.5 + good * std::pow(0.5, std::pow(2.0, -1.0 / 12));
    const auto result = solved(testing::journey_from(shop));
    CHECK(result.horizon_days == 20);
    CHECK(result.settings.method == Method::exact);
    check(result.success, bought * stay_later);
    check(result.in_progress, stay * (1 - arrived));
    check(result.lost, 1 - stay + bought * (1 - stay_later));
    check(result.touchpoints[1].drop_off, 1 - stay_later);
    check(result.touchpoints[1].good, 0);
    check(result.touchpoints[1].goodwill, good);
    check(result.money.revenue, 50 * bought);
    check(result.money.average_order_value, 50);
    check(result.money.churn, 1 - stay_later);
    REQUIRE(result.touchpoints[1].first_arrival_days);
    check(result.touchpoints[1].first_arrival_days->mean,
          10 - 20 * std::exp(-2.0) / (1 - std::exp(-2.0)));
    CHECK_FALSE(result.money.lifetime_value);
    CHECK(result.touchpoints[0].goodwill_p90 == 1);
    CHECK(result.touchpoints[0].goodwill_p10 == 0);
}

TEST_CASE("result under a horizon: where it counts as success", "[exact][horizon]") {
    std::string text = shop;
    text.insert(text.find("horizon ="), "success = [\"happy\", \"in_progress\"]\n");
    const auto as_written = solved(testing::journey_from(shop));
    const auto result = solved(testing::journey_from(text));
    check(result.success, as_written.success.estimate + as_written.in_progress.estimate);
    CHECK(result.in_progress.estimate == 0);
    REQUIRE(result.time_to_success_days);
    CHECK(result.time_to_success_days->mean.estimate ==
          Approx(as_written.time_to_success_days->mean.estimate));
}

TEST_CASE("result under a horizon: nan where nothing can be said", "[exact][horizon]") {
    const Journey journey = testing::journey_from(shop);
    const auto numbers = resolve(journey);
    HorizonSolution vague{empty_figures(numbers), empty_figures(numbers)};
    vague.figures.success = 0.5;
    vague.errors.success = 0.002;
    vague.figures.touchpoints[0].visits = vague.figures.touchpoints[0].reach = 1e-4;
    vague.figures.touchpoints[0].left = 5e-5;
    vague.errors.touchpoints[0].left = 1e-6;  // of the share of all, but not of those who came
    const auto result = exact_result(journey, numbers, vague, {});
    CHECK(std::isnan(result.success.estimate));
    CHECK_FALSE(result.cohort);
    check(result.touchpoints[0].left, 5e-5);
    CHECK_FALSE(result.touchpoints[0].drop_off);
}
