#include "render/flow/flow.hpp"

#include <chrono>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "render/inspect.hpp"
#include "render/page/paper.hpp"
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
using cjm::testing::read_journey;

namespace {

DrawOptions options_for(std::optional<PageSize> page = {}) {
    DrawOptions options;
    options.page = page;
    options.program = "cjm 0.0.0";
    options.input_sha256 = "0123456789abcdef0123456789abcdef";
    return options;
}

constexpr const char* booking = R"([journey]
title = "Booking a dentist"
start = "search"
[[stage]]
id = "find"
title = "Find"
[[stage]]
id = "visit"
title = "Visit"
[[touchpoint]]
id = "search"
title = "Search \"the\" web \\N"
stage = "find"
channel = "web & app"
owner = "third-party"
moment = "know"
next = { book = 0.6, rival = 0.1 }
causes = { price = 0.75, neglect = 0.25 }
silent = 0.9
[[touchpoint]]
id = "book"
title = "Book <online>"
stage = "visit"
moment_of_truth = true
next = { visited = 0.7, book = 0.05, search = 0.15 }
wait = { visited = "2 d" }
[[outcome]]
id = "visited"
title = "Visited"
kind = "success"
[[outcome]]
id = "rival"
title = "Chose a rival"
kind = "lost"
)";

std::string in_vietnamese(std::string text) {
    const std::string title = "title = \"Booking a dentist\"";
    return text.replace(text.find(title), title.size(), title + "\nlanguage = \"vi\"");
}

}  // namespace

TEST_CASE("flow: too many touchpoints are refused at once", "[render][flow]") {
    const auto journey = read_journey(flow_journey(1, {401, 8, false, 0.2}));
    const auto parsed = make_flow(journey, nullptr, options_for());
    CHECK_FALSE(parsed.value);
    REQUIRE(parsed.diagnostics.size() == 1);
    CHECK(parsed.diagnostics[0].id == "too-large-to-draw");
    CHECK(parsed.diagnostics[0].message ==
          "401 touchpoints are too many to draw whole; a flow shows at most 400");
    CHECK(parsed.diagnostics[0].hint == "draw a stretch of it with --from and --to");
}

TEST_CASE("flow: a page too small names the paper that would do, and that does", "[render][flow]") {
    const auto journey = read_journey(flow_journey(1, {30, 5, false, 0.2}));
    const auto result = cjm::testing::memoryless_result(journey);
    const auto parsed =
        make_flow(journey, &result, options_for(paper_from("A5", Orientation::landscape)));
    CHECK_FALSE(parsed.value);
    REQUIRE(parsed.diagnostics.size() == 1);
    CHECK(parsed.diagnostics[0].id == "page-too-small");
    CHECK(contains(parsed.diagnostics[0].message, "the smallest is 6 pt"));
    const std::string& hint = parsed.diagnostics[0].hint;
    const std::string start = "draw it with --page ";
    REQUIRE(hint.substr(0, start.size()) == start);
    const auto better = paper_from(hint.substr(start.size()), Orientation::landscape);
    REQUIRE(better);
    CHECK(make_flow(journey, &result, options_for(better)).value);
}

TEST_CASE("flow: a page that fits the drawing is neither tall nor a ribbon", "[render][flow]") {
    const auto [touchpoints, stages] =
        GENERATE(table<int, int>({{8, 3}, {12, 0}, {25, 6}, {60, 8}}));
    CAPTURE(touchpoints, stages);
    const auto journey = read_journey(flow_journey(2, {touchpoints, stages, false, 0.1}));
    const auto result = cjm::testing::memoryless_result(journey);
    const auto parsed = make_flow(journey, &result, options_for());
    REQUIRE(parsed.value);
    const auto& page = parsed.value->pages.at(0);
    CHECK(page.width / page.height > 1.2);
    CHECK(page.width / page.height < 2.1);
}

TEST_CASE("flow: plain says what the author wrote and nothing simulated", "[render][flow]") {
    const auto journey = read_journey(booking);
    const auto text = all_text(*make_flow(journey, nullptr, options_for()).value);
    CHECK(contains(text, "2 touchpoints, 2 outcomes"));
    CHECK(contains(text, "60\u00A0%"));
    CHECK_FALSE(contains(text, "simulated customers"));
    CHECK_FALSE(contains(text, "succeed"));
    CHECK_FALSE(contains(text, "reach"));
    CHECK_FALSE(contains(text, "ghosted"));
}

TEST_CASE("flow: the legend tells what occurs and nothing else", "[render][flow]") {
    const auto journey = read_journey(booking);
    const auto result = cjm::testing::memoryless_result(journey);
    const auto text = all_text(*make_flow(journey, &result, options_for()).value);
    for (const auto* occurs :
         {"going back", "to a lost outcome", "price", "lack of engagement", "of them openly",
          "declared moment of truth", "micro-moment"}) {
        INFO(occurs);
        CHECK(contains(text, occurs));
    }
    CHECK_FALSE(contains(text, "changed priorities"));
    CHECK_FALSE(contains(text, "waited too long"));
}

/// Moments of truth: the first touchpoint is one in places 1 to 2, the second is none.
cjm::MomentsResult found_at_search() {
    cjm::MomentsResult moments;
    moments.touchpoints.resize(2);
    moments.touchpoints[0].id = "search";
    moments.touchpoints[0].impact = cjm::Estimate{0.214, 0.001, 0.21, 0.22, {}, {}};
    moments.touchpoints[0].rank_low = 1;
    moments.touchpoints[0].rank_high = 2;
    moments.touchpoints[0].moment_of_truth = true;
    moments.touchpoints[1].id = "book";
    return moments;
}

TEST_CASE("flow: moments of truth found show rank and impact, declared ones are told apart",
          "[render][flow]") {
    const auto journey = read_journey(booking);
    const auto result = cjm::testing::memoryless_result(journey);
    const auto moments = found_at_search();
    auto options = options_for();
    options.moments = &moments;
    const auto picture = *make_flow(journey, &result, options).value;
    const auto text = all_text(picture);
    CHECK(contains(text, "No. 1–2 · impact 21.4\u00A0points"));
    CHECK(contains(text, "moment of truth: rank, and impact on success"));
    CHECK(contains(text, "declared moment of truth, not found"));
    const auto* card = find_group(picture, "Search \"the\" web \\N");
    REQUIRE(card != nullptr);
    CHECK(contains(card->description, "found to be a moment of truth"));
    const auto dot = to_dot(journey, &result, options);
    CHECK(contains(dot, "★ Search"));
    CHECK(contains(dot, "☆ Book"));
}

TEST_CASE("flow: moments of truth in Vietnamese", "[render][flow]") {
    const auto journey = read_journey(in_vietnamese(booking));
    const auto result = cjm::testing::memoryless_result(journey);
    const auto moments = found_at_search();
    auto options = options_for();
    options.moments = &moments;
    const auto text = all_text(*make_flow(journey, &result, options).value);
    CHECK(contains(text, "Hạng 1–2 · tác động 21,4\u00A0điểm"));
}

TEST_CASE("flow: screen readers hear a card's reach, losses and cause", "[render][flow]") {
    const auto journey = read_journey(booking);
    const auto result = cjm::testing::memoryless_result(journey);
    const auto picture = *make_flow(journey, &result, options_for()).value;
    const auto* card = find_group(picture, "Search \"the\" web \\N");
    REQUIRE(card);
    CHECK(card->description ==
          "start 100\u00A0%, reached by 100\u00A0%, 33\u00A0% leave here, 30\u00A0% of all without "
          "a word, "
          "mainly price, web & app, outside our control");
    const auto* edge = find_group(picture, "Book <online> → Visited");
    REQUIRE(edge);
    CHECK(edge->description == "70\u00A0% of the visits go on this way, mean wait 2\u00A0d");
}

TEST_CASE("flow: a Vietnamese journey is drawn in Vietnamese", "[render][flow]") {
    const auto journey = read_journey(in_vietnamese(booking));
    const auto result = cjm::testing::memoryless_result(journey);
    const auto picture = *make_flow(journey, &result, options_for()).value;
    const auto text = all_text(picture);
    CHECK(picture.language == "vi");
    CHECK(contains(text, "Kết thúc ra sao"));
    CHECK(contains(text, "1.000.000 khách hàng mô phỏng"));
    CHECK(contains(text, "48,8\u00A0% thành công"));
    CHECK_FALSE(contains(text, "ghosted"));
}

TEST_CASE("flow: provenance names title, customers, seed, program and hash", "[render][flow]") {
    auto journey = read_journey(booking);
    journey.scenario = "reminders";
    const auto result = cjm::testing::memoryless_result(journey);
    const auto picture = *make_flow(journey, &result, options_for()).value;
    CHECK(picture.provenance ==
          "Booking a dentist  ·  scenario: reminders  ·  1,000,000 simulated customers  ·  seed 1  "
          "·  "
          "cjm 0.0.0  ·  sha256 0123456789ab");
}

TEST_CASE("flow: the heading names a scenario by its title", "[render][flow]") {
    auto journey = read_journey(std::string(booking) +
                                "[[scenario]]\nid = \"sms\"\ntitle = \"Reminders by SMS\"\n");
    journey.scenario = "sms+other";
    const auto text = all_text(*make_flow(journey, nullptr, options_for()).value);
    CHECK(contains(text, "scenario: Reminders by SMS + other"));
}

TEST_CASE("flow: a journey without outcomes, and one of a single card", "[render][flow]") {
    const auto journey = read_journey(R"([journey]
title = "Staying"
start = "a"
horizon = "10 d"
success = ["in_progress"]
[[touchpoint]]
id = "a"
next = { a = 0.9 }
wait = { a = "1 d" }
)");
    const auto parsed = make_flow(journey, nullptr, options_for());
    REQUIRE(parsed.value);
    CHECK_FALSE(contains(all_text(*parsed.value), "How it ends"));
    CHECK(inspect(*parsed.value).empty());
}

TEST_CASE("flow: names of any length stay in their boxes", "[render][flow]") {
    std::string endless;
    for (int i = 0; i < 3000; ++i) endless += "lời ";
    auto journey = read_journey(booking);
    journey.title.value = endless;
    for (auto& touchpoint : journey.touchpoints) {
        touchpoint.title->value = endless;
        touchpoint.channel = Text{std::string(5000, 'w'), {}};
    }
    for (auto& outcome : journey.outcomes) outcome.title->value = endless;
    for (auto& stage : journey.stages) stage.title->value = std::string(3000, 'W');
    journey.scenario = endless;
    const auto result = cjm::testing::memoryless_result(journey);
    const auto parsed =
        make_flow(journey, &result, options_for(paper_from("A4", Orientation::landscape)));
    REQUIRE(parsed.value);
    for (const auto& defect : inspect(*parsed.value)) UNSCOPED_INFO(to_string(defect));
    CHECK(inspect(*parsed.value).empty());
}

TEST_CASE("flow: the same input gives the same bytes", "[render][flow]") {
    const auto journey = read_journey(flow_journey(9, {20, 4, true, 0.3}));
    const auto result = cjm::testing::memoryless_result(journey);
    const auto first = to_svg(*make_flow(journey, &result, options_for()).value);
    CHECK(first == to_svg(*make_flow(journey, &result, options_for()).value));
}

TEST_CASE("flow: 300 touchpoints are drawn in seconds", "[render][flow]") {
    const auto journey = read_journey(flow_journey(1, {300, 8, false, 0.1}));
    const auto start = std::chrono::steady_clock::now();
    CHECK(make_flow(journey, nullptr, options_for()).value);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    CHECK(taken.count() <
          30);  // 5 s in a release build on an idle machine; this is a guard against hanging
}

TEST_CASE("flow: the drawing of a small journey, word for word", "[render][flow][golden]") {
    const auto journey = read_journey(booking);
    const auto result = cjm::testing::memoryless_result(journey);
    cjm::testing::check_golden("render/flow-booking.svg",
                               to_svg(*make_flow(journey, &result, options_for()).value));
    const auto paper = options_for(paper_from("A5", Orientation::landscape));
    const auto vietnamese = read_journey(in_vietnamese(booking));
    cjm::testing::check_golden("render/flow-booking-a5-plain.svg",
                               to_svg(*make_flow(vietnamese, nullptr, paper).value));
}

TEST_CASE("flow: DOT, word for word", "[render][flow][golden]") {
    const auto journey = read_journey(booking);
    const auto result = cjm::testing::memoryless_result(journey);
    cjm::testing::check_golden("render/flow-booking.dot", to_dot(journey, &result, options_for()));
    cjm::testing::check_golden("render/flow-booking-plain.dot",
                               to_dot(journey, nullptr, options_for()));
}
