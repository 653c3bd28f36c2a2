// Draws that are sampled against the same draws solved exactly, on random journeys with every key.
//
// Null value: the exact average. K = 100 draws of 2,000 customers each, seed 11: the parameters of
// a draw are the same, so that only sampling differs. Tolerance: 5.9 standard errors of a share
// over 200,000 customers, which is an upper bound, since the draws are strata; under 1e-8 a
// comparison. Power: skewed values average to something else than their likely ones.
#include "simulate/uncertainty/uncertainty.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "journey/scenario.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;

namespace {

constexpr std::uint64_t draws = 100, customers = 200'000;

/// Values whose average differs from the likely one.
const std::string skewed = R"(
[journey]
title = "Skewed"
start = "a"
[[touchpoint]]
id = "a"
next = { done = [0.2, 0.3, 0.9] }
silent = [0.0, 0.1, 0.9]
[[outcome]]
id = "done"
kind = "success"
[[scenario]]
id = "redesign"
[[scenario.each]]
leave = [0.5, 0.6, 1]
)";

SimulationResult drawn(const Journey& journey, Method method) {
    const auto ask = [](const Journey& as_is) {
        return apply_scenario(as_is, find_scenario(as_is, "redesign"));
    };
    RunSettings settings;
    settings.customers = customers;
    settings.seed = 11;
    settings.method = method;
    settings.parameter_draws = draws;
    SimulationResult result = *simulate::simulate(ask(journey), settings);
    REQUIRE(simulate::add_uncertainty({journey, ask}, result));
    return result;
}

}  // namespace

TEST_CASE("uncertainty: sampled draws agree with solved ones", "[statistical][uncertainty]") {
    double moved = 0;
    std::vector<std::string> texts{skewed};
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U})
        texts.push_back(testing::random_journey(seed, {.scenario = true, .every_key = true}));
    for (const std::string& text : texts) {
        const Journey journey = testing::journey_from(text);
        const SimulationResult exact = drawn(journey, Method::automatic);
        const SimulationResult sampled = drawn(journey, Method::monte_carlo);
        REQUIRE(exact.uncertainty->customers_per_draw == 0);
        REQUIRE(sampled.uncertainty->customers_per_draw == customers / draws);
        CHECK(exact.uncertainty->impossible == sampled.uncertainty->impossible);
        const auto walked = static_cast<double>(customers) *
                            static_cast<double>(draws - exact.uncertainty->impossible) / draws;
        for (std::size_t i = 0; i < exact.uncertainty->figures.size(); ++i) {
            const UncertainFigure& figure = exact.uncertainty->figures[i];
            if (!figure.is_share) continue;
            const double p = figure.averaged.estimate;
            const double error = std::sqrt(p * (1 - p) / walked);
            CHECK(std::fabs(sampled.uncertainty->figures[i].averaged.estimate - p) <=
                  5.9 * error + 1e-12);
            if (figure.quantity == "success")
                moved = std::max(moved, std::fabs(p - figure.at_likely.estimate) / error);
        }
    }
    CHECK(moved > 5.9);  // power
}
