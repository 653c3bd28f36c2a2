#include "render/map/curve_shape.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace cjm::render;
using cjm::render::map::height_at;
using cjm::render::map::monotone_slopes;
using cjm::render::map::smooth_through;

TEST_CASE("curve shape: never leaves the heights of its neighbours", "[render][map]") {
    const std::vector<Point> points{{0, 3}, {1, 3.1}, {2, 9}, {2.5, 8.9}, {6, 0}, {7, 0}, {9, 4}};
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const auto [low, high] = std::minmax(points[i].y, points[i + 1].y);
        for (int step = 0; step <= 50; ++step) {
            const double x = points[i].x + (points[i + 1].x - points[i].x) * step / 50;
            CHECK(height_at(points, x) >= low - 1e-12);
            CHECK(height_at(points, x) <= high + 1e-12);
        }
    }
    // proof of power: the plain mean of the secants does overshoot here
    const double third = (points[2].x - points[1].x) / 3;
    const double mean_slope = ((points[1].y - points[0].y) + (points[2].y - points[1].y)) / 2;
    CHECK(mean_slope / (points[1].y - points[0].y) > 3);
    CHECK(third > 0);
}

TEST_CASE("curve shape: is level at highs and lows", "[render][map]") {
    const std::vector<Point> points{{0, 0}, {1, 5}, {2, 1}, {3, 2}};
    const auto slopes = monotone_slopes(points);
    CHECK(slopes[1] == 0);
    CHECK(slopes[2] == 0);
    CHECK(slopes[0] > 0);
    CHECK(slopes[3] > 0);
}

TEST_CASE("curve shape: passes through its points, one curve a gap", "[render][map]") {
    const std::vector<Point> points{{0, 0}, {1, 5}, {3, 2}};
    const auto segments = smooth_through(points);
    REQUIRE(segments.size() == 3);
    CHECK(std::get<MoveTo>(segments[0]).to.y == 0);
    CHECK(std::get<CurveTo>(segments[1]).to.y == 5);
    CHECK(std::get<CurveTo>(segments[2]).to.x == 3);
    CHECK(height_at(points, 1) == Approx(5));
    CHECK(smooth_through({}).empty());
    CHECK(smooth_through(std::vector<Point>{{1, 2}}).size() == 1);
    CHECK(std::holds_alternative<LineTo>(smooth_through(points, true).front()));
}

TEST_CASE("curve shape: a straight line stays straight", "[render][map]") {
    const std::vector<Point> points{{0, 0}, {1, 2}, {4, 8}};
    for (const double x : {0.3, 1.0, 2.7}) CHECK(height_at(points, x) == Approx(2 * x));
}
