// What a scenario changes, marked on a flow diagram.
#include <array>
#include <functional>

#include <catch2/catch.hpp>

#include "journey/scenario.hpp"
#include "render/flow/flow.hpp"
#include "render/inspect.hpp"
#include "render/page/paper.hpp"
#include "tests/support/changed_booking.hpp"
#include "tests/support/drawn_text.hpp"
#include "tests/support/flow_journeys.hpp"
#include "tests/support/memoryless_result.hpp"

using namespace cjm;
using namespace cjm::render;
using cjm::testing::all_text;
using cjm::testing::changed_booking;
using cjm::testing::contains;
using cjm::testing::flow_journey;
using cjm::testing::made_change;
using cjm::testing::memoryless_result;
using cjm::testing::read_journey;
using cjm::testing::visit_items;

namespace {

struct Drawn {
    Journey as_is, redesigned;
    ChangeResult change;
};

Drawn drawn(const std::string& text, const char* scenario) {
    const Journey as_is = read_journey(text);
    const Journey redesigned = apply_scenario(as_is, find_scenario(as_is, scenario));
    return {as_is, redesigned, made_change(as_is, redesigned)};
}

Picture picture_of(const Drawn& what, bool plain = false, ThemeName theme = ThemeName::light) {
    DrawOptions options;
    options.theme = theme;
    ChangeResult change = what.change;
    if (plain) change.figures.reset();
    options.change = &change;
    const SimulationResult result = memoryless_result(what.redesigned);
    const auto parsed = make_flow(what.redesigned, plain ? nullptr : &result, options);
    REQUIRE(parsed.value);
    CHECK(inspect(*parsed.value).empty());
    return *parsed.value;
}

std::string in_vietnamese(std::string text) {
    const std::string title = "title = \"Booking a dentist\"";
    return text.replace(text.find(title), title.size(), title + "\nlanguage = \"vi\"");
}

}  // namespace

TEST_CASE("flow against: what changes is said in words", "[render][flow][against]") {
    const std::string text = all_text(picture_of(drawn(changed_booking, "chat")));
    CAPTURE(text);
    CHECK(contains(text, "Against the journey as it is: success +2.1 points (1.9–2.3)"));
    CHECK(contains(text, "touchpoints changed: 2 · touchpoints new: 1"));
    CHECK(contains(text, "costs 5,000.00 once"));
    CHECK(contains(text, "good visits: 20\u00a0% → 50\u00a0%"));
    CHECK(contains(text, "wait: 2\u00a0d → 24\u00a0h") +
              contains(text, "wait: 2\u00a0d → 1\u00a0d") ==
          1);
    CHECK(contains(text, "\nnew\n"));
    CHECK(contains(text, "\ngone\n"));  // nobody comes to the form any more
    CHECK(contains(text, "reached −20.0"));
    CHECK(contains(text, "gone with the scenario"));
}

TEST_CASE("flow against: numbers and words of the language", "[render][flow][against]") {
    const std::string text = all_text(picture_of(drawn(in_vietnamese(changed_booking), "chat")));
    CAPTURE(text);
    CHECK(contains(text, "thành công +2,1 điểm % (1,9–2,3)"));
    CHECK(contains(text, "lượt ghé tốt: 20\u00a0% → 50\u00a0%"));
    CHECK(contains(text, "\nmới\n"));
}

TEST_CASE("flow against: plain marks without numbers", "[render][flow][against]") {
    const std::string text = all_text(picture_of(drawn(changed_booking, "chat"), true));
    CHECK(contains(text, "\nnew\n"));
    CHECK_FALSE(contains(text, " points ("));
}

TEST_CASE("flow against: a scenario that changes nothing says so", "[render][flow][against]") {
    const std::string text = all_text(picture_of(drawn(changed_booking, "same")));
    CHECK(contains(text, "This scenario changes nothing in the journey."));
    CHECK_FALSE(contains(text, "with the scenario"));
}

TEST_CASE("flow against: marks are told apart without colour", "[render][flow][against]") {
    const Picture picture = picture_of(drawn(changed_booking, "chat"), false, ThemeName::print);
    const auto frames = [&](const std::string& title) {
        std::vector<std::pair<double, bool>> strokes;  // widths, and whether dashed
        visit_items(picture.pages[0].content.items, [&](const Item& item) {
            const auto* group = std::get_if<Group>(&item);
            if (group == nullptr || group->title != title || group->id.rfind("touchpoint-", 0) != 0)
                return;
            for (const Item& part : group->items)
                if (const auto* box = std::get_if<Rectangle>(&part);
                    box != nullptr && !box->fill && box->stroke)
                    strokes.emplace_back(box->stroke->width, !box->stroke->dashes.empty());
        });
        return strokes;
    };
    const auto changed = frames("Call"), added = frames("Chat"), gone = frames("Book");
    REQUIRE(changed.size() == 1);
    REQUIRE(added.size() == 2);
    REQUIRE(gone.size() == 1);
    CHECK_FALSE(changed[0].second);
    CHECK(gone[0].second);
    CHECK(added[0].first < changed[0].first);
}

TEST_CASE("flow against: a touchpoint that the redesign no longer has is drawn as gone",
          "[render][flow][against]") {
    Drawn what = drawn(changed_booking, "same");
    what.redesigned.touchpoints.erase(what.redesigned.touchpoints.begin() + 2);  // the form
    what.redesigned.touchpoints[0].behaviour.next->shares.pop_back();
    what.change = made_change(what.as_is, what.redesigned);
    const std::string text = all_text(picture_of(what));
    CHECK(contains(text, "Book\n"));
    CHECK(contains(text, "\ngone\n"));
}

TEST_CASE("flow against: text fits whatever the journey", "[render][flow][against]") {
    const auto [touchpoints, stages] =
        GENERATE(table<int, int>({{3, 0}, {5, 3}, {12, 5}, {25, 6}, {60, 8}}));
    const bool vietnamese = GENERATE(false, true);
    CAPTURE(touchpoints, stages, vietnamese);
    const Journey as_is = read_journey(flow_journey(
        static_cast<std::uint64_t>(touchpoints + stages), {touchpoints, stages, vietnamese, 0.2}));
    Journey redesigned = as_is;
    redesigned.scenario = "redesign";
    for (std::size_t i = 0; i < redesigned.touchpoints.size(); i += 2) {
        Behaviour& behaviour = redesigned.touchpoints[i].behaviour;
        behaviour.experience = ExperienceShares{0.5, 0.25, {}};
        behaviour.cost = 12'345.5;
        behaviour.effort = 2.0;
        if (behaviour.next->shares.size() > 1) behaviour.next->shares.pop_back();
    }
    const ChangeResult change = made_change(as_is, redesigned);
    const SimulationResult result = memoryless_result(redesigned);
    DrawOptions options;
    options.change = &change;
    std::size_t turn = 0;
    for (const char* name : {"fit", "A3", "A0"}) {
        CAPTURE(name);
        options.page = paper_from(name, Orientation::landscape);
        constexpr std::array themes{ThemeName::light, ThemeName::dark, ThemeName::print};
        options.theme = themes[turn++];
        const auto parsed = make_flow(redesigned, &result, options);
        if (!parsed.value) {
            CHECK(parsed.diagnostics.at(0).id == "page-too-small");
            continue;
        }
        InspectOptions inspection;
        inspection.least_pt = 6 - 1e-6;
        const auto defects = inspect(*parsed.value, inspection);
        for (std::size_t i = 0; i < defects.size() && i < 5; ++i)
            UNSCOPED_INFO(to_string(defects[i]));
        CHECK(defects.empty());
    }
}
