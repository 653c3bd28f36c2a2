// A sensitivity analysis over several threads: the same figures, and no race for the sanitizer to
// find.
#include "simulate/sensitivity/sensitivity.hpp"

#include <atomic>

#include <catch2/catch.hpp>

#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;

namespace {

std::optional<SensitivityResult> analysed(const Journey& journey, unsigned threads,
                                          const simulate::RunControl& control) {
    RunSettings settings;
    settings.customers = 3000;
    settings.parameter_draws = 10;
    settings.threads = threads;
    const simulate::UncertainJourney uncertain{journey, [](const Journey& drawn) { return drawn; }};
    return simulate::measure_sensitivity(uncertain, simulate::Metric::nps, settings, control);
}

}  // namespace

TEST_CASE("threads: sensitivity", "[threads][sensitivity]") {
    const bool horizon = GENERATE(false, true);
    const Journey journey =
        testing::journey_from(testing::random_journey(6, {.horizon = horizon, .every_key = true}));
    std::uint64_t last = 0, total = 0;
    simulate::RunControl control;
    control.expect = [&](std::uint64_t all) { total = all; };
    control.progress = [&](std::uint64_t done) { last = done; };
    const auto one = analysed(journey, 1, control), seven = analysed(journey, 7, control);
    REQUIRE(one);
    REQUIRE(seven);
    CHECK(one->sampled == horizon);
    CHECK(total > 10);
    CHECK(last == total);
    REQUIRE(one->inputs.size() > 5);
    for (std::size_t i = 0; i < one->inputs.size(); ++i) {
        INFO(one->inputs[i].path);
        CHECK(one->inputs[i].result_low == seven->inputs[i].result_low);
        CHECK(one->inputs[i].result_high == seven->inputs[i].result_high);
        const auto &a = one->inputs[i].rank_correlation, &b = seven->inputs[i].rank_correlation;
        REQUIRE(a.has_value() == b.has_value());
        if (a) CHECK(a->estimate == b->estimate);
    }
}

TEST_CASE("threads: sensitivity stops when asked to", "[threads][sensitivity]") {
    const bool horizon = GENERATE(false, true);
    const Journey journey =
        testing::journey_from(testing::random_journey(6, {.horizon = horizon, .every_key = true}));
    std::atomic<bool> stop = false;
    simulate::RunControl control;
    control.stop = &stop;
    control.progress = [&](std::uint64_t) { stop = true; };
    CHECK_FALSE(analysed(journey, 3, control));
}
