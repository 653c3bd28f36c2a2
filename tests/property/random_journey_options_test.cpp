// The generator of random journeys writes valid files, whatever it is asked for.
#include <cstdint>

#include <catch2/catch.hpp>

#include "journey/check/check.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;

TEST_CASE("random journeys: valid with any options", "[property][random]") {
    std::size_t valid = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed)
        for (unsigned choice = 0; choice < 16; ++choice)
            for (const int touchpoints : {2, 3, 9}) {
                const testing::RandomJourneyOptions options{.touchpoints = touchpoints,
                                                            .horizon = (choice & 1U) != 0,
                                                            .waits = (choice & 2U) != 0,
                                                            .scenario = (choice & 4U) != 0,
                                                            .every_key = (choice & 8U) != 0};
                INFO("seed " << seed << ", choice " << choice << ", " << touchpoints);
                // throws where the text cannot be read
                const auto journey = testing::journey_from(testing::random_journey(seed, options));
                for (const auto& diagnostic : check_journey(journey)) {
                    INFO(format_diagnostic(diagnostic));
                    CHECK(diagnostic.severity != Severity::error);
                }
                ++valid;
            }
    CHECK(valid == 60 * 16 * 3);
}
