#include "render/flow/strokes.hpp"

#include <catch2/catch.hpp>

#include "render/flow/widths.hpp"

using namespace cjm::render;
using namespace cjm::render::flow;

TEST_CASE("strokes: width grows with traffic and never vanishes", "[render][flow]") {
    CHECK(width_for(0, 1) > 0.2);
    CHECK(width_for(0.5, 1) == Approx(width_for(1, 1) / 2));
    CHECK(width_for(2, 4) == Approx(width_for(0.5, 1)));
    CHECK(width_for(5, 1) == width_for(1, 1));
}

TEST_CASE("strokes: corners are rounded, ends stay", "[render][flow]") {
    const auto path = rounded({{0, 0}, {10, 0}, {10, 10}}, 2);
    REQUIRE(path.segments.size() == 4);
    CHECK(std::get<MoveTo>(path.segments[0]).to.x == 0);
    CHECK(std::get<LineTo>(path.segments[1]).to.x == Approx(8));
    const auto& curve = std::get<CurveTo>(path.segments[2]);
    CHECK(curve.to.x == Approx(10));
    CHECK(curve.to.y == Approx(2));
    CHECK(std::get<LineTo>(path.segments[3]).to.y == 10);
}

TEST_CASE("strokes: a corner is no wider than the stretches beside it", "[render][flow]") {
    const auto path = rounded({{0, 0}, {10, 0}, {10, 1}, {20, 1}}, 2);
    const auto& curve = std::get<CurveTo>(path.segments[2]);
    CHECK(curve.to.y == Approx(0.5));
}

TEST_CASE("strokes: points on a straight stretch make no corner", "[render][flow]") {
    const auto path = rounded({{0, 0}, {4, 0}, {10, 0}}, 2);
    CHECK(path.segments.size() == 2);
}
