#include "simulate/compare/worth.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace cjm;

namespace {

ScenarioComparison scenario(double success, double margin) {
    ScenarioComparison result;
    result.cost = 7300;
    result.cost_per_customer = 0.5;
    result.difference.of(ComparedFigure::success) =
        Estimate{success, 0.01, success - 0.02, success + 0.02, success, {}};
    result.difference.of(ComparedFigure::margin) =
        Estimate{margin, 0.5, margin - 1, margin + 1, margin, {}};
    return result;
}

}  // namespace

TEST_CASE("worth: a year's heads and money", "[simulate][compare]") {
    auto redesign = scenario(0.05, 2);
    simulate::set_worth(redesign, 2000);
    CHECK(redesign.extra_successes->estimate == Approx(100));
    CHECK(redesign.extra_successes->low == Approx(60));
    CHECK(redesign.extra_successes->exact == Approx(100));
    CHECK(redesign.first_year_cost == Approx(8300));
    CHECK(redesign.cost_per_extra_success->estimate == Approx(83));
    CHECK(redesign.cost_per_extra_success->low == Approx(8300 / 140.0));
    CHECK(redesign.cost_per_extra_success->high == Approx(8300 / 60.0));
    // 2 x 2000 / 365 a day earn back 7300
    CHECK(redesign.payback_days->estimate == Approx(666.125));
    CHECK(redesign.payback_days->low == Approx(666.125 * 2 / 3));
    CHECK(redesign.payback_days->high == Approx(666.125 * 2));
}

TEST_CASE("worth: what may never come has no upper bound", "[simulate][compare]") {
    auto redesign = scenario(0.01, 0.5);
    simulate::set_worth(redesign, 1000);
    CHECK(std::isinf(redesign.cost_per_extra_success->high));
    CHECK(std::isinf(redesign.payback_days->high));
}

TEST_CASE("worth: none without extra successes, without extra margin, without a year",
          "[simulate][compare]") {
    auto worse = scenario(-0.01, 0);
    simulate::set_worth(worse, 1000);
    CHECK(worse.extra_successes);
    CHECK_FALSE(worse.cost_per_extra_success);
    CHECK_FALSE(worse.payback_days);
    auto yearless = scenario(0.05, 2);
    simulate::set_worth(yearless, 0);
    CHECK_FALSE(yearless.extra_successes);
    CHECK_FALSE(yearless.first_year_cost);
    CHECK_FALSE(yearless.cost_per_extra_success);
    CHECK_FALSE(yearless.payback_days);
}
