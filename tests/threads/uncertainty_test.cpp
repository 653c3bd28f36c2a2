// Parameter draws over several threads: the same figures, and no race for the sanitizer to find.
#include "simulate/uncertainty/uncertainty.hpp"

#include <atomic>
#include <string>

#include <catch2/catch.hpp>

#include "journey/scenario.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;

namespace {

std::optional<SimulationResult> drawn(const Journey& journey, unsigned threads,
                                      const simulate::RunControl& control) {
    RunSettings settings;
    settings.customers = 4000;
    settings.parameter_draws = 40;
    settings.threads = threads;
    SimulationResult result = *simulate::simulate(journey, settings);
    const auto ask = [](const Journey& as_is) { return as_is; };
    if (!simulate::add_uncertainty({journey, ask}, result, control)) return std::nullopt;
    return result;
}

}  // namespace

TEST_CASE("threads: parameter draws", "[threads][uncertainty]") {
    const bool horizon = GENERATE(false, true);
    const Journey journey =
        testing::journey_from(testing::random_journey(5, {.horizon = horizon, .every_key = true}));
    std::uint64_t last = 0;
    simulate::RunControl control;
    control.progress = [&](std::uint64_t done) { last = done; };
    const auto one = drawn(journey, 1, control), seven = drawn(journey, 7, control);
    REQUIRE(one);
    REQUIRE(seven);
    CHECK(last == 40);
    for (std::size_t i = 0; i < one->uncertainty->figures.size(); ++i)
        CHECK(one->uncertainty->figures[i].averaged.estimate ==
              seven->uncertainty->figures[i].averaged.estimate);
}

TEST_CASE("threads: parameter draws stop when asked to", "[threads][uncertainty]") {
    const Journey journey = testing::journey_from(testing::random_journey(5, {.every_key = true}));
    std::atomic<bool> stop = false;
    simulate::RunControl control;
    control.stop = &stop;
    control.progress = [&](std::uint64_t) { stop = true; };
    CHECK_FALSE(drawn(journey, 3, control));
}
