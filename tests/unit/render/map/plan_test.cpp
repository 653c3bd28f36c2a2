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

TEST_CASE("map plan: cards stand in as few rows as fit, in even stacks", "[render][map]") {
    const auto across = [](std::size_t cards, double width) {
        return map::stack_cards(cards, 0, width).across;
    };
    CHECK(across(3, 100) == 3);
    CHECK(across(4, 100) == 2);  // two rows of two rather than three and one
    CHECK(across(7, 100) == 3);
    CHECK(across(5, 20) == 1);                        // never less than one, however narrow
    CHECK(map::stack_cards(2, 60, 100).across == 1);  // long words need wide cards
    const map::Stacks seven = map::stack_cards(7, 0, 100);
    CHECK(seven.first(0) == 0);
    CHECK(seven.first(1) == 3);
    CHECK(seven.first(2) == 5);
    CHECK(seven.first(3) == 7);
    CHECK(seven.stack_of(2) == 0);
    CHECK(seven.stack_of(3) == 1);
    CHECK(seven.stack_of(6) == 2);
}

TEST_CASE("map plan: stops stand below the cards of their stack, from left to right",
          "[render][map]") {
    sheet::Ground ground;
    ground.first = 2;
    ground.lefts = {10, 70};
    ground.widths = {60, 20};
    const auto x = [&](std::size_t place, std::size_t of) {
        return map::stop_x({0, 2, place, of, 1}, 0, ground);
    };
    const double gap = map::Stacks::card_gap, half = (60 - gap) / 2;
    CHECK(x(0, 2) == Approx(10 + half / 2));  // side by side: in the middle of each
    CHECK(x(1, 2) == Approx(70 - half / 2));
    CHECK(x(0, 4) == Approx(10 + half / 4));  // two stacks of two
    CHECK(x(1, 4) == Approx(10 + 3 * half / 4));
    CHECK(x(2, 4) == Approx(70 - 3 * half / 4));
    CHECK(map::stop_x({0, 3, 0, 1, 3}, 0, ground) == Approx(80));
    ground.padding = 5;
    CHECK(x(0, 1) == Approx(40));
    CHECK(x(0, 2) == Approx(15 + 12.5));  // too narrow for two: one stack
}
