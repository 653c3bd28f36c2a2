// Random journeys: the same customers at both ends of a value differ by what the solved ends do.
//
// Null value: the exact distance. N = 20,000 customers, seed 1. Tolerance: 6.6 standard errors of
// the distance and 30 customers: with k customers seen to differ of a mean of m, |k - m| exceeds
// 6.6 sqrt(k) + 30 in under one of 1e9 cases whatever m is. Under 200 comparisons: less than one
// false alarm in a million runs. Power: half the distance is told from it.
#include "simulate/sensitivity/sensitivity.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;

namespace {

constexpr std::uint64_t customers = 20'000;

SensitivityResult analysed(const Journey& journey, simulate::Metric metric, Method method) {
    RunSettings settings;
    settings.customers = customers;
    settings.method = method;
    const simulate::UncertainJourney uncertain{journey, [](const Journey& drawn) { return drawn; }};
    return simulate::measure_sensitivity(uncertain, metric, settings).value();
}

}  // namespace

TEST_CASE("sensitivity: sampled and solved distances agree on random journeys",
          "[statistical][sensitivity][power]") {
    std::size_t compared = 0, told_apart = 0;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const Journey journey = testing::journey_from(
            testing::random_journey(seed, {.touchpoints = 5, .every_key = true}));
        for (const auto metric : {simulate::Metric::success, simulate::Metric::ghosted}) {
            const auto solved = analysed(journey, metric, Method::exact);
            const auto sampled = analysed(journey, metric, Method::monte_carlo);
            REQUIRE(solved.inputs.size() == sampled.inputs.size());
            for (std::size_t i = 0; i < solved.inputs.size(); ++i) {
                INFO("seed " << seed << ", " << solved.inputs[i].path);
                const double exact = solved.inputs[i].swing.value().estimate;
                const Estimate& seen = sampled.inputs[i].swing.value();
                const double tolerance =
                    6.6 * seen.standard_error + 30 / static_cast<double>(customers);
                CHECK(std::abs(seen.estimate - exact) <= tolerance);
                ++compared;
                told_apart += std::abs(seen.estimate - exact / 2) > tolerance ? 1U : 0U;
            }
        }
    }
    CHECK(compared > 40);
    CHECK(compared < 200);
    CHECK(told_apart > 3);
}
