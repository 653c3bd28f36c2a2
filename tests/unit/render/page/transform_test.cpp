#include "render/page/transform.hpp"

#include <catch2/catch.hpp>

#include "render/text/measure.hpp"

using namespace cjm::render;

namespace {

Group one_of_each() {
    Rectangle rectangle{{1, 2, 3, 4}, 0.5, Fill{}, Stroke{{}, 0.2, {1, 2}}};
    Path path;
    path.segments = {MoveTo{{1, 1}}, LineTo{{2, 2}}, CurveTo{{3, 3}, {4, 4}, {5, 5}}, ClosePath{}};
    Group group{"a", "", "", Box{0, 0, 10, 20}, {rectangle, path}};
    group.items.emplace_back(placed_at(set_text("Hối hận", {}, 50), {2, 3}));
    return {"outer", "", "", {}, {group}};
}

}  // namespace

TEST_CASE("transform: moves everything in a group", "[render][page]") {
    const Group before = one_of_each(), moved = translated(before, 10, 100);
    const Group& group = std::get<Group>(moved.items[0]);
    CHECK(group.frame->x == 10);
    CHECK(group.frame->bottom() == 120);
    CHECK(std::get<Rectangle>(group.items[0]).box.x == 11);
    CHECK(std::get<Rectangle>(group.items[0]).box.width == 3);
    const Path& path = std::get<Path>(group.items[1]);
    CHECK(std::get<MoveTo>(path.segments[0]).to.y == 101);
    CHECK(std::get<CurveTo>(path.segments[2]).control2.x == 14);
    CHECK(std::get<CurveTo>(path.segments[2]).to.y == 105);
    const TextItem& text = std::get<TextItem>(group.items[2]);
    const TextItem& was = std::get<TextItem>(std::get<Group>(before.items[0]).items[2]);
    CHECK(text.box.y == 103);
    CHECK(text.lines[0].start.x == was.lines[0].start.x + 10);
    CHECK(text.lines[0].width == was.lines[0].width);
}

TEST_CASE("transform: scales type, strokes and measured lines", "[render][page]") {
    const Group before = one_of_each(), large = scaled(before, 2);
    const Group& group = std::get<Group>(large.items[0]);
    const Rectangle& rectangle = std::get<Rectangle>(group.items[0]);
    CHECK(rectangle.box.x == 2);
    CHECK(rectangle.box.height == 8);
    CHECK(rectangle.radius == 1);
    CHECK(rectangle.stroke->width == Approx(0.4));
    CHECK(rectangle.stroke->dashes == std::vector<double>{2, 4});
    const TextItem& text = std::get<TextItem>(group.items[2]);
    TextStyle style;
    style.size_pt = 18;
    CHECK(text.style.size_pt == 18);
    CHECK(text.lines[0].width ==
          Approx(set_text("Hối hận", style, 50).lines[0].width).epsilon(1e-3));
    Picture picture;
    picture.pages.push_back({100, 50, {}, before, ""});
    CHECK(scaled(picture, 0.5).pages[0].width == 50);
}

TEST_CASE("transform: fits a drawing into the middle of a box", "[render][page]") {
    const Placement wide = fitted({200, 50}, {10, 10, 100, 100});
    CHECK(wide.factor == 0.5);
    CHECK(wide.corner.x == 10);
    CHECK(wide.corner.y == Approx(10 + (100 - 25) / 2.0));
}
