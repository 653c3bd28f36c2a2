#include "render/funnel/funnel.hpp"

#include <cstdlib>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "render/funnel/scene.hpp"
#include "render/inspect.hpp"
#include "render/writers.hpp"
#include "tests/support/drawn_text.hpp"
#include "tests/support/flow_journeys.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/memoryless_result.hpp"
#include "tests/support/timed_result.hpp"

using namespace cjm;
using namespace cjm::render;
using cjm::testing::all_text;
using cjm::testing::contains;
using cjm::testing::find_group;
using cjm::testing::flow_journey;
using cjm::testing::memoryless_result;
using cjm::testing::read_journey;
using cjm::testing::timed;

namespace {

DrawOptions options_for(std::optional<PageSize> page = {}) {
    DrawOptions options;
    options.page = page;
    options.program = "cjm 0.0.0";
    options.input_sha256 = "0123456789abcdef0123456789abcdef";
    return options;
}

constexpr const char* trial = R"([journey]
title = "A trial"
start = "visit"
[[stage]]
id = "find"
title = "Find us"
[[stage]]
id = "buy"
title = "Buy"
[[touchpoint]]
id = "visit"
stage = "find"
next = { offer = 0.5, rival = 0.1 }
causes = { price = 0.75, neglect = 0.25 }
silent = 0.75
[[touchpoint]]
id = "offer"
stage = "buy"
next = { bought = 0.6, offer = 0.2 }
[[outcome]]
id = "bought"
title = "Bought"
kind = "success"
[[outcome]]
id = "rival"
title = "Chose a rival"
kind = "lost"
)";

std::string in_vietnamese(std::string text) {
    const std::string title = "title = \"A trial\"";
    return text.replace(text.find(title), title.size(), title + "\nlanguage = \"vi\"");
}

std::string drawn(const Journey& journey, const SimulationResult& result) {
    return all_text(*make_funnel(journey, result, options_for()).value);
}

}  // namespace

TEST_CASE("funnel: says who reaches a stage, who is lost there, why and how", "[render][funnel]") {
    const auto journey = read_journey(trial);
    const auto text = drawn(journey, memoryless_result(journey));
    CHECK(contains(text, "Find us"));
    CHECK(contains(text, "50\u00A0%"));  // reach of the second stage
    CHECK(contains(text, "40.0\u00A0% leave here (39.9–40.1\u00A0%)"));  // of all who start
    CHECK(contains(text, "40.0\u00A0% of those who come"));
    CHECK(contains(text, "25.0\u00A0% of those who come"));  // 0.125 of 0.5
    CHECK(contains(text, "30\u00A0% without a word"));
    CHECK(contains(text, "10\u00A0% openly"));
    CHECK(contains(text, "price 30\u00A0%"));
    CHECK(contains(text, "lack of engagement 10\u00A0%"));
    CHECK(contains(text, "Chose a rival 10\u00A0%"));
    CHECK_FALSE(contains(text, "Still on the way"));
}

TEST_CASE("funnel: a loop counts a customer once", "[render][funnel]") {
    const auto journey = read_journey(trial);
    const auto result = memoryless_result(journey);
    CHECK(result.touchpoints[1].visits.estimate == Approx(0.625));
    CHECK(result.stages[1].reach.estimate == Approx(0.5));
    const auto picture = *make_funnel(journey, result, options_for()).value;
    const auto* step = find_group(picture, "Buy");
    REQUIRE(step);
    CHECK(contains(step->description, "reached by 50.0\u00A0%"));
}

TEST_CASE("funnel: a journey without stages has a bar for each touchpoint", "[render][funnel]") {
    const auto journey = read_journey(flow_journey(3, {6, 0, false, 0.2}));
    const auto picture = *make_funnel(journey, memoryless_result(journey), options_for()).value;
    for (const auto& touchpoint : journey.touchpoints) {
        INFO(touchpoint.shown());
        CHECK(find_group(picture, touchpoint.shown()));
    }
}

TEST_CASE("funnel: with waits it shows the curve, its half-life and first arrivals",
          "[render][funnel]") {
    const auto journey = read_journey(trial);
    const auto result = timed(memoryless_result(journey), 20, 100);
    const auto text = drawn(journey, result);
    CHECK(contains(text, "Still on the way"));
    CHECK(contains(text, "half are through within 20\u00A0d"));
    CHECK(contains(text, "after 40\u00A0d: 25\u00A0%"));
    CHECK(contains(text, "When customers first come"));
    CHECK(contains(text, "after 100\u00A0d"));  // how it ended by then
}

TEST_CASE("funnel: the axis ends where the curve has come to rest", "[render][funnel]") {
    const auto journey = read_journey(trial);
    const auto resting = drawn(journey, timed(memoryless_result(journey), 2.5, 100));
    CHECK_FALSE(contains(resting, "\n100\u00A0d\n"));
    const auto falling = drawn(journey, timed(memoryless_result(journey), 25, 100));
    CHECK(contains(falling, "\n100\u00A0d\n"));
}

TEST_CASE("funnel: solved exactly it shows no intervals", "[render][funnel]") {
    const auto journey = read_journey(trial);
    auto result = memoryless_result(journey);
    result.settings.method = Method::exact;
    const auto flatten = [](Estimate& e) { e.low = e.high = e.estimate; };
    for (auto& stage : result.stages) {
        flatten(stage.reach);
        if (stage.drop_off) flatten(*stage.drop_off);
    }
    for (auto& outcome : result.outcomes) flatten(outcome.share);
    for (auto& cause : result.causes) flatten(cause.share);
    flatten(result.ghosted);
    flatten(result.left_openly);
    const auto text = drawn(journey, result);
    CHECK_FALSE(contains(text,
                         "("
                         "39"));
    CHECK_FALSE(contains(text, "95\u00A0% interval"));
    CHECK(contains(text, "solved exactly"));
}

TEST_CASE("funnel: a page too small names the paper that would do, and that does",
          "[render][funnel]") {
    const auto journey = read_journey(flow_journey(1, {40, 0, false, 0.2}));
    const auto result = memoryless_result(journey);
    const auto parsed =
        make_funnel(journey, result, options_for(paper_from("A5", Orientation::landscape)));
    REQUIRE_FALSE(parsed.value);
    REQUIRE(parsed.diagnostics.size() == 1);
    CHECK(parsed.diagnostics[0].id == "page-too-small");
    const std::string& hint = parsed.diagnostics[0].hint;
    const std::string start = "draw it with --page ";
    REQUIRE(hint.substr(0, start.size()) == start);
    const auto better = paper_from(hint.substr(start.size()), Orientation::landscape);
    REQUIRE(better);
    CHECK(make_funnel(journey, result, options_for(better)).value);
}

TEST_CASE("funnel: too many steps are refused at once", "[render][funnel]") {
    const auto journey = read_journey(flow_journey(1, {151, 0, false, 0.2}));
    const auto parsed = make_funnel(journey, memoryless_result(journey), options_for());
    CHECK_FALSE(parsed.value);
    REQUIRE(parsed.diagnostics.size() == 1);
    CHECK(parsed.diagnostics[0].message ==
          "151 steps are too many to draw; a funnel shows at most 150");
}

TEST_CASE("funnel: type grows with the paper", "[render][funnel]") {
    const auto journey = read_journey(trial);
    const auto result = timed(memoryless_result(journey), 20, 100);
    double before = 0;
    for (const auto* name : {"A4", "A3", "A2", "A0"}) {
        INFO(name);
        const auto picture =
            *make_funnel(journey, result, options_for(paper_from(name, Orientation::landscape)))
                 .value;
        double largest = 0;
        cjm::testing::visit_items(picture.pages[0].content.items, [&](const Item& item) {
            if (const auto* words = std::get_if<TextItem>(&item))
                largest = std::max(largest, words->style.size_pt);
        });
        CHECK(largest > 1.1 * before);
        before = largest;
    }
}

TEST_CASE("funnel: names of any length stay in their boxes", "[render][funnel]") {
    std::string endless;
    for (int i = 0; i < 300; ++i) endless += "lời ";
    auto journey = read_journey(trial);
    for (auto& stage : journey.stages) stage.title->value = endless;
    journey.outcomes[0].title->value = std::string(900, 'W');
    journey.title.value = endless;
    const auto result = timed(memoryless_result(journey), 20, 100);
    const auto parsed =
        make_funnel(journey, result, options_for(paper_from("A3", Orientation::landscape)));
    REQUIRE(parsed.value);
    for (const auto& defect : inspect(*parsed.value)) UNSCOPED_INFO(to_string(defect));
    CHECK(inspect(*parsed.value).empty());
}

TEST_CASE("funnel: the drawing of a small journey, word for word", "[render][funnel][golden]") {
    const auto journey = read_journey(trial);
    const auto result = timed(memoryless_result(journey), 20, 100);
    cjm::testing::check_golden("render/funnel-trial.svg",
                               to_svg(*make_funnel(journey, result, options_for()).value));
    const auto vietnamese = read_journey(in_vietnamese(trial));
    auto paper = options_for(paper_from("A4", Orientation::portrait));
    paper.theme = ThemeName::print;
    cjm::testing::check_golden(
        "render/funnel-trial-a4-print.svg",
        to_svg(*make_funnel(vietnamese, memoryless_result(vietnamese), paper).value));
}

TEST_CASE("funnel: in print no end looks like a cause or like another end", "[render][funnel]") {
    const Theme& print = theme(ThemeName::print);
    std::vector<Fill> fills{funnel::ghosted_fill(print), funnel::openly_fill(print)};
    for (const Meaning meaning : {Meaning::traffic, Meaning::success, Meaning::lost,
                                  Meaning::dissatisfaction, Meaning::price, Meaning::neglect,
                                  Meaning::priorities, Meaning::delay, Meaning::own_cause})
        fills.push_back(print.mark(meaning));
    for (std::size_t i = 0; i < fills.size(); ++i)
        for (std::size_t k = 0; k < i; ++k) {
            INFO(i << " and " << k);
            const bool both_solid =
                fills[i].pattern == Pattern::solid && fills[k].pattern == Pattern::solid;
            CHECK((fills[i].pattern != fills[k].pattern ||
                   (both_solid && std::abs(fills[i].colour.red - fills[k].colour.red) >= 0x20)));
        }
}
