// What a scenario changes, marked on a map.
#include <array>
#include <string>

#include <catch2/catch.hpp>

#include "render/inspect.hpp"
#include "render/map/map.hpp"
#include "render/page/paper.hpp"
#include "tests/support/changed_booking.hpp"
#include "tests/support/drawn_text.hpp"
#include "tests/support/flow_journeys.hpp"

using namespace cjm;
using namespace cjm::render;
using cjm::testing::all_text;
using cjm::testing::contains;
using cjm::testing::find_group;
using cjm::testing::made_change;
using cjm::testing::memoryless_result;

namespace {

Picture map_of(const char* scenario, bool plain = false, DrawOptions options = {},
               map::Columns columns = map::Columns::stage) {
    const Journey as_is = cjm::testing::read_journey(
        std::string(cjm::testing::changed_booking) +
        "[[scenario]]\nid = \"slight\"\n[scenario.touchpoint.search]\nnext = { call = 0.42, book = "
        "0.2 }\n[[scenario]]\nid = \"strong\"\n[scenario.touchpoint.search]\nnext = { call = 0.5, "
        "book = 0.2 }\n");
    const Journey redesigned = apply_scenario(as_is, find_scenario(as_is, scenario));
    ChangeResult change = made_change(as_is, redesigned);
    if (plain) change.figures.reset();
    options.change = &change;
    const SimulationResult result = memoryless_result(redesigned);
    auto parsed = make_map(redesigned, plain ? nullptr : &result, options, {columns, {}, {}});
    REQUIRE(parsed.value);
    return *std::move(parsed.value);
}

std::string words_of(const Picture& picture, const char* touchpoint) {
    const Group* const card = find_group(picture, touchpoint);
    REQUIRE(card != nullptr);
    Picture alone;
    alone.pages.emplace_back().content = *card;
    return all_text(alone);
}

}  // namespace

TEST_CASE("map against: changed and new touchpoints say so on their cards, others do not",
          "[render][map][change]") {
    const Picture picture = map_of("chat");
    const std::string call = words_of(picture, "Call");
    CHECK(contains(call, "changed\n"));
    CHECK(contains(call, "good visits: 20 % → 50 %"));
    CHECK(contains(call, "bad visits: 40 % → 10 %"));
    // a map draws no ways: what becomes of them stands where they begin
    CHECK(contains(call, "→\u00a0Visited: wait: 2\u00a0d → 1\u00a0d"));
    const std::string search = words_of(picture, "Search");
    CHECK(contains(search, "→\u00a03: gone"));
    CHECK(contains(search, "→\u00a04: new"));
    CHECK(contains(words_of(picture, "Chat"), "new\n"));
    CHECK(contains(words_of(picture, "Book"), "gone\n"));
    const Picture same = map_of("same");
    for (const char* word : {"changed", "new", "gone"})
        CHECK_FALSE(contains(words_of(same, "Call"), word));
}

TEST_CASE("map against: shares of ways stand on a card where they change by five points",
          "[render][map][change]") {
    CHECK_FALSE(contains(words_of(map_of("slight", true), "Search"), "→\u00a02"));
    CHECK(contains(words_of(map_of("strong", true), "Search"),
                   "→\u00a02: share: 40\u00a0% → 50\u00a0%"));
}

TEST_CASE("map against: differences that are told from 0 stand on the cards, with intervals",
          "[render][map][change]") {
    const std::string call = words_of(map_of("chat"), "Call");
    CHECK(contains(call, "leaving −1.0 points (−1.1 to −0.9)"));
    CHECK_FALSE(contains(words_of(map_of("chat", true), "Call"), "points"));
}

TEST_CASE("map against: legend and heading tell of what there is", "[render][map][change]") {
    const std::string marked = all_text(map_of("chat"));
    CHECK(contains(marked, "Against the journey as it is:"));
    CHECK(contains(marked, "changed by the scenario"));
    CHECK(contains(marked, "new with the scenario"));
    CHECK(contains(marked, "gone with the scenario"));
    const std::string same = all_text(map_of("same"));
    CHECK(contains(same, "This scenario changes nothing"));
    CHECK_FALSE(contains(same, "changed by the scenario"));
}

TEST_CASE("map against: no text overlaps, strays or is hidden", "[render][map][change]") {
    for (const ThemeName theme : {ThemeName::light, ThemeName::dark, ThemeName::print})
        for (const map::Columns columns : {map::Columns::stage, map::Columns::touchpoint})
            for (const char* paper : {"A4", "A1"}) {
                INFO(to_string(theme) << ", " << paper);
                DrawOptions options;
                options.theme = theme;
                options.page = paper_from(paper, Orientation::landscape);
                CHECK(inspect(map_of("chat", false, options, columns)).empty());
            }
}
