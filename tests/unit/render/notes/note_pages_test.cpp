// Pictures whose long texts stand on pages of notes.
#include <array>
#include <regex>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "render/inspect.hpp"
#include "render/map/map.hpp"
#include "render/page/paper.hpp"
#include "render/worksheet/worksheet.hpp"
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

DrawOptions on(const char* paper, bool notes, ThemeName theme = ThemeName::light) {
    DrawOptions options;
    options.page = paper_from(paper, Orientation::landscape);
    options.theme = theme;
    options.notes = notes;
    return options;
}

Parsed<Picture> map_of(const Journey& journey, const DrawOptions& options) {
    return make_map(journey, nullptr, options, {});
}

/// One touchpoint with more to say than a page of A5 holds, each text another.
std::string talkative() {
    std::string texts;
    for (int i = 0; i < 90; ++i)
        texts += fmt::format(
            "\"Text {} tells at some length what happens when a customer calls at an hour at which "
            "nobody is there, and what is then done about it, or is not\", ",
            i);
    return "[journey]\ntitle = \"T\"\nstart = \"call\"\n[[touchpoint]]\nid = \"call\"\ndoes = [" +
           texts + "]\nnext = { won = 1 }\n[[outcome]]\nid = \"won\"\nkind = \"success\"\n";
}

/// Pages of notes: those with a group that is one.
std::size_t note_pages(const Picture& picture) {
    std::size_t count = 0;
    for (const Page& page : picture.pages) {
        bool found = false;
        cjm::testing::visit_items(page.content.items, [&](const Item& item) {
            const auto* group = std::get_if<Group>(&item);
            found = found || (group != nullptr && group->id.starts_with("note-"));
        });
        count += found ? 1 : 0;
    }
    return count;
}

/// The first of some journeys whose map on A4 is shorter with notes.
Journey journey_with_notes(bool vietnamese) {
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
        Journey journey = read_journey(flow_journey(seed, {10, 4, vietnamese, 0.2, 3}));
        if (note_pages(*map_of(journey, on("A4", true)).value) > 0) return journey;
    }
    FAIL("none of the journeys takes notes");
    return {};
}

}  // namespace

TEST_CASE("map notes: the map takes fewer pages, and no text is lost", "[render][notes][map]") {
    const bool vietnamese = GENERATE(false, true);
    const Journey journey = journey_with_notes(vietnamese);
    const Picture whole = *map_of(journey, on("A4", false)).value;
    const Picture picture = *map_of(journey, on("A4", true)).value;
    const std::size_t notes = note_pages(picture);
    REQUIRE(notes > 0);
    CHECK(picture.pages.size() - notes < whole.pages.size());
    CHECK(picture.pages.size() <= whole.pages.size());  // its notes among them
    const std::string text = all_text(picture);
    for (const Touchpoint& touchpoint : journey.touchpoints)
        for (const auto& row : touchpoint.rows.built_in)
            for (const Text& one : row) {
                INFO(one.value);
                CHECK(contains(text, one.value));
            }
    for (std::size_t i = 0; i < picture.pages.size(); ++i)
        CHECK(contains(text, fmt::format(fmt::runtime(vietnamese ? "Trang {}/{}" : "Page {} of {}"),
                                         i + 1, picture.pages.size())));
}

TEST_CASE("map notes: every number on the map is that of a note", "[render][notes][map]") {
    const Journey journey = journey_with_notes(false);
    const Picture picture = *map_of(journey, on("A4", true)).value;
    const std::size_t notes = note_pages(picture);
    std::size_t highest = 0, referred = 0;
    const std::regex reference(R"(\d+(, \d+|–\d+)*)");
    for (std::size_t i = 0; i < picture.pages.size(); ++i) {
        const bool is_map = i + notes < picture.pages.size();
        cjm::testing::visit_items(picture.pages[i].content.items, [&](const Item& item) {
            if (const auto* group = std::get_if<Group>(&item);
                group != nullptr && group->id.starts_with("note-") && !is_map)
                highest = std::max<std::size_t>(highest, std::stoul(group->id.substr(5)));
            const auto* words = std::get_if<TextItem>(&item);
            if (words == nullptr || !is_map || words->style.weight != Weight::semibold ||
                !std::regex_match(words->paragraph, reference))
                return;
            const auto last = words->paragraph.find_last_not_of("0123456789");
            referred = std::max<std::size_t>(
                referred,
                std::stoul(last == std::string::npos ? words->paragraph
                                                     : words->paragraph.substr(last + 1)));
        });
    }
    CHECK(highest > 0);
    CHECK(referred == highest);
}

TEST_CASE("map notes: a refused map names the paper that would do, or the notes",
          "[render][notes][map]") {
    const Journey journey = read_journey(talkative());
    const auto refused = map_of(journey, on("A5", false));
    REQUIRE_FALSE(refused.value);
    CHECK(refused.diagnostics.at(0).id == "page-too-small");
    CHECK(contains(refused.diagnostics[0].hint, "--page A"));
    CHECK(contains(refused.diagnostics[0].hint, "--notes"));
    const auto carried = map_of(journey, on("A5", true));
    REQUIRE(carried.value);
    CHECK(contains(all_text(*carried.value), "Text 89 tells"));
}

TEST_CASE("map notes: a map that fits its page has none", "[render][notes][map]") {
    const Journey journey = read_journey(flow_journey(4, {6, 3, false, 0.2, 1}));
    const DrawOptions large = on("A1", true);
    CHECK(to_svg(*map_of(journey, large).value) == to_svg(*map_of(journey, on("A1", false)).value));
    CHECK(note_pages(*map_of(journey, large).value) == 0);
    const auto said = map_of(journey, large).diagnostics;
    REQUIRE(said.size() == 1);
    CHECK(said[0].severity == Severity::warning);
    CHECK(said[0].id == "no-notes");
    CHECK(map_of(journey, on("A1", false)).diagnostics.empty());
}

TEST_CASE("worksheet notes: boxes keep their size, and no text is lost",
          "[render][notes][worksheet]") {
    const Journey journey = read_journey(flow_journey(9, {24, 4, true, 0.2, 4}));
    const Picture picture = *make_worksheet(journey, on("A3", true)).value;
    CHECK(note_pages(picture) > 0);
    const std::string text = all_text(picture);
    for (const Touchpoint& touchpoint : journey.touchpoints)
        for (const BuiltInRow row : {BuiltInRow::does, BuiltInRow::thinks, BuiltInRow::pains})
            for (const Text& one : touchpoint.rows.built_in[static_cast<std::size_t>(row)]) {
                INFO(one.value);
                CHECK(contains(text, one.value));
            }
}

TEST_CASE("notes: no text overlaps, strays, is hidden or too small", "[render][notes]") {
    const auto [touchpoints, stages, texts] =
        GENERATE(table<int, int, int>({{5, 3, 4}, {12, 5, 2}, {20, 0, 3}, {40, 8, 2}}));
    CAPTURE(touchpoints, stages);
    const Journey journey =
        read_journey(flow_journey(static_cast<std::uint64_t>(touchpoints),
                                  {touchpoints, stages, touchpoints % 2 == 1, 0.2, texts}));
    constexpr std::array themes{ThemeName::light, ThemeName::dark, ThemeName::print};
    std::size_t turn = 0;
    for (const char* paper : {"A5", "A4", "A3"}) {
        INFO(paper);
        const DrawOptions options = on(paper, true, themes[turn++]);
        for (const auto& parsed : {map_of(journey, options), make_worksheet(journey, options)}) {
            if (!parsed.value) continue;
            const auto defects = inspect(*parsed.value, {6 - 1e-6, 0.05});
            for (std::size_t i = 0; i < defects.size() && i < 5; ++i)
                UNSCOPED_INFO(to_string(defects[i]));
            CHECK(defects.empty());
        }
    }
}
