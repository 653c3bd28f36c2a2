#include "render/map/plan.hpp"

#include <catch2/catch.hpp>

#include "tests/support/flow_journeys.hpp"

using namespace cjm;
using namespace cjm::render;
using cjm::testing::read_journey;

namespace {

/// The file's order is not the order of the stages.
constexpr const char* mixed_journey = R"([journey]
title = "Mixed"
start = "late"
[[stage]]
id = "a"
[[stage]]
id = "b"
[[stage]]
id = "empty"
[[touchpoint]]
id = "late"
stage = "b"
next = { early = 1 }
[[touchpoint]]
id = "early"
stage = "a"
next = { last = 1 }
[[touchpoint]]
id = "last"
stage = "b"
next = { won = 1 }
[[outcome]]
id = "won"
kind = "success"
)";

}  // namespace

TEST_CASE("map plan: a column per stage, its touchpoints in the file's order", "[render][map]") {
    const Journey journey = read_journey(mixed_journey);
    const auto graph = flow::make_graph(journey, {});
    const auto plan = map::make_plan(graph, map::Columns::stage);
    CHECK(plan.columns == 3);
    REQUIRE(plan.stops.size() == 3);
    CHECK(plan.stops[0].card == 1);  // early comes first on the map
    CHECK(plan.stops[0].column == 0);
    CHECK(plan.stops[1].card == 0);
    CHECK(plan.stops[1].column == 1);
    CHECK(plan.stops[1].neighbours == 2);
    CHECK(plan.stops[2].place == 1);
    CHECK(plan.stops[2].number == 3);
    CHECK(plan.stop_of_card[0] == 1);
}

TEST_CASE("map plan: a column per touchpoint, stages without one have none", "[render][map]") {
    const Journey journey = read_journey(mixed_journey);
    const auto graph = flow::make_graph(journey, {});
    const auto plan = map::make_plan(graph, map::Columns::touchpoint);
    CHECK(plan.columns == 3);
    CHECK(plan.column_stage == std::vector<std::size_t>{0, 1, 1});
    for (const auto& stop : plan.stops) CHECK(stop.neighbours == 1);
}

TEST_CASE("map plan: a journey without stages has a column per touchpoint", "[render][map]") {
    const Journey journey = read_journey(cjm::testing::flow_journey(1, {4, 0, false, 0}));
    const auto graph = flow::make_graph(journey, {});
    const auto plan = map::make_plan(graph, map::Columns::stage);
    CHECK(plan.kind == map::Columns::touchpoint);
    CHECK(plan.columns == 4);
}

TEST_CASE("map plan: stops of a column stand evenly across it", "[render][map]") {
    sheet::Ground ground;
    ground.first = 2;
    ground.lefts = {10, 50};
    ground.widths = {40, 20};
    CHECK(map::stop_x({0, 2, 0, 2, 1}, ground) == Approx(20));
    CHECK(map::stop_x({0, 2, 1, 2, 2}, ground) == Approx(40));
    CHECK(map::stop_x({0, 3, 0, 1, 3}, ground) == Approx(60));
}
