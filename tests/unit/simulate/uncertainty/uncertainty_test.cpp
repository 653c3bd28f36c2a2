// Journeys under many draws of their uncertain values.
#include "simulate/uncertainty/uncertainty.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "base/exact_math.hpp"
#include "base/special_functions.hpp"
#include "journey/scenario.hpp"
#include "tests/support/journey_text.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

Journey one_step(const std::string& share, const std::string& journey_keys = "",
                 const std::string& touchpoint_keys = "") {
    return testing::journey_from("[journey]\ntitle = \"t\"\nstart = \"a\"\n" + journey_keys +
                                 "\n[[touchpoint]]\nid = \"a\"\nnext = { done = " + share + " }\n" +
                                 touchpoint_keys +
                                 "\n[[outcome]]\nid = \"done\"\nkind = \"success\"\n");
}

SimulationResult drawn(const Journey& journey, std::uint64_t draws, unsigned threads = 2,
                       std::uint64_t customers = 10'000) {
    RunSettings settings;
    settings.customers = customers;
    settings.parameter_draws = draws;
    settings.threads = threads;
    SimulationResult result = *simulate::simulate(journey, settings);
    const UncertainJourney uncertain{journey, [](const Journey& asked) { return asked; }};
    REQUIRE(add_uncertainty(uncertain, result));
    return result;
}

const UncertainFigure& figure(const SimulationResult& result, const std::string& quantity) {
    for (const UncertainFigure& one : result.uncertainty->figures)
        if (one.quantity == quantity) return one;
    throw std::logic_error(quantity);
}

}  // namespace

TEST_CASE("uncertainty: a share of 0.2, 0.4, 0.9, solved exactly", "[simulate][uncertainty]") {
    // Beta(1 + 8/7, 1 + 20/7) on [0.2, 0.9]: mean 0.45, variance 0.25 x 0.45 / 7. K = 2,000,
    // tolerance 5.5 standard errors of means and order statistics
    constexpr double draws = 2000, variance = 0.25 * 0.45 / 7;
    const SimulationResult result = drawn(one_step("[0.2, 0.4, 0.9]"), 2000);
    CHECK(result.uncertainty->customers_per_draw == 0);
    const UncertainFigure& success = figure(result, "success");
    CHECK(success.at_likely.estimate == Approx(0.4).epsilon(1e-12));
    CHECK(success.at_likely.exact);
    CHECK(std::fabs(success.averaged.estimate - 0.45) < 5.5 * std::sqrt(variance / draws));
    CHECK(success.averaged.standard_error == Approx(std::sqrt(variance / draws)).epsilon(0.1));
    CHECK(success.input_deviation == Approx(std::sqrt(variance)).epsilon(0.1));
    const auto below = [](double x) {
        const double a = 1 + 4 * (0.2 / 0.7), b = 1 + 4 * (0.5 / 0.7);
        return exact::exp(exact::log_beta_lower(a, b, exact::log((x - 0.2) / 0.7)));
    };
    const double error = std::sqrt(0.025 * 0.975 / draws);
    CHECK(std::fabs(below(success.input_low) - 0.025) < 5.5 * error);
    CHECK(std::fabs(below(success.input_high) - 0.975) < 5.5 * error);
    CHECK(figure(result, "lost").averaged.estimate == Approx(1 - success.averaged.estimate));
    REQUIRE(result.uncertainty->inputs.size() == 1);
    const UncertainInput& input = result.uncertainty->inputs[0];
    CHECK(input.path == "touchpoint.a.next.done");
    CHECK(input.success->share.estimate == Approx(1).margin(1e-9));
    CHECK(input.success->moves);
    CHECK_FALSE(input.margin);  // there is none
}

TEST_CASE("uncertainty: under a horizon the noise of the draws is taken out",
          "[simulate][uncertainty]") {
    // inputs 0.05^2 / 7 = 3.6e-4, noise of 1,000 customers 2.5e-4; K = 1,000: the variance of both
    // is known to 6.1e-4 sqrt(2 / 1000) = 2.7e-5, so that 8e-5 is three errors and 2.5e-4 nine
    const SimulationResult result = drawn(one_step("[0.4, 0.45, 0.5]", "horizon = \"10 d\""), 1000);
    CHECK(result.uncertainty->customers_per_draw == 1000);
    const UncertainFigure& success = figure(result, "success");
    const double variance = success.input_deviation * success.input_deviation;
    CHECK(std::fabs(variance - 0.0025 / 7) < 1.5e-4);
    CHECK(std::fabs(success.averaged.estimate - 0.45) < 5.5 * std::sqrt(6.1e-4 / 1000));
    CHECK(success.input_low == Approx(0.45 - 1.96 * std::sqrt(variance)).margin(0.006));
    CHECK_FALSE(success.at_likely.exact);
}

TEST_CASE("uncertainty: the same for any number of threads", "[simulate][uncertainty]") {
    const std::string horizon = GENERATE(as<std::string>{}, "", "horizon = \"10 d\"");
    const Journey journey =
        one_step("[0.4, 0.45, 0.5]", horizon, "cost = [1, 2, 3]\nrevenue = [4, 5, 9]");
    const SimulationResult one = drawn(journey, 60, 1);
    for (const unsigned threads : {2U, 7U}) {
        const SimulationResult several = drawn(journey, 60, threads);
        for (std::size_t i = 0; i < one.uncertainty->figures.size(); ++i) {
            const UncertainFigure &a = one.uncertainty->figures[i],
                                  &b = several.uncertainty->figures[i];
            CHECK(a.averaged.estimate == b.averaged.estimate);
            CHECK(a.input_low == b.input_low);
            CHECK(a.input_high == b.input_high);
        }
        for (std::size_t i = 0; i < one.uncertainty->inputs.size(); ++i)
            CHECK(one.uncertainty->inputs[i].margin->share.estimate ==
                  several.uncertainty->inputs[i].margin->share.estimate);
    }
}

TEST_CASE("uncertainty: scenarios are applied to what was drawn", "[simulate][uncertainty]") {
    const Journey journey = testing::journey_from(
        "[journey]\ntitle = \"t\"\nstart = \"a\"\n[[touchpoint]]\nid = \"a\"\n"
        "cost = [1, 2, 3]\nnext = { done = 0.5 }\n"
        "[[outcome]]\nid = \"done\"\nkind = \"success\"\n"
        "[[scenario]]\nid = \"s\"\ncost_per_customer = [0, 1, 2]\n[[scenario.each]]\n"
        "cost = [1, 2, 3]\n[[scenario]]\nid = \"other\"\n[[scenario.each]]\ncost = [1, 2, 9]\n");
    RunSettings settings;
    settings.customers = 1000;
    settings.parameter_draws = 400;
    const auto ask = [](const Journey& as_is) {
        return apply_scenario(as_is, find_scenario(as_is, "s"));
    };
    SimulationResult result = *simulate::simulate(ask(journey), settings);
    REQUIRE(add_uncertainty({journey, ask}, result));
    // the product of two independent values of mean 2 and variance 1/7
    const double variance = 2 * 4.0 / 7 + 1.0 / 49;
    const UncertainFigure& cost = figure(result, "cost");
    CHECK(cost.at_likely.estimate == Approx(4));
    CHECK(std::fabs(cost.averaged.estimate - 4) < 5.5 * std::sqrt(variance / 400));
    CHECK(cost.input_deviation == Approx(std::sqrt(variance)).epsilon(0.2));
    std::vector<std::string> paths;
    for (const UncertainInput& input : result.uncertainty->inputs) paths.push_back(input.path);
    CHECK(paths == std::vector<std::string>{"touchpoint.a.cost", "scenario.s.cost_per_customer",
                                            "scenario.s.each.1.cost"});
    for (const UncertainInput& input : result.uncertainty->inputs) CHECK(input.margin->moves);
}

TEST_CASE("uncertainty: draws that make a loop without end are left out",
          "[simulate][uncertainty]") {
    const Journey journey = testing::journey_from(
        "[journey]\ntitle = \"t\"\nstart = \"a\"\n[[touchpoint]]\nid = \"a\"\n"
        "next = { a = [0.2, 0.4, 0.9], b = [0.2, 0.4, 0.9] }\n[[touchpoint]]\nid = \"b\"\n"
        "next = { a = [0.5, 0.9, 1], b = [0, 0.05, 0.5] }\n"
        "[[outcome]]\nid = \"done\"\nkind = \"success\"\n");
    const SimulationResult result = drawn(journey, 200);
    CHECK(result.uncertainty->impossible > 0);
    CHECK(result.uncertainty->impossible < 200);
    CHECK(result.uncertainty->scaled >= result.uncertainty->impossible);
    RunSettings settings;
    settings.customers = 10;
    settings.parameter_draws = 1;
    SimulationResult single = *simulate::simulate(journey, settings);
    CHECK_THROWS_AS(add_uncertainty({journey, [](const Journey& asked) { return asked; }}, single),
                    TooFewDraws);
}

TEST_CASE("uncertainty: a stretch ranks only what is on it", "[simulate][uncertainty]") {
    const Journey journey = testing::journey_from(
        "[journey]\ntitle = \"t\"\nstart = \"a\"\n[[touchpoint]]\nid = \"a\"\n"
        "cost = [1, 2, 3]\nnext = { b = [0.4, 0.5, 0.6] }\n[[touchpoint]]\nid = \"b\"\n"
        "next = { done = [0.4, 0.5, 0.6] }\n"
        "[[outcome]]\nid = \"done\"\nkind = \"success\"\n");
    const auto ask = [](const Journey& as_is) { return stretch(as_is, "b", std::nullopt); };
    RunSettings settings;
    settings.customers = 1000;
    settings.parameter_draws = 50;
    SimulationResult result = *simulate::simulate(ask(journey), settings);
    REQUIRE(add_uncertainty({journey, ask}, result));
    REQUIRE(result.uncertainty->inputs.size() == 1);
    CHECK(result.uncertainty->inputs[0].path == "touchpoint.b.next.done");
    CHECK(figure(result, "cost").averaged.estimate == 0);
}

TEST_CASE("uncertainty: a cohort holds chance and inputs", "[simulate][uncertainty]") {
    const SimulationResult result =
        drawn(one_step("[0.2, 0.4, 0.9]", "customers_per_year = 100"), 1000);
    REQUIRE(result.cohort);
    REQUIRE(result.cohort->averaged);
    const Estimate& averaged = *result.cohort->averaged;
    const double between = 0.25 * 0.45 / 7, chance = 0.45 * 0.55 - between;
    CHECK(averaged.estimate == Approx(45).margin(3));
    CHECK(averaged.standard_error == Approx(100 * std::sqrt(between + chance / 100)).epsilon(0.1));
    CHECK(averaged.low < result.cohort->successes.low);
    CHECK(averaged.high > result.cohort->successes.high);
}

TEST_CASE("uncertainty: nothing uncertain, and a stop", "[simulate][uncertainty]") {
    const SimulationResult result = drawn(one_step("0.5"), 10);
    CHECK(result.uncertainty->draws == 10);
    CHECK(result.uncertainty->figures.empty());
    CHECK(result.uncertainty->inputs.empty());
    const Journey journey = one_step("[0.2, 0.4, 0.9]");
    SimulationResult stopped = result;
    const std::atomic<bool> stop = true;
    RunControl control;
    control.stop = &stop;
    CHECK_FALSE(
        add_uncertainty({journey, [](const Journey& asked) { return asked; }}, stopped, control));
}
