#include "render/map/curve_shape.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace cjm::render;
using cjm::render::map::height_at;
using cjm::render::map::monotone_slopes;
using cjm::render::map::smooth_but;
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

TEST_CASE("curve shape: gaps leave the rest as it is", "[render][map]") {
    const std::vector<Point> points{{0, 0}, {2, 6}, {4, 3}, {8, 3}};
    CHECK(smooth_but(points, {}).size() == smooth_through(points).size());
    // two that overlap, one over a point, one beyond the end
    const auto segments = smooth_but(points, {{3, 4.5}, {0.5, 1}, {0.8, 1.5}, {7, 9}});
    std::vector<double> begins, ends;
    double last = 0;
    for (const auto& segment : segments) {
        if (const auto* move = std::get_if<MoveTo>(&segment)) {
            if (!begins.empty()) ends.push_back(last);
            begins.push_back(move->to.x);
            CHECK(move->to.y == Approx(height_at(points, move->to.x)).margin(1e-12));
        } else {
            const Point to = std::get<CurveTo>(segment).to;
            CHECK(to.y == Approx(height_at(points, to.x)).margin(1e-12));
            last = to.x;
        }
    }
    ends.push_back(last);
    CHECK(begins == std::vector<double>{0, 1.5, 4.5});
    CHECK(ends == std::vector<double>{0.5, 3, 7});
    // a piece of a curve bends as the whole does: halfway between its ends
    const auto& piece = std::get<CurveTo>(segments[1]);
    const double middle = (3 * piece.control1.y + 3 * piece.control2.y + piece.to.y) / 8;
    CHECK(middle == Approx(height_at(points, 0.25)));
    CHECK(smooth_but(points, {{-1, 9}}).empty());
}
