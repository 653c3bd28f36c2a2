#include "render/marks.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "render/overloaded.hpp"

using namespace cjm::render;

namespace {

std::vector<Point> points(const Path& path) {
    std::vector<Point> all;
    for (const Segment& segment : path.segments)
        std::visit(Overloaded{[&](const MoveTo& s) { all.push_back(s.to); },
                              [&](const LineTo& s) { all.push_back(s.to); },
                              [&](const CurveTo& s) {
                                  all.insert(all.end(), {s.control1, s.control2, s.to});
                              },
                              [](const ClosePath&) {}},
                   segment);
    return all;
}

}  // namespace

TEST_CASE("marks: stay within their square and nearly fill it", "[render][marks]") {
    for (const auto mark : {circle, triangle, diamond, square, star, ghost, door, tick, cross,
                            loop_arrow, hourglass, outside_badge, folded_page}) {
        const Path path = mark({50, 20}, 4, Fill{});
        REQUIRE(path.fill);
        double left = 99, right = 0, top = 99, bottom = 0;
        for (const Point p : points(path)) {
            left = std::min(left, p.x);
            right = std::max(right, p.x);
            top = std::min(top, p.y);
            bottom = std::max(bottom, p.y);
        }
        CHECK(left >= 47.8);  // control points of arcs may reach a little beyond
        CHECK(right <= 52.2);
        CHECK(top >= 17.8);
        CHECK(bottom <= 22.2);
        CHECK(std::max(right - left, bottom - top) >= 3.1);
        CHECK(std::holds_alternative<MoveTo>(path.segments.front()));
        CHECK(std::holds_alternative<ClosePath>(path.segments.back()));
    }
}

TEST_CASE("marks: an arrow head ends at its tip and looks back along its line", "[render][marks]") {
    const Point tip{10, 10}, from{10, 30};  // upwards
    const std::vector<Point> corners = points(arrow_head(tip, from, 2, Fill{}));
    CHECK(corners[0].x == 10);
    CHECK(corners[0].y == 10);
    for (const Point p : corners) {
        CHECK(p.y >= 10);
        CHECK(p.y <= 12);
        CHECK(std::abs(p.x - 10) <= 0.8 + 1e-12);
    }
    const Point end = line_end(tip, from, 2);
    CHECK(end.x == Approx(10));
    CHECK(end.y > 10);
    CHECK(end.y < 12);
}

TEST_CASE("marks: sectors join to a circle", "[render][marks]") {
    const std::vector<Point> quarter = points(sector({0, 0}, 2, 0, 0.25, Fill{}));
    CHECK(quarter[1].y == Approx(-1));     // from the top
    CHECK(quarter.back().x == Approx(1));  // clockwise to the right
    CHECK(quarter.back().y == Approx(0).margin(1e-12));
    CHECK(points(sector({0, 0}, 2, 0, 1, Fill{})).size() ==
          points(circle({0, 0}, 2, Fill{})).size());
    for (const Point p : {points(sector({0, 0}, 2, 0.1, 0.8, Fill{})).back()})
        CHECK(std::hypot(p.x, p.y) == Approx(1));
}

TEST_CASE("marks: arcs are round", "[render][marks]") {
    const Path path = circle({0, 0}, 2, Fill{});
    Point start{0, -1};
    for (const Segment& segment : path.segments) {
        if (const auto* curve = std::get_if<CurveTo>(&segment)) {
            // the middle of a Bezier curve
            const double x =
                (start.x + 3 * curve->control1.x + 3 * curve->control2.x + curve->to.x) / 8;
            const double y =
                (start.y + 3 * curve->control1.y + 3 * curve->control2.y + curve->to.y) / 8;
            CHECK(std::hypot(x, y) == Approx(1).epsilon(1e-3));
            start = curve->to;
        }
    }
}

TEST_CASE("marks: a chevron keeps to its box", "[render][marks]") {
    CHECK(points(chevron({0, 0, 30, 10}, 3, false, Fill{})).size() == 5);
    const std::vector<Point> notched = points(chevron({0, 0, 30, 10}, 3, true, Fill{}));
    CHECK(notched.size() == 6);
    CHECK(notched.back().x == 3);
    CHECK(notched[2].x == 30);
}
