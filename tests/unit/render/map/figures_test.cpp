#include "render/map/figures.hpp"

#include <catch2/catch.hpp>

#include "base/interval.hpp"
#include "tests/support/flow_journeys.hpp"
#include "tests/support/memoryless_result.hpp"

using namespace cjm;
using namespace cjm::render;

namespace {

constexpr const char* two_stages = R"([journey]
title = "Two stages"
start = "a"
[[stage]]
id = "one"
[[stage]]
id = "two"
[[touchpoint]]
id = "a"
stage = "one"
next = { b = 0.8 }
causes = { price = 3, neglect = 1 }
silent = 0.5
[touchpoint.wait]
b = "2 d"
[[touchpoint]]
id = "b"
stage = "one"
next = { c = 0.5 }
causes = { price = 1 }
[[touchpoint]]
id = "c"
stage = "two"
next = { won = 1 }
[[outcome]]
id = "won"
kind = "success"
)";

struct Made {
    Journey journey = cjm::testing::read_journey(two_stages);
    SimulationResult result = cjm::testing::memoryless_result(journey);
    flow::FlowGraph graph = flow::make_graph(journey, {&result});
    [[nodiscard]] std::vector<map::ColumnFigures> figures(map::Columns columns) const {
        return map::column_figures(graph, journey, map::make_plan(graph, columns), result);
    }
};

}  // namespace

TEST_CASE("map figures: causes of a stage are shares of those who reach it", "[render][map]") {
    const Made made;
    const auto figures = made.figures(map::Columns::stage);
    REQUIRE(figures.size() == 2);
    // all reach stage one; 0.2 leave at a (3 of 4 for the price), 0.8 x 0.5 at b
    CHECK(figures[0].reach.estimate == Approx(1));
    CHECK(figures[0].drop_off->estimate == Approx(0.6));
    REQUIRE(figures[0].causes.size() == 2);
    CHECK(figures[0].causes[0].share.estimate == Approx(0.15 + 0.4));
    CHECK(figures[0].causes[1].share.estimate == Approx(0.05));
    CHECK(figures[0].silent == Approx((0.1 + 0.4) / 0.6));
    CHECK(figures[0].wait_days == Approx(2));  // of those who go on, as a flow shows it
    CHECK(figures[1].causes.empty());
    CHECK(figures[1].wait_days == 0);
}

TEST_CASE("map figures: causes carry Wilson intervals of those who reach", "[render][map]") {
    const Made made;
    const auto figures = made.figures(map::Columns::touchpoint);
    REQUIRE(figures.size() == 3);
    const Estimate price = figures[1].causes.at(0).share;
    CHECK(price.estimate == Approx(0.5));
    const Interval expected = wilson_interval(0.5, 0.8 * 1e6, Confidence(0.95));
    CHECK(price.low == Approx(expected.low));
    CHECK(price.high == Approx(expected.high));
}

TEST_CASE("map figures: exact shares have no whisker", "[render][map]") {
    Made made;
    made.result.settings.method = Method::exact;
    const auto figures = made.figures(map::Columns::touchpoint);
    CHECK(figures[1].causes.at(0).share.low == figures[1].causes.at(0).share.high);
}
