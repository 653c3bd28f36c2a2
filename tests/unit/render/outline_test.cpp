#include "render/outline.hpp"

#include <catch2/catch.hpp>

#include "render/marks.hpp"

using namespace cjm::render;

TEST_CASE("outline: what lies inside", "[render][inspect]") {
    const Outline round = outline_of(circle({10, 10}, 4, Fill{}));
    CHECK(encloses(round, {10, 10}));
    CHECK(encloses(round, {11.3, 11.3}));
    CHECK_FALSE(encloses(round, {11.5, 11.5}));  // in the square, not in the circle
    const Outline holed = outline_of(ghost({0, 0}, 2, Fill{}));
    CHECK(encloses(holed, {0, 0.3}));
    CHECK_FALSE(encloses(holed, {0.3, -0.25}));  // an eye
    CHECK_FALSE(encloses({}, {0, 0}));
}

TEST_CASE("outline: what passes through a box", "[render][inspect]") {
    const Box box{10, 10, 4, 2};
    const auto line = [](Point from, Point to) { return Outline{{from, to}}; };
    CHECK(passes_through(line({0, 0}, {24, 22}), box));
    CHECK(passes_through(line({11, 11}, {12, 11}), box));  // within
    CHECK(passes_through(line({12, 0}, {12, 50}), box));   // upright
    CHECK_FALSE(passes_through(line({0, 0}, {9, 11}), box));
    CHECK_FALSE(passes_through(line({0, 13}, {50, 13}), box));
    CHECK_FALSE(passes_through(line({8, 10.5}, {11, 17}), box));  // bounds meet, the line does not
    CHECK_FALSE(passes_through(outline_of(Rectangle{{9, 9, 6, 4}, 0, {}, {}}), box));
}

TEST_CASE("outline: curves and closed parts", "[render][inspect]") {
    Path path;
    path.segments = {MoveTo{{0, 0}}, CurveTo{{0, 10}, {10, 10}, {10, 0}}, ClosePath{},
                     LineTo{{-5, 0}}};
    const Outline outline = outline_of(path);
    REQUIRE(outline.size() == 2);
    CHECK(outline[0].back().x == 0);  // closed
    CHECK(outline[1][0].x == 0);      // goes on from where the closed part began
    const Box box = bounds(outline);
    CHECK(box.x == -5);
    CHECK(box.right() == 10);
    CHECK(box.bottom() == Approx(7.5));  // the top of the curve, not its control points
    CHECK(bounds({}).width == 0);
    path.segments = {ClosePath{}, LineTo{{1, 1}}};
    CHECK(outline_of(path).empty());
}

TEST_CASE("outline: boxes", "[render][inspect]") {
    CHECK(overlap({0, 0, 2, 2}, {1, 1, 2, 2}, 0.05));
    CHECK_FALSE(overlap({0, 0, 2, 2}, {1.96, 0, 2, 2}, 0.05));
    CHECK_FALSE(overlap({0, 0, 2, 2}, {0, 3, 2, 2}, 0.05));
    CHECK(lies_within({0, 0, 1, 1}, {0, 0, 1, 1}, 0));
    CHECK(lies_within({0, 0, 1.04, 1}, {0, 0, 1, 1}, 0.05));
    CHECK_FALSE(lies_within({0, 0, 1.06, 1}, {0, 0, 1, 1}, 0.05));
    CHECK_FALSE(lies_within({0, -1, 1, 1}, {0, 0, 1, 1}, 0.05));
}
