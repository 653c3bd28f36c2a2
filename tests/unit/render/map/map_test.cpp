#include "render/map/map.hpp"

#include <algorithm>
#include <functional>

#include <catch2/catch.hpp>

#include "journey/templates/templates.hpp"
#include "render/writers.hpp"
#include "tests/support/flow_journeys.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/memoryless_result.hpp"

using namespace cjm;
using namespace cjm::render;
using cjm::testing::read_journey;

namespace {

constexpr const char* booking = R"([journey]
title = "Booking a dentist"
start = "search"
[[stage]]
id = "find"
title = "Find"
does = ["Notices that a tooth hurts"]
[[stage]]
id = "visit"
title = "Visit"
[[row]]
id = "legal"
title = "Legal"
[[row]]
id = "unused"
title = "Never filled"
[[persona]]
id = "anxious"
title = "Anna, anxious"
share = 0.25
quote = "I hear the drill already."
goals = ["No pain"]
[[persona]]
id = "busy"
title = "Ben, busy"
share = 0.75
[[touchpoint]]
id = "search"
title = "Search \"the\" web"
stage = "find"
channel = "web & app"
owner = "third-party"
moment = "know"
experience = { good = 0.5, bad = 0.1 }
next = { book = 0.6, search = 0.1 }
causes = { price = 0.75, neglect = 0.25 }
silent = 0.9
thinks = ["Who is good?"]
pains = ["Prices are hidden"]
backstage = ["Keep the listing fresh"]
evidence = { kind = "log", n = 1200 }
emotion = -1
[[touchpoint]]
id = "book"
title = "Book online"
stage = "find"
experience = { good = 0.2, bad = 0.4 }
next = { treat = 0.7, search = 0.2 }
thinks = ["Why so many questions?"]
rows = { legal = ["Consent"] }
evidence = { kind = "assumed" }
[[touchpoint]]
id = "treat"
title = "Treatment"
stage = "visit"
moment_of_truth = true
experience = { good = 0.8, bad = 0.05 }
next = { well = 1 }
feels = ["Relieved"]
emotion = 2
[[outcome]]
id = "well"
kind = "success"
)";

DrawOptions options_for(std::optional<PageSize> page = {}) {
    DrawOptions options;
    options.page = page;
    options.program = "cjm 0.0.0";
    options.input_sha256 = "0123456789abcdef0123456789abcdef";
    return options;
}

void visit_items(const std::vector<Item>& items, const std::function<void(const Item&)>& visit) {
    for (const auto& item : items) {
        visit(item);
        if (const auto* group = std::get_if<Group>(&item)) visit_items(group->items, visit);
    }
}

/// Every drawn paragraph, one a line.
std::string all_text(const Picture& picture) {
    std::string text;
    for (const auto& page : picture.pages)
        visit_items(page.content.items, [&](const Item& item) {
            if (const auto* words = std::get_if<TextItem>(&item)) text += words->paragraph + "\n";
        });
    return text;
}

std::vector<std::string> group_ids(const Picture& picture) {
    std::vector<std::string> ids;
    for (const auto& page : picture.pages)
        visit_items(page.content.items, [&](const Item& item) {
            const auto* group = std::get_if<Group>(&item);
            if (group && !group->id.empty()) ids.push_back(group->id);
        });
    return ids;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::size_t place_of(const std::string& text, const std::string& part) {
    const auto place = text.find(part);
    INFO("looking for " << part);
    REQUIRE(place != std::string::npos);
    return place;
}

Picture drawn(const Journey& journey, const SimulationResult* result, const MapOptions& map = {},
              std::optional<PageSize> page = {}) {
    auto parsed = make_map(journey, result, options_for(page), map);
    REQUIRE(parsed.value);
    return std::move(*parsed.value);
}

}  // namespace

TEST_CASE("map: shows what the file says, row below row", "[render][map]") {
    const Journey journey = read_journey(booking);
    const auto result = cjm::testing::memoryless_result(journey);
    const std::string text = all_text(drawn(journey, &result));
    const std::vector<std::string> in_order{"Booking a dentist",
                                            "Anna, anxious",
                                            "I hear the drill",
                                            "No pain",
                                            "Find",
                                            "Search \"the\" web",
                                            "third party",
                                            "going back",
                                            "Notices that",
                                            "“Who is good?”",
                                            "Relieved",
                                            "Emotion",
                                            "Lowest",
                                            "drop-off",
                                            "price",
                                            "Prices are hidden",
                                            "web & app",
                                            "line of visibility",
                                            "Keep the listing",
                                            "Legal",
                                            "Consent",
                                            "from logs, n\u00A0=\u00A01,200",
                                            "sha256 0123456789ab"};
    std::size_t last = 0;
    for (const std::string& part : in_order) {
        const std::size_t place = text.find(part, last);
        INFO("looking for " << part << " in order");
        REQUIRE(place != std::string::npos);
        last = place;
    }
}

TEST_CASE("map: rows nobody filled are not drawn", "[render][map]") {
    const Journey journey = read_journey(booking);
    const auto result = cjm::testing::memoryless_result(journey);
    const std::string text = all_text(drawn(journey, &result));
    for (const char* absent :
         {"Never filled", "Ideas", "Frontstage", "Support", "Metrics", "What they see or hold"})
        CHECK_FALSE(contains(text, std::string(absent) + "\n"));
    // nor are they explained
    CHECK(contains(text, "pain\n"));
    CHECK_FALSE(contains(text, "idea\n"));
}

TEST_CASE("map: the curve says where it is high and low, with what they think there",
          "[render][map]") {
    const Journey journey = read_journey(booking);
    const auto result = cjm::testing::memoryless_result(journey);
    const std::string text = all_text(drawn(journey, &result));
    CHECK(contains(text, "Lowest −0.20"));
    CHECK(contains(text, "Highest · peak · end +0.75"));
    // once in its row, once at the curve
    const auto first = place_of(text, "“Why so many questions?”");
    CHECK(text.find("“Why so many questions?”", first + 1) != std::string::npos);
}

TEST_CASE("map: without a simulation it shows the author's curve and no figures", "[render][map]") {
    const Journey journey = read_journey(booking);
    const std::string text = all_text(drawn(journey, nullptr));
    CHECK(contains(text, "assumed by the author"));
    CHECK(contains(text, "+2.0"));
    CHECK_FALSE(contains(text, "drop-off"));
    CHECK_FALSE(contains(text, "simulated: good less bad"));
}

TEST_CASE("map: by stage or by touchpoint", "[render][map]") {
    const Journey journey = read_journey(booking);
    const auto result = cjm::testing::memoryless_result(journey);
    MapOptions by_touchpoint;
    by_touchpoint.columns = map::Columns::touchpoint;
    const std::string stages = all_text(drawn(journey, &result));
    const std::string touchpoints = all_text(drawn(journey, &result, by_touchpoint));
    // the drop-off of the stage is 0.3 of visits at search and 0.1 at book together
    CHECK(stages != touchpoints);
    CHECK(contains(stages, "\n1\nfrom logs"));
    CHECK_FALSE(contains(touchpoints, "\n1\nfrom logs"));
}

TEST_CASE("map: one curve for each persona", "[render][map]") {
    const Journey journey = read_journey(booking);
    const auto result = cjm::testing::memoryless_result(journey);
    auto worse = result;
    for (auto& touchpoint : worse.touchpoints)
        if (touchpoint.bad) touchpoint.bad->estimate += 0.1;
    MapOptions map;
    map.personas = {{"Anna, anxious", &worse}, {"Ben, busy", &result}};
    const std::string text = all_text(drawn(journey, &result, map));
    CHECK(contains(text, "Anna · Lowest −0.30"));
    CHECK(contains(text, "Ben · Lowest −0.20"));
    CHECK(contains(text, "Anna · Highest +0.65"));
    CHECK(contains(text, "Ben · Highest +0.75"));
}

TEST_CASE("map: personas that agree share a label", "[render][map]") {
    const Journey journey = read_journey(booking);
    const auto result = cjm::testing::memoryless_result(journey);
    MapOptions map;
    map.personas = {{"Anna, anxious", &result}, {"Anna, calm", &result}};
    const std::string text = all_text(drawn(journey, &result, map));
    // their first names do not tell them apart
    CHECK(contains(text, "Anna, anxious, Anna, calm · Lowest −0.20"));
    CHECK(contains(text, "Anna, anxious, Anna, calm · Highest +0.75"));
}

TEST_CASE("map: goodwill has a band of its own", "[render][map]") {
    const Journey journey = read_journey(booking);
    auto result = cjm::testing::memoryless_result(journey);
    MapOptions map;
    map.curve = map::CurveKind::goodwill;
    double points = -3;
    for (auto& touchpoint : result.touchpoints) {
        touchpoint.goodwill = Estimate{points, 0.1, points - 0.2, points + 0.2, {}, {}};
        touchpoint.goodwill_p10 = points - 4;
        touchpoint.goodwill_p90 = points + 2;
        points += 2;
    }
    const std::string text = all_text(drawn(journey, &result, map));
    CHECK(contains(text, "simulated goodwill, in points"));
    CHECK(contains(text, "Lowest · peak −3.0"));
    CHECK(contains(text, "eight visits in ten"));
}

TEST_CASE("map: parts carry unique names for screen readers", "[render][map]") {
    const Journey journey = read_journey(cjm::testing::flow_journey(3, {30, 6, true, 0.2, 2}));
    const auto result = cjm::testing::memoryless_result(journey);
    const Picture picture = drawn(journey, &result, {}, paper_from("A4", Orientation::landscape));
    CHECK(picture.pages.size() > 1);
    auto ids = group_ids(picture);
    std::sort(ids.begin(), ids.end());
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
    std::size_t described = 0;
    visit_items(picture.pages.at(0).content.items, [&](const Item& item) {
        const auto* group = std::get_if<Group>(&item);
        if (group && !group->title.empty() && !group->description.empty()) ++described;
    });
    CHECK(described > 3);
}

TEST_CASE("map: type grows with the paper and is never under 6 points", "[render][map]") {
    const Journey journey = read_journey(booking);
    const auto result = cjm::testing::memoryless_result(journey);
    double before = 0;
    for (const char* name : {"A5", "A4", "A3", "A2", "A1", "A0"}) {
        INFO(name);
        const Picture picture =
            drawn(journey, &result, {}, paper_from(name, Orientation::landscape));
        double smallest = 1e9;
        for (const Page& page : picture.pages)
            visit_items(page.content.items, [&](const Item& item) {
                if (const auto* words = std::get_if<TextItem>(&item))
                    smallest = std::min(smallest, words->style.size_pt);
            });
        CHECK(smallest >= 6);
        if (picture.pages.size() > 1) continue;
        CHECK(smallest > before);
        before = smallest;
    }
    CHECK(before > 15);  // on A0 it is read from two metres away
}

TEST_CASE("map: on paper of twice the size a long map takes half the pages", "[render][map]") {
    const Journey journey = read_journey(std::string(journey_templates()[2].english));
    const auto result = cjm::testing::memoryless_result(journey);
    const auto pages = [&](const char* paper) {
        return drawn(journey, &result, {}, paper_from(paper, Orientation::landscape)).pages.size();
    };
    CHECK(pages("A4") == 2);
    CHECK(pages("A3") == 1);
}

TEST_CASE("map: a stamp is too small for it, and it says what would do", "[render][map]") {
    const Journey journey = read_journey(booking);
    const auto parsed = make_map(journey, nullptr, options_for(PageSize{60, 40}), {});
    REQUIRE_FALSE(parsed.value);
    REQUIRE(parsed.diagnostics.size() == 1);
    CHECK(parsed.diagnostics[0].id == "page-too-small");
    CHECK(parsed.diagnostics[0].hint == "draw it with --page A5");
}

TEST_CASE("map: more touchpoints than anyone would read are refused", "[render][map]") {
    const Journey journey = read_journey(cjm::testing::flow_journey(1, {401, 0, false, 0}));
    const auto parsed = make_map(journey, nullptr, options_for(), {});
    REQUIRE_FALSE(parsed.value);
    CHECK(parsed.diagnostics.at(0).id == "too-large-to-draw");
}

TEST_CASE("map: the drawing of the booking example", "[render][map]") {
    const Journey journey = read_journey(booking);
    const auto result = cjm::testing::memoryless_result(journey);
    const std::string svg =
        to_svg(drawn(journey, &result, {}, paper_from("A4", Orientation::landscape)));
    CHECK(svg == to_svg(drawn(journey, &result, {}, paper_from("A4", Orientation::landscape))));
    cjm::testing::check_golden("render/map-booking-a4.svg", svg);
    MapOptions by_touchpoint;
    by_touchpoint.columns = map::Columns::touchpoint;
    DrawOptions print = options_for();
    print.theme = ThemeName::print;
    const auto plain = make_map(journey, nullptr, print, by_touchpoint);
    cjm::testing::check_golden("render/map-booking-plain-print.svg", to_svg(*plain.value));
}
