// The funnel by touchpoint, and what a scenario changes in it.
#include <catch2/catch.hpp>

#include "render/funnel/funnel.hpp"
#include "render/inspect.hpp"
#include "render/page/paper.hpp"
#include "tests/support/changed_booking.hpp"
#include "tests/support/drawn_text.hpp"
#include "tests/support/flow_journeys.hpp"

using namespace cjm;
using namespace cjm::render;
using cjm::testing::all_text;
using cjm::testing::changed_booking;
using cjm::testing::contains;
using cjm::testing::find_group;
using cjm::testing::made_change;
using cjm::testing::memoryless_result;
using cjm::testing::read_journey;

namespace {

Picture changed_funnel(const char* scenario, const FunnelOptions& asked, DrawOptions options = {}) {
    const Journey as_is = read_journey(changed_booking);
    const Journey redesigned = apply_scenario(as_is, find_scenario(as_is, scenario));
    const ChangeResult change = made_change(as_is, redesigned);
    options.change = &change;
    auto parsed = make_funnel(redesigned, memoryless_result(redesigned), options, asked);
    REQUIRE(parsed.value);
    return *std::move(parsed.value);
}

std::string row(const Picture& picture, const char* title) {
    const Group* const step = find_group(picture, title);
    REQUIRE(step != nullptr);
    Picture alone;
    alone.pages.emplace_back().content = *step;
    return all_text(alone);
}

}  // namespace

TEST_CASE("funnel: a bar per touchpoint where that is asked for", "[render][funnel]") {
    const Journey journey = read_journey(changed_booking);
    const SimulationResult result = memoryless_result(journey);
    const Picture by_stage = *make_funnel(journey, result, {}).value;
    const Picture by_touchpoint = *make_funnel(journey, result, {}, {.by_touchpoint = true}).value;
    CHECK(find_group(by_stage, "find") != nullptr);
    CHECK(find_group(by_stage, "Search") == nullptr);
    CHECK(find_group(by_touchpoint, "find") == nullptr);
    for (const char* title : {"Search", "Call", "Book"}) {
        INFO(title);
        CHECK(find_group(by_touchpoint, title) != nullptr);
    }
}

TEST_CASE("funnel against: says what a scenario changes, and the differences of those who come",
          "[render][funnel][change]") {
    const Picture stages = changed_funnel("chat", {});
    CHECK(contains(row(stages, "find"), "changed\n"));
    CHECK(contains(row(stages, "find"), "+4.5 (4.1–4.9)"));
    CHECK(contains(row(stages, "find"), "−6.0 points (−6.5 to −5.5) of those who come"));
    const Picture touchpoints = changed_funnel("chat", {.by_touchpoint = true});
    CHECK(contains(row(touchpoints, "Chat"), "new\n"));
    CHECK(contains(row(touchpoints, "Book"), "gone\n"));
    CHECK(contains(all_text(touchpoints), "new with the scenario"));
    CHECK_FALSE(contains(all_text(changed_funnel("same", {})), "changed by the scenario"));
}

TEST_CASE("funnel against: no text overlaps, strays or is hidden", "[render][funnel][change]") {
    for (const char* paper : {"A4", "A3", "A1"}) {
        INFO(paper);
        DrawOptions options;
        options.page = paper_from(paper, Orientation::landscape);
        for (const Defect& defect : inspect(changed_funnel("chat", {}, options)))
            UNSCOPED_INFO(to_string(defect));
        CHECK(inspect(changed_funnel("chat", {}, options)).empty());
        CHECK(inspect(changed_funnel("chat", {.by_touchpoint = true}, options)).empty());
    }
}
