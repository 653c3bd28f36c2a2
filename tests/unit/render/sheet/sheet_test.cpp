#include <catch2/catch.hpp>

#include "render/sheet/pages.hpp"
#include "render/text/measure.hpp"
#include "render/sheet/text_block.hpp"

using namespace cjm::render;
using namespace cjm::render::sheet;

namespace {

constexpr double inf = 1e9;

Paragraph paragraph(const std::string& words) {
    return {words, comfortable.body({}), nullptr, {}, 0, {}};
}

/// So many columns of one row each; column 1 has more to say.
Sheet sheet_of(std::size_t columns, std::size_t rows = 1, std::size_t words = 40) {
    Sheet made;
    made.columns = columns;
    for (std::size_t r = 0; r < rows; ++r) {
        Row row;
        row.id = "row-" + std::to_string(r);
        row.label = "Row";
        Band band;
        for (std::size_t c = 0; c < columns; ++c) {
            std::string text = "word";
            for (std::size_t i = 0; i < (c == 1 ? 3 * words : words); ++i) text += " word";
            band.cells.push_back({c, 1, {text_block(paragraph(text))}});
        }
        row.bands.push_back(std::move(band));
        made.rows.push_back(std::move(row));
    }
    return made;
}

Part part_of(double height) {
    Part part;
    part.height = height;
    return part;
}

struct Set {
    explicit Set(Sheet made) : sheet(std::move(made)), demand(measure_demand(sheet)) {}
    Sheet sheet;
    Demand demand;
    Surround surround{[](double, const PageSpot&) { return part_of(10); },
                      [](double, const PageSpot&) { return part_of(5); }};
    [[nodiscard]] Setting setting() const {
        return {sheet, demand, theme(ThemeName::light), surround};
    }
};

}  // namespace

TEST_CASE("sheet columns: fill the width, wider where there is more to show", "[render][sheet]") {
    const Set set(sheet_of(3));
    const Ground ground = set_columns(set.demand, 0, 3, 250);
    CHECK(ground.end_x() == Approx(250));
    CHECK(ground.width(1) > 1.3 * ground.width(0));
    CHECK(ground.width(0) == Approx(ground.width(2)));
    CHECK(ground.begin_x() == Approx(set.demand.label_width + comfortable.label_gap));
}

TEST_CASE("sheet columns: never narrower than the longest word", "[render][sheet]") {
    Sheet made = sheet_of(2);
    made.rows[0].bands[0].cells[0].blocks = {text_block(paragraph("Krankenversicherungen"))};
    const Set set(std::move(made));
    const double word = longest_word("Krankenversicherungen", comfortable.body({}));
    const double least = least_width(set.demand, 0, 2);
    const Ground ground = set_columns(set.demand, 0, 2, least);
    CHECK(ground.width(0) >= word + 2 * comfortable.cell_padding - 1e-9);
}

TEST_CASE("sheet columns: part of the columns take the whole width", "[render][sheet]") {
    const Set set(sheet_of(5));
    const Ground ground = set_columns(set.demand, 2, 4, 200);
    CHECK(ground.first == 2);
    CHECK(ground.lefts.size() == 2);
    CHECK(ground.end_x() == Approx(200));
    CHECK(ground.holds(3));
    CHECK_FALSE(ground.holds(4));
}

TEST_CASE("sheet strip: rows stack, the highest cell sets the height, spare room is shared",
          "[render][sheet]") {
    const Set set(sheet_of(3, 2));
    Strip strip = lay_out(set.sheet, set.demand, {0, 3}, {0, 2}, 250, 200);
    REQUIRE(strip.places.size() == 2);
    CHECK(strip.places[1].y == Approx(strip.places[0].y + strip.places[0].height));
    CHECK(strip.height == Approx(strip.places[1].y + strip.places[1].height));
    const double before = strip.height, row = strip.places[0].height;
    grow(set.sheet, 30, strip);
    CHECK(strip.height == Approx(before + 30));
    CHECK(strip.places[0].height == Approx(row + 15));
}

TEST_CASE("sheet fit: one page with type as large as it takes", "[render][sheet]") {
    const Set set(sheet_of(4, 3));
    const auto page = *paper_from("A4", Orientation::landscape);
    const auto fit = fit_pages(set.setting(), page, 0.5, 1);
    REQUIRE(fit);
    CHECK(fit->pages.size() == 1);
    // a little larger does not fit
    const auto larger = fit_pages(set.setting(), page, fit->scale * 1.02, 1);
    CHECK((!larger || larger->scale >= fit->scale));
    const auto pages = compose(set.setting(), page, *fit);
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].width == page.width);
}

TEST_CASE("sheet fit: many columns go over pages, each once and in order", "[render][sheet]") {
    const Set set(sheet_of(30, 2, 10));
    const auto fit = fit_pages(set.setting(), *paper_from("A4", Orientation::landscape), 1, 100);
    REQUIRE(fit);
    CHECK(fit->pages.size() > 1);
    std::size_t next = 0;
    for (const PagePlan& page : fit->pages)
        for (const Range& columns : page.columns) {
            CHECK(columns.first == next);
            next = columns.last;
        }
    CHECK(next == 30);
}

TEST_CASE("sheet fit: many rows go over pages, every cell once", "[render][sheet]") {
    const Set set(sheet_of(2, 30, 60));
    const auto fit = fit_pages(set.setting(), *paper_from("A4", Orientation::portrait), 1, 100);
    REQUIRE(fit);
    CHECK(fit->pages.size() > 1);
    std::vector<int> shown(2 * 30, 0);
    for (const PagePlan& page : fit->pages)
        for (const Range& columns : page.columns)
            for (std::size_t column = columns.first; column < columns.last; ++column)
                for (std::size_t row = page.rows.first; row < page.rows.last; ++row)
                    ++shown[2 * row + column];
    for (const int times : shown) CHECK(times == 1);
}

TEST_CASE("sheet fit: a row higher than any page cannot be placed", "[render][sheet]") {
    const Set set(sheet_of(1, 1, 3000));
    CHECK_FALSE(fit_pages(set.setting(), *paper_from("A5", Orientation::landscape), 1, 100));
    CHECK(largest_scale(set.setting(), *paper_from("A5", Orientation::landscape)) < 1);
}

TEST_CASE("sheet list: items go into columns where that is much shorter", "[render][sheet]") {
    std::vector<Paragraph> items;
    for (int i = 0; i < 6; ++i) items.push_back(paragraph("Short item"));
    const auto list = list_block(items, 1);
    const double one = text_block(items[0])->height(inf);
    CHECK(list->height(30) == Approx(6 * one + 5));
    CHECK(list->height(62) == Approx(3 * one + 2));
    CHECK(list->height(95) == Approx(2 * one + 1));
    std::vector<Item> drawn;
    list->draw({5, 5, 95, 20}, drawn);
    CHECK(drawn.size() == 6);
}
