#include "render/page/paper.hpp"

#include <catch2/catch.hpp>

using namespace cjm::render;

TEST_CASE("paper: by name, in any case and both orientations", "[render][page]") {
    for (const std::string_view name : paper_names()) {
        const auto portrait = paper_from(name, Orientation::portrait);
        const auto landscape = paper_from(name, Orientation::landscape);
        REQUIRE(portrait);
        REQUIRE(landscape);
        CHECK(portrait->width < portrait->height);
        CHECK(landscape->width == portrait->height);
        CHECK(landscape->height == portrait->width);
    }
    CHECK(paper_from("a4", Orientation::portrait)->width == 210);
    CHECK(paper_from("LETTER", Orientation::portrait)->width == Approx(8.5 * 25.4));
    CHECK(paper_from("tabloid", Orientation::landscape)->width == Approx(17 * 25.4));
    for (const char* unknown : {"", "A", "A6", "A44", "fit"})
        CHECK_FALSE(paper_from(unknown, Orientation::portrait));
}

TEST_CASE("paper: margins grow with the paper", "[render][page]") {
    double before = 0;
    for (const char* name : {"A5", "A4", "A3", "A2", "A1"}) {
        const PageSize paper = *paper_from(name, Orientation::landscape);
        CHECK(margin(paper) > before);
        before = margin(paper);
        const Box box = printable(paper);
        CHECK(box.x == before);
        CHECK(box.right() == Approx(paper.width - before));
        CHECK(box.bottom() == Approx(paper.height - before));
    }
    CHECK(margin({10, 10}) == 8);
    CHECK(printable({10, 10}).width == 0);
    CHECK(margin({5000, 5000}) == 30);
}
