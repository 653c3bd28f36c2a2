#include <catch2/catch.hpp>

#include "journey/scenario.hpp"
#include "simulate/paired/paired_run.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;

TEST_CASE("paired run: threads share blocks of customers", "[threads]") {
    testing::RandomJourneyOptions options;
    options.scenario = true;
    const Journey as_is = testing::journey_from(testing::random_journey(3, options));
    std::vector<CompiledJourney> journeys{compile(as_is),
                                          compile(apply_scenario(as_is, ScenarioId(0)))};
    const auto variants = make_variants(std::move(journeys));
    const PairedWanted figure{{Quantity::success, {}}, nullptr};
    const auto one = tally_paired(variants, figure, 1, {0, 30'000}, 1);
    const auto many = tally_paired(variants, figure, 1, {0, 30'000}, 7);
    REQUIRE((one && many));
    CHECK(many->tallies == one->tallies);
    CHECK(many->baseline == one->baseline);
    CHECK(many->differences == one->differences);
    CHECK(many->joint == one->joint);
}
