#include "render/worksheet/worksheet.hpp"

#include <algorithm>
#include <array>

#include <catch2/catch.hpp>

#include "render/inspect.hpp"
#include "render/writers.hpp"
#include "tests/support/drawn_text.hpp"
#include "tests/support/flow_journeys.hpp"

using namespace cjm;
using namespace cjm::render;
using cjm::testing::all_text;
using cjm::testing::contains;
using cjm::testing::flow_journey;
using cjm::testing::read_journey;

namespace {

DrawOptions on(const char* paper, Orientation orientation = Orientation::landscape) {
    DrawOptions options;
    options.page = paper_from(paper, orientation);
    options.program = "cjm 0.0.0";
    return options;
}

/// Sides of the boxes that are drawn with dashes, millimetres.
std::vector<double> boxes(const Picture& picture) {
    std::vector<double> sides;
    for (const auto& page : picture.pages) {
        cjm::testing::visit_items(page.content.items, [&](const Item& item) {
            const auto* box = std::get_if<Rectangle>(&item);
            if (box && box->stroke && !box->stroke->dashes.empty()) sides.push_back(box->box.width);
        });
    }
    return sides;
}

constexpr const char* blank = R"([journey]
title = "Our journey"
start = "first"
[[stage]]
id = "before"
title = "Before"
[[stage]]
id = "during"
title = "During"
[[stage]]
id = "after"
title = "After"
[[touchpoint]]
id = "first"
title = "The first step"
stage = "before"
next = { done = 1 }
pains = ["Nobody answers"]
[[outcome]]
id = "done"
kind = "success"
)";

}  // namespace

TEST_CASE("worksheet: boxes are sticky notes on A1 and A0", "[render][worksheet]") {
    const auto journey = read_journey(blank);
    for (const auto* paper : {"A1", "A0"}) {
        INFO(paper);
        const auto parsed = make_worksheet(journey, on(paper));
        REQUIRE(parsed.value);
        CHECK(parsed.diagnostics.empty());
        const auto sides = boxes(*parsed.value);
        REQUIRE(sides.size() >= 15);  // five rows of three columns
        CHECK(*std::min_element(sides.begin(), sides.end()) == Approx(note_side).epsilon(0.01));
    }
}

TEST_CASE("worksheet: small paper has smaller boxes and says so", "[render][worksheet]") {
    const auto journey = read_journey(blank);
    double before = note_side;
    for (const auto* paper : {"A2", "A3", "A4", "A5"}) {
        INFO(paper);
        const auto parsed = make_worksheet(journey, on(paper));
        REQUIRE(parsed.value);
        REQUIRE(parsed.diagnostics.size() == 1);
        CHECK(parsed.diagnostics[0].severity == Severity::warning);
        CHECK(contains(parsed.diagnostics[0].message, "fit with --page A1"));
        const auto sides = boxes(*parsed.value);
        CHECK(sides.front() < before);
        before = sides.front();
    }
}

TEST_CASE("worksheet: what the file says stands in the boxes, questions beside them",
          "[render][worksheet]") {
    const auto text = all_text(*make_worksheet(read_journey(blank), on("A1")).value);
    for (const auto* words : {"Before", "The first step", "Nobody answers", "Votes"}) {
        INFO(words);
        CHECK(contains(text, words));
    }
    for (const auto* step : {"Investigate: ", "Observe: ", "Personalise: ", "Surprise: "}) {
        INFO(step);
        std::size_t times = 0;
        for (auto at = text.find(step); at != std::string::npos; at = text.find(step, at + 1))
            ++times;
        CHECK(times == 4);
    }
}

TEST_CASE("worksheet: where a column has several touchpoints, texts begin with their numbers",
          "[render][worksheet]") {
    const auto journey = read_journey(flow_journey(2, {9, 3, false, 0.2, 2}));
    const auto text = all_text(*make_worksheet(journey, on("A1")).value);
    std::size_t number = 0;
    for (const auto& touchpoint : journey.touchpoints) {
        const std::string words = std::to_string(++number) + " · " + touchpoint.shown();
        INFO(words);
        CHECK(contains(text, words));
    }
}

TEST_CASE("worksheet: more texts than boxes are dealt evenly, neighbours together",
          "[render][worksheet]") {
    // five stages leave room for two boxes beside each other; five touchpoints stand in the first
    std::string text = "[journey]\ntitle = \"t\"\nstart = \"t1\"\n";
    for (int i = 1; i <= 5; ++i) text += "[[stage]]\nid = \"s" + std::to_string(i) + "\"\n";
    for (int i = 1; i <= 9; ++i)
        text += "[[touchpoint]]\nid = \"t" + std::to_string(i) + "\"\nstage = \"s" +
                std::to_string(std::max(1, i - 4)) + "\"\nnext = { " +
                (i < 9 ? "t" + std::to_string(i + 1) : "won") + " = 0.9 }\n";
    text += "[[outcome]]\nid = \"won\"\nkind = \"success\"\n";
    const Picture picture = *make_worksheet(read_journey(text), on("A0")).value;
    std::vector<std::string> boxes;
    cjm::testing::visit_items(picture.pages[0].content.items, [&](const Item& item) {
        const auto* words = std::get_if<TextItem>(&item);
        if (words != nullptr && contains(words->paragraph, " · t"))
            boxes.push_back(words->paragraph);
    });
    CHECK(boxes == std::vector<std::string>{"1 · t1\n2 · t2\n3 · t3", "4 · t4\n5 · t5"});
}

TEST_CASE("worksheet: columns that find no room go onto further pages", "[render][worksheet]") {
    const auto journey = read_journey(flow_journey(2, {30, 0, false, 0.2}));
    const auto picture = *make_worksheet(journey, on("A1")).value;
    CHECK(picture.pages.size() > 1);
    const auto text = all_text(picture);
    for (const auto& touchpoint : journey.touchpoints) CHECK(contains(text, touchpoint.shown()));
}

TEST_CASE("worksheet: rows find no room on small paper and go onto further pages",
          "[render][worksheet]") {
    const auto journey = read_journey(flow_journey(6, {6, 2, true, 0.2, 4}));
    const auto picture = *make_worksheet(journey, on("A5")).value;
    const auto text = all_text(picture);
    for (const auto* row : {"Điểm chạm", "Hành động", "Suy nghĩ", "Điểm đau", "Ý tưởng"}) {
        INFO(row);
        CHECK(contains(text, row));
    }
    CHECK(picture.pages.size() > make_worksheet(journey, on("A1")).value->pages.size());
    CHECK(inspect(picture, {6 - 1e-6, 0.05}).empty());
}

TEST_CASE("worksheet: no text overlaps, strays or is crossed", "[render][worksheet]") {
    const auto [touchpoints, stages] =
        GENERATE(table<int, int>({{3, 2}, {12, 5}, {9, 0}, {40, 12}}));
    const bool vietnamese = GENERATE(false, true);
    CAPTURE(touchpoints, stages, vietnamese);
    const auto journey = read_journey(flow_journey(static_cast<std::uint64_t>(touchpoints),
                                                   {touchpoints, stages, vietnamese, 0.2}));
    constexpr std::array themes{ThemeName::light, ThemeName::dark, ThemeName::print};
    std::size_t turn = 0;
    for (const auto* paper : {"A4", "A3", "A1", "A0"}) {
        INFO(paper);
        auto options = on(paper);
        options.theme = themes[turn++ % themes.size()];
        const auto parsed = make_worksheet(journey, options);
        REQUIRE(parsed.value);
        const auto defects = inspect(*parsed.value, {6 - 1e-6, 0.05});
        for (std::size_t i = 0; i < defects.size() && i < 5; ++i)
            UNSCOPED_INFO(to_string(defects[i]));
        CHECK(defects.empty());
    }
}

TEST_CASE("worksheet: the same input gives the same bytes", "[render][worksheet]") {
    const auto journey = read_journey(blank);
    CHECK(to_svg(*make_worksheet(journey, on("A1")).value) ==
          to_svg(*make_worksheet(journey, on("A1")).value));
}
