#include "render/map/label_places.hpp"

#include <catch2/catch.hpp>

#include "tests/support/flow_journeys.hpp"

using namespace cjm;
using namespace cjm::render;
using namespace cjm::render::map;

namespace {

/// What a placer needs to know of a journey.
struct Ground {
    Journey journey = cjm::testing::read_journey(cjm::testing::flow_journey(1, {3, 0, false, 0}));
    flow::FlowGraph graph = flow::make_graph(journey, {});
    flow::Scene scene{{journey, nullptr, theme(ThemeName::light), NumberFormat(journey.language)},
                      graph};
    Plan plan = make_plan(graph, Columns::stage);
    Content content{scene, plan};
};

constexpr Box room{0, 0, 100, 60};
constexpr Point at{50, 30};

CurveLabel low(const char* words, const char* quote = "") {
    return {0, "", words, quote, false, true, 1};
}

}  // namespace

TEST_CASE("label places: right below a low, without a leader", "[render][map]") {
    const Ground ground;
    LabelPlacer placer(ground.content, room, {});
    CHECK(placer.place(low("Lowest −0.3", "“Why?”"), at, {}) == 0);
    REQUIRE(placer.placed().size() == 1);
    const PlacedLabel& label = placer.placed().front();
    CHECK(label.room.x + label.room.width / 2 == Approx(at.x));
    CHECK(label.room.y > at.y);
    CHECK(label.room.y < at.y + 5);
    CHECK(label.quote.lines.size() == 1);
    CHECK_FALSE(label.leader);
    CHECK_FALSE(label.covers);
}

TEST_CASE("label places: beyond a line that is in the way, with a leader to it", "[render][map]") {
    const Ground ground;
    const std::vector<Point> below{{0, 36}, {100, 36}}, above{{0, 27}, {100, 27}};
    Obstacles obstacles;
    obstacles.soft = {below};
    obstacles.hard = {above};
    LabelPlacer placer(ground.content, room, obstacles);
    const double cost = placer.place(low("Lowest −0.3"), at, {});
    CHECK(cost > 0);
    CHECK(cost < 1);  // less than on the line that may be broken
    const PlacedLabel& label = placer.placed().front();
    CHECK(label.room.y > 36);
    REQUIRE(label.leader);
    CHECK(label.leader->from.x == at.x);
    CHECK(label.leader->to.y == label.room.y);
}

TEST_CASE("label places: several of one touchpoint read as a list", "[render][map]") {
    const Ground ground;
    Obstacles obstacles;
    for (const double y : {26.0, 22.0, 18.0, 14.0, 10.0, 6.0, 2.0})
        obstacles.hard.push_back({{0, y}, {100, y}});  // no room above
    LabelPlacer placer(ground.content, room, obstacles);
    placer.place(low("Lowest −0.3"), at, {});
    placer.place(low("Lowest −0.2"), at, {});
    REQUIRE(placer.placed().size() == 2);
    const PlacedLabel &first = placer.placed()[0], &second = placer.placed()[1];
    CHECK(second.room.y >= first.room.bottom());
    CHECK(second.room.y < first.room.bottom() + 3);
    CHECK_FALSE(second.leader);
}

TEST_CASE("label places: the quote goes before a label does", "[render][map]") {
    const Ground ground;
    const std::string quote = "“It was the third time that I had to explain it all”";
    const Box low_room{0, 0, 100, 38};  // a line of words fits below, no more
    Obstacles obstacles;
    obstacles.boxes = {{0, 0, 100, 29}};
    LabelPlacer placer(ground.content, low_room, obstacles);
    CHECK(placer.place(low("Lowest −0.3", quote.c_str()), at, {}) >= 1.5);
    REQUIRE(placer.placed().size() == 1);
    CHECK(placer.placed().front().quote.lines.empty());
    // what need not stand anywhere is left out
    CurveLabel plain = low("−0.2");
    plain.marked = false;
    placer.try_place(plain, at);
    CHECK(placer.placed().size() == 1);
}
