#include "render/cards/cards.hpp"

#include <algorithm>
#include <array>

#include <catch2/catch.hpp>

#include "render/inspect.hpp"
#include "render/writers.hpp"
#include "tests/support/drawn_text.hpp"
#include "tests/support/flow_journeys.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/memoryless_result.hpp"

using namespace cjm;
using namespace cjm::render;
using cjm::testing::all_text;
using cjm::testing::contains;
using cjm::testing::find_group;
using cjm::testing::flow_journey;
using cjm::testing::memoryless_result;
using cjm::testing::read_journey;

namespace {

DrawOptions options_for(std::optional<PageSize> page = {}) {
    DrawOptions options;
    options.page = page;
    options.program = "cjm 0.0.0";
    return options;
}

DrawOptions on(const char* paper, Orientation orientation = Orientation::portrait) {
    return options_for(paper_from(paper, orientation));
}

constexpr const char* shop = R"([journey]
title = "A shop"
start = "enter"
[[stage]]
id = "buy"
title = "Buying"
[[persona]]
id = "anna"
title = "Anna"
share = 0.4
quote = "I have ten minutes."
about = "34, two children"
goals = ["Be home by six"]
frustrations = ["Queues"]
[[persona]]
id = "ben"
share = 0.6
[[touchpoint]]
id = "enter"
title = "Enter the shop"
stage = "buy"
channel = "shop"
owner = "partner"
responsible = "Store manager"
moment = "buy"
moment_of_truth = true
next = { bought = 0.7 }
does = ["Looks for bread"]
thinks = ["Where is it?"]
[[outcome]]
id = "bought"
kind = "success"
)";

}  // namespace

TEST_CASE("cards: say what the file says", "[render][cards]") {
    const auto journey = read_journey(shop);
    const auto text = all_text(*make_cards(journey, nullptr, options_for()).value);
    for (const auto* words :
         {"Anna", "40\u00A0% of customers", "“I have ten minutes.”", "34, two children",
          "Be home by six", "Queues", "ben", "1 · Buying", "Enter the shop", "wants to buy",
          "shop · partner · outside our control · answers for it: Store manager",
          "Looks for bread", "“Where is it?”"}) {
        INFO(words);
        CHECK(contains(text, words));
    }
    CHECK_FALSE(contains(text, "come here"));
}

TEST_CASE("cards: what the file does not say is left to write on", "[render][cards]") {
    const auto journey = read_journey(shop);
    const auto picture = *make_cards(journey, nullptr, options_for()).value;
    const auto lines = [](const Group* card) {
        return std::count_if(card->items.begin(), card->items.end(), [](const Item& item) {
            const auto* path = std::get_if<Path>(&item);
            return path && path->stroke && !path->fill && path->segments.size() == 2;
        });
    };
    const auto *anna = find_group(picture, "Anna"), *ben = find_group(picture, "ben");
    REQUIRE(anna);
    REQUIRE(ben);
    CHECK(lines(anna) >= 2);  // needs
    CHECK(lines(ben) >= 10);  // about, quote, goals, needs, frustrations
}

TEST_CASE("cards: simulated figures carry their intervals", "[render][cards]") {
    const auto journey = read_journey(shop);
    const auto result = memoryless_result(journey);
    const auto text = all_text(*make_cards(journey, &result, options_for()).value);
    CHECK(contains(text, "leave here"));
    CHECK(contains(text, "30.0\u00A0%"));
    CHECK(contains(text, "29.9–30.1\u00A0%"));
}

TEST_CASE("cards: fill as many pages as they take, personas first", "[render][cards]") {
    const auto journey = read_journey(flow_journey(1, {20, 4, false, 0.2}));
    const auto picture = *make_cards(journey, nullptr, on("A4")).value;
    REQUIRE(picture.pages.size() == 5);  // one persona; six touchpoints a page
    for (const auto& page : picture.pages) {
        CHECK(page.width == 210);
        CHECK(page.height == 297);
    }
    CHECK(make_cards(journey, nullptr, on("A3")).value->pages.size() == 3);
    CHECK(make_cards(journey, nullptr, options_for()).value->pages.size() == 1);
}

TEST_CASE("cards: a card with much to say shrinks to 6 pt, then grows", "[render][cards]") {
    auto journey = read_journey(shop);
    std::string much;
    const auto height_with = [&](int words) {
        much.clear();
        for (int i = 0; i < words; ++i) much += "bread and butter ";
        journey.touchpoints[0].rows.built_in[0] = {Text{much, {}}};
        const auto picture = *make_cards(journey, nullptr, on("A4")).value;
        double smallest = 100;
        cjm::testing::visit_items(picture.pages[1].content.items, [&](const Item& item) {
            if (const auto* text = std::get_if<TextItem>(&item))
                smallest = std::min(smallest, text->style.size_pt);
        });
        CHECK(smallest > 6 - 1e-6);
        CHECK(contains(all_text(picture), much.substr(0, much.size() - 1)));
        return find_group(Picture{.title = {},
                                  .description = {},
                                  .language = {},
                                  .provenance = {},
                                  .pages = {picture.pages[1]}},
                          "Enter the shop")
            ->frame->height;
    };
    const double usual = height_with(1);
    CHECK(height_with(20) == Approx(usual));
    CHECK(height_with(120) > 1.2 * usual);
}

TEST_CASE("cards: a card higher than the page names the paper that would do", "[render][cards]") {
    auto journey = read_journey(shop);
    std::string much;
    for (int i = 0; i < 260; ++i) much += "bread and butter ";
    journey.touchpoints[0].rows.built_in[0] = {Text{much, {}}};
    const auto parsed = make_cards(journey, nullptr, on("A5"));
    REQUIRE_FALSE(parsed.value);
    CHECK(parsed.diagnostics[0].id == "page-too-small");
    CHECK(parsed.diagnostics[0].hint == "draw it with --page A4");
    CHECK(make_cards(journey, nullptr, on("A4")).value);
}

TEST_CASE("cards: no text overlaps, strays or is crossed", "[render][cards]") {
    const bool vietnamese = GENERATE(false, true);
    const int touchpoints = GENERATE(3, 9, 40);
    CAPTURE(touchpoints, vietnamese);
    const auto journey = read_journey(
        flow_journey(static_cast<std::uint64_t>(touchpoints), {touchpoints, 3, vietnamese, 0.2}));
    const auto result = memoryless_result(journey);
    constexpr std::array themes{ThemeName::light, ThemeName::dark, ThemeName::print};
    std::size_t turn = 0;
    for (const auto* paper : {"fit", "A5", "A4", "letter", "A3", "A0"}) {
        INFO(paper);
        auto options = on(paper, turn % 2 == 0 ? Orientation::landscape : Orientation::portrait);
        options.theme = themes[turn++ % themes.size()];
        const auto parsed = make_cards(journey, &result, options);
        REQUIRE(parsed.value);
        InspectOptions inspection;
        inspection.least_pt = 6 - 1e-6;
        const auto defects = inspect(*parsed.value, inspection);
        for (std::size_t i = 0; i < defects.size() && i < 5; ++i)
            UNSCOPED_INFO(to_string(defects[i]));
        CHECK(defects.empty());
    }
}

TEST_CASE("cards: the drawing of a small journey, word for word", "[render][cards][golden]") {
    const auto journey = read_journey(shop);
    const auto result = memoryless_result(journey);
    cjm::testing::check_golden("render/cards-shop.svg",
                               to_svg(*make_cards(journey, &result, options_for()).value));
}
