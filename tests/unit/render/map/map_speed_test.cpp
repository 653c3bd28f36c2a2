// A map is drawn while a user waits for it.
#include <ctime>

#include <catch2/catch.hpp>

#include "render/map/map.hpp"
#include "render/page/paper.hpp"
#include "tests/support/flow_journeys.hpp"
#include "tests/support/memoryless_result.hpp"

using namespace cjm;
using namespace cjm::render;

TEST_CASE("map: 60 touchpoints are drawn in a second or so", "[render][map]") {
    const Journey journey =
        cjm::testing::read_journey(cjm::testing::flow_journey(6, {60, 8, false, 0.2, 3}));
    const SimulationResult result = cjm::testing::memoryless_result(journey);
    DrawOptions options;
    const auto seconds = [&](const char* paper) {
        options.page = paper_from(paper, Orientation::landscape);
        const std::clock_t start = std::clock();
        REQUIRE(make_map(journey, &result, options, {}).value);
        return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    for (const char* paper : {"A0", "A2", "A3"}) {
        const double taken = seconds(paper);
        INFO(paper << ": " << taken << " s");
        // of the processor, with checks on; as users build it, under 1 s
        CHECK(taken < 4);
    }
}
