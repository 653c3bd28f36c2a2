#include "render/page/check_bar.hpp"

#include <catch2/catch.hpp>

#include "render/inspect.hpp"
#include "render/page/paper.hpp"
#include "render/page/within.hpp"

using namespace cjm::render;

namespace {

Picture blank(PageSize size) {
    return {"", "", "vi", "", {{size.width, size.height, {255, 255, 255, 1}, {}, ""}}};
}

}  // namespace

TEST_CASE("check bar: 100 mm in the bottom margin of every paper", "[render][page]") {
    for (const std::string_view name : paper_names())
        for (const Orientation way : {Orientation::portrait, Orientation::landscape}) {
            const PageSize paper = *paper_from(name, way);
            const Picture picture = with_check_bars(blank(paper));
            INFO(name);
            REQUIRE(picture.pages[0].content.items.size() == 1);
            const Box box = reach_of(picture.pages[0].content.items[0]);
            CHECK(box.y >= printable(paper).bottom() - 0.3);
            CHECK(box.bottom() <= paper.height - 5 + 0.1);  // where any printer prints
            CHECK(box.right() <= paper.width);
            CHECK(inspect(picture).empty());
        }
}

TEST_CASE("check bar: gives way to what is drawn there", "[render][page]") {
    Picture picture = blank({297, 210});
    picture.pages[0].content.items.emplace_back(Rectangle{{0, 195, 297, 10}, 0, Fill{}, {}});
    CHECK(with_check_bars(picture).pages[0].content.items.size() == 1);
    CHECK(with_check_bars(blank({110, 297})).pages[0].content.items.empty());
}

TEST_CASE("check bar: read on dark pages too", "[render][page]") {
    Picture picture = blank({297, 210});
    picture.pages[0].background = {0x12, 0x16, 0x1C, 1};
    const Picture marked = with_check_bars(picture);
    const auto& bar = std::get<Group>(marked.pages[0].content.items[0]);
    CHECK(std::get<Path>(bar.items[0]).stroke->colour.red == 255);
}
