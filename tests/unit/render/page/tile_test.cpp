#include "render/page/tile.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <catch2/catch.hpp>

#include "render/inspect.hpp"
#include "render/page/sheets.hpp"
#include "render/page/within.hpp"
#include "render/text/measure.hpp"
#include "render/writers.hpp"
#include "tests/support/sample_picture.hpp"
#include "tests/support/shell.hpp"

using namespace cjm::render;
using Catch::Matchers::Contains;

namespace {

/// A page with a grid of cards of text, each in its cell with gaps between.
Picture cards(PageSize size, double cell_width, double cell_height) {
    Page page{size.width, size.height, {255, 255, 255, 1}, {}, "Whole"};
    int number = 0;
    for (double y = 10; y + cell_height < size.height; y += cell_height)
        for (double x = 10; x + cell_width < size.width; x += cell_width) {
            Group card{"card " + std::to_string(++number), "Card", "", {}, {}};
            card.items.emplace_back(
                Rectangle{{x, y, cell_width - 6, cell_height - 6}, 1, {}, Stroke{}});
            card.items.emplace_back(placed_at(
                set_text("Khách " + std::to_string(number), {}, cell_width - 8), {x + 1, y + 1}));
            page.content.items.emplace_back(card);
        }
    return {"Bản đồ", "Many cards", "vi", "", {page}};
}

Picture a0() {
    return cards({1189, 841}, 47, 31);
}

void collect(const Group& group, std::vector<const TextItem*>& texts) {
    for (const Item& item : group.items) {
        if (const auto* inner = std::get_if<Group>(&item)) collect(*inner, texts);
        if (const auto* text = std::get_if<TextItem>(&item)) texts.push_back(text);
    }
}

std::vector<const TextItem*> texts_of(const Group& group) {
    std::vector<const TextItem*> texts;
    collect(group, texts);
    return texts;
}

const Group* clipped(const Page& page) {
    for (const Item& item : page.content.items)
        if (const auto* group = std::get_if<Group>(&item); group != nullptr && group->clip)
            return group;
    return nullptr;
}

}  // namespace

TEST_CASE("tile: only what is larger than a sheet, however it lies", "[render][page]") {
    const PageSize a4 = *paper_from("A4", Orientation::portrait);
    CHECK_FALSE(needs_tiling({210, 297}, a4));
    CHECK_FALSE(needs_tiling({297, 210}, a4));
    CHECK(needs_tiling({298, 210}, a4));
    CHECK(needs_tiling({215.9, 279.4}, a4));
}

TEST_CASE("tile: codes are letters for rows and numbers for columns", "[render][page]") {
    CHECK(detail::sheet_code(0, 0) == "A1");
    CHECK(detail::sheet_code(1, 2) == "B3");
    CHECK(detail::sheet_code(25, 9) == "Z10");
    CHECK(detail::sheet_code(26, 0) == "AA1");
    CHECK(detail::sheet_code(27, 0) == "AB1");
}

TEST_CASE("tile: the fewest sheets, turned whichever way needs fewer", "[render][page]") {
    const auto pages = [](const char* sheet) { return tiled(a0(), sheet)->pages; };
    CHECK(pages("A4").size() == 1 + 25);
    CHECK(pages("A4")[0].width == 297);
    CHECK(pages("A3").size() == 1 + 12);
    // a narrow strip goes onto upright or broad sheets, whichever takes it in one row
    const auto strip = tiled(cards({800, 180}, 40, 30), "A4")->pages;
    CHECK(strip.size() == 1 + 3);
    CHECK(strip[0].width == 297);
    CHECK_FALSE(tiled(a0(), "A6"));
}

TEST_CASE("tile: every sheet shows its part at its true size", "[render][page]") {
    const Picture whole = a0();
    const auto plan = detail::plan_sheets(whole.pages[0], {210, 297});
    REQUIRE(plan);
    const auto sheets = tiled(whole, "A4");
    std::size_t at = 1;
    for (std::size_t row = 0; row < plan->down(); ++row)
        for (std::size_t column = 0; column < plan->across(); ++column, ++at) {
            const Page& sheet = sheets->pages[at];
            INFO(detail::sheet_code(row, column));
            CHECK_THAT(sheet.label, Contains(detail::sheet_code(row, column)));
            const Group* piece = clipped(sheet);
            REQUIRE(piece != nullptr);
            const Box room = detail::window(plan->sheet);
            CHECK(piece->clip->x == room.x);
            CHECK(piece->clip->width <= room.width + 1e-9);
            CHECK(piece->clip->height <= room.height + 1e-9);
            const double bleed = column == 0 ? 0 : detail::sheet_bleed;
            const double overlap = column + 1 == plan->across() ? 0 : detail::sheet_overlap;
            CHECK(piece->clip->width ==
                  Approx(plan->columns[column + 1] - plan->columns[column] + bleed + overlap));
        }
    CHECK(at == sheets->pages.size());
}

TEST_CASE("tile: no text is cut where the gaps allow it, and all of it shows", "[render][page]") {
    const Picture whole = a0();
    const auto plan = detail::plan_sheets(whole.pages[0], {210, 297});
    std::set<std::string> expected, shown;
    for (const TextItem* text : texts_of(whole.pages[0].content)) {
        const Box box = line_box(text->lines[0], text->style);
        expected.insert(text->paragraph);
        for (const double x : plan->columns)
            CHECK_FALSE((x > box.x + 0.3 && x < box.right() - 0.3));
        for (const double y : plan->rows) CHECK_FALSE((y > box.y + 0.3 && y < box.bottom() - 0.3));
    }
    const auto sheets = tiled(whole, "A4");
    for (std::size_t i = 1; i < sheets->pages.size(); ++i)
        for (const TextItem* text : texts_of(*clipped(sheets->pages[i])))
            shown.insert(text->paragraph);
    CHECK(shown == expected);
}

TEST_CASE("tile: sheets and cover are sound", "[render][page]") {
    for (const char* sheet : {"A5", "A4", "A3", "letter"})
        for (const bool upright : {false, true}) {
            const Picture whole = upright ? cards({594, 841}, 47, 31) : a0();
            const auto sheets = tiled(whole, sheet);
            REQUIRE(sheets);
            const auto defects = inspect(*sheets);
            INFO(sheet << (defects.empty() ? "" : to_string(defects[0])));
            CHECK(defects.empty());
        }
}

TEST_CASE("tile: each sheet and the cover carry a bar of 100 mm", "[render][page]") {
    const auto sheets = tiled(a0(), "A5");
    for (const Page& page : sheets->pages) {
        bool found = false;
        for (const Item& item : page.content.items) {
            const auto* bar = std::get_if<Group>(&item);
            const auto* foot =
                bar != nullptr && bar->id == "foot" ? std::get_if<Group>(&bar->items.front()) : bar;
            if (foot == nullptr || foot->id != "check-bar") continue;
            const auto& line = std::get<Path>(foot->items.front());
            const double length =
                std::get<LineTo>(line.segments[1]).to.x - std::get<MoveTo>(line.segments[0]).to.x;
            CHECK(length == Approx(100));
            found = true;
        }
        CHECK(found);
    }
}

TEST_CASE("tile: the cover tells how to join the sheets, in the picture's language",
          "[render][page]") {
    std::string words;
    const auto sheets = tiled(a0(), "A4");
    for (const TextItem* text : texts_of(sheets->pages[0].content))
        words += text->paragraph + "\n";
    CHECK_THAT(words,
               Contains("25 tờ A4") && Contains("1189 × 841\u00a0mm") && Contains("100\u00a0%"));
    CHECK_THAT(words, Contains("A1\n") && Contains("E5\n"));
}

TEST_CASE("tile: a page that fits goes onto one sheet as it is", "[render][page]") {
    Picture mixed = a0();
    mixed.pages.push_back(cards({148, 210}, 40, 30).pages[0]);
    const auto sheets = tiled(mixed, "A4");
    REQUIRE(sheets->pages.size() == 1 + 25 + 1);
    CHECK(sheets->pages.back().width == 210);
    CHECK(texts_of(sheets->pages.back().content).size() == texts_of(mixed.pages[1].content).size());
}

TEST_CASE("tile: a PDF of exact sheets with words, not dots", "[render][page]") {
    const std::string pdf = to_pdf(*tiled(a0(), "A4"));
    const cjm::testing::ScratchFile file("tile.pdf", pdf);
    CHECK_THAT(cjm::testing::run("pdfinfo -f 1 -l 26 " + file.path()).text,
               Contains("Pages:           26") && Contains("26 size:  841.89 x 595.276 pts (A4)"));
    CHECK(cjm::testing::run("pdfimages -list " + file.path() + " | wc -l").text.find("2") == 0);
    CHECK_THAT(cjm::testing::run("pdftotext -f 2 -l 2 " + file.path() + " -").text,
               Contains("Khách 1"));
    CHECK(pdf == to_pdf(*tiled(a0(), "A4")));
}
