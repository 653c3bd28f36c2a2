#include "render/inspect.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "render/marks.hpp"
#include "render/text/measure.hpp"
#include "tests/support/sample_picture.hpp"

using namespace cjm::render;

namespace {

constexpr Colour black{0, 0, 0, 1}, white{255, 255, 255, 1};

TextItem text_at(Point to, const std::string& words, double size_pt = 9) {
    TextStyle style;
    style.size_pt = size_pt;
    return placed_at(set_text(words, style, std::numeric_limits<double>::infinity()), to);
}

Path line_through(Point from, Point to) {
    Path path;
    path.segments = {MoveTo{from}, LineTo{to}};
    path.stroke = Stroke{black, 0.3, {}};
    return path;
}

/// The kinds of defects that a page of these items has.
std::vector<DefectKind> kinds(std::vector<Item> items) {
    Picture picture;
    picture.pages.push_back({100, 100, white, {"", "", "", {}, std::move(items)}, ""});
    std::vector<DefectKind> all;
    for (const Defect& defect : inspect(picture)) all.push_back(defect.kind);
    return all;
}

using Kinds = std::vector<DefectKind>;

}  // namespace

TEST_CASE("inspect: nothing wrong with text in its place", "[render][inspect]") {
    CHECK(kinds({}) == Kinds{});
    CHECK(kinds({text_at({5, 5}, "one"), text_at({5, 11}, "two"), text_at({30, 5}, "three")}) ==
          Kinds{});
    CHECK(kinds({placed_at(set_text("many words on several lines", {}, 15), {5, 5})}) == Kinds{});
}

TEST_CASE("inspect: text on text", "[render][inspect]") {
    CHECK(kinds({text_at({5, 5}, "one"), text_at({7, 6}, "two")}) ==
          Kinds{DefectKind::overlapping_text});
    CHECK(kinds({Group{"a", "", "", {}, {text_at({5, 5}, "one")}}, text_at({7, 6}, "two")}) ==
          Kinds{DefectKind::overlapping_text});
}

TEST_CASE("inspect: text outside its frame or the page", "[render][inspect]") {
    const TextItem text = text_at({5, 5}, "words");
    CHECK(kinds({Group{"a", "", "", Box{4, 4, 20, 8}, {text}}}) == Kinds{});
    CHECK(kinds({Group{"a", "", "", Box{4, 4, 5, 8}, {text}}}) == Kinds{DefectKind::outside_frame});
    // the frame of an outer group holds too
    CHECK(kinds({Group{"a", "", "", Box{4, 4, 5, 8}, {Group{"b", "", "", {}, {text}}}}}) ==
          Kinds{DefectKind::outside_frame});
    CHECK(kinds({text_at({95, 5}, "words")}) == Kinds{DefectKind::outside_page});
    CHECK(kinds({text_at({5, std::nan("")}, "words")}) == Kinds{DefectKind::outside_page});
    CHECK(kinds({Rectangle{{90, 90, 11, 5}, 0, Fill{}, {}}}) == Kinds{DefectKind::outside_page});
}

TEST_CASE("inspect: type that nobody can read", "[render][inspect]") {
    CHECK(kinds({text_at({5, 5}, "small", 5.9)}) == Kinds{DefectKind::too_small});
    CHECK(kinds({text_at({5, 5}, "fine", 6)}) == Kinds{});
    CHECK(kinds({text_at({5, 5}, "a\U0010FF00", 9)}) == Kinds{DefectKind::missing_glyphs});
}

TEST_CASE("inspect: text under a shape", "[render][inspect]") {
    const TextItem text = text_at({5, 5}, "words");
    const Rectangle plate{{4, 4, 20, 8}, 1, Fill{white}, {}};
    CHECK(kinds({text, plate}) == Kinds{DefectKind::hidden_text});
    CHECK(kinds({plate, text}) == Kinds{});
    CHECK(kinds({text, circle({8, 8}, 3, Fill{black})}) == Kinds{DefectKind::hidden_text});
    CHECK(kinds({text, line_through({1, 7.5}, {50, 7.5})}) == Kinds{DefectKind::hidden_text});
    Rectangle border = plate;
    border.fill.reset();
    border.stroke = Stroke{black, 0.2, {}};
    CHECK(kinds({text, border}) == Kinds{});
    Rectangle veil = plate;
    veil.fill->colour.opacity = 0.1;
    CHECK(kinds({text, veil}) == Kinds{});
}

TEST_CASE("inspect: a line through text needs a ground between them", "[render][inspect]") {
    const TextItem text = text_at({5, 5}, "words");
    const Path line = line_through({1, 1}, {12, 12});
    CHECK(kinds({line, text}) == Kinds{DefectKind::crossed_text});
    CHECK(kinds({line, Rectangle{{4, 4, 20, 8}, 1, Fill{white}, {}}, text}) == Kinds{});
    CHECK(kinds({Rectangle{{4, 4, 20, 8}, 1, Fill{white}, {}}, line, text}) ==
          Kinds{DefectKind::crossed_text});
    Path curve;
    curve.segments = {MoveTo{{1, 15}},
                      CurveTo{{5, 4}, {10, 4}, {15, 15}}};  // its top lies on the words
    curve.stroke = Stroke{black, 0.3, {}};
    CHECK(kinds({curve, text}) == Kinds{DefectKind::crossed_text});
    // the corner points of a curve do not count, only where it passes
    curve.segments = {MoveTo{{1, 20}}, CurveTo{{5, 7}, {10, 7}, {15, 20}}};
    CHECK(kinds({curve, text}) == Kinds{});
}

TEST_CASE("inspect: names the page and the words", "[render][inspect]") {
    Picture picture;
    picture.pages.push_back({100, 100, white, {}, ""});
    picture.pages.push_back({100, 100, white, {"", "", "", {}, {text_at({5, 5}, "small", 4)}}, ""});
    const std::vector<Defect> defects = inspect(picture);
    REQUIRE(defects.size() == 1);
    CHECK(defects[0].page == 1);
    CHECK_THAT(to_string(defects[0]),
               Catch::Matchers::StartsWith("page 2: too small: \"small\" / \"\" at 5.00 "));
    CHECK(inspect(picture, {.least_pt = 3}).empty());
}

TEST_CASE("inspect: the sample is sound", "[render][inspect]") {
    for (const Defect& defect : inspect(testing::sample(ThemeName::light)))
        FAIL_CHECK(to_string(defect));
}
