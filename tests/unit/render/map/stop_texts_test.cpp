#include "render/map/stop_texts.hpp"

#include <cmath>
#include <functional>
#include <map>
#include <optional>

#include <catch2/catch.hpp>

#include "render/map/map.hpp"
#include "render/page/paper.hpp"
#include "tests/support/flow_journeys.hpp"

using namespace cjm;
using namespace cjm::render;
using cjm::testing::read_journey;

namespace {

constexpr std::size_t touchpoints = 6;

/// Stages of one touchpoint and of five, each of which thinks and dislikes something of its own.
Journey journey_of_six() {
    std::string toml = R"([journey]
title = "Six"
start = "t1"
[[stage]]
id = "one"
thinks = ["all of one"]
[[stage]]
id = "five"
thinks = ["all of five"]
)";
    for (std::size_t i = 1; i <= touchpoints; ++i) {
        const std::string number = std::to_string(i);
        toml += "[[touchpoint]]\nid = \"t" + number + "\"\ntitle = \"Step " + number +
                "\"\nstage = \"" + (i == 1 ? "one" : "five") + "\"\nnext = { " +
                (i == touchpoints ? "end" : "t" + std::to_string(i + 1)) +
                " = 1 }\nthinks = [\"thought " + number + "\"]\npains = [\"first pain " + number +
                "\", \"second pain " + number + "\"]\n";
    }
    return read_journey(toml + "[[outcome]]\nid = \"end\"\nkind = \"success\"\n");
}

struct Drawn {
    std::map<std::string, Box> texts;  ///< by words
    std::vector<TextItem> all;
    std::map<std::string, Box> frames;  ///< by id of their group
};

void collect(const std::vector<Item>& items, Drawn& drawn) {
    for (const Item& item : items) {
        if (const auto* text = std::get_if<TextItem>(&item)) {
            drawn.texts[text->paragraph] = text->box;
            drawn.all.push_back(*text);
        }
        if (const auto* group = std::get_if<Group>(&item)) {
            if (group->frame) drawn.frames[group->id] = *group->frame;
            collect(group->items, drawn);
        }
    }
}

Drawn drawn_on(const char* paper, map::Columns columns) {
    DrawOptions options;
    options.page = paper_from(paper, Orientation::landscape);
    const auto made = make_map(journey_of_six(), nullptr, options, {columns, {}, {}});
    REQUIRE(made.value);
    REQUIRE(made.value->pages.size() == 1);
    Drawn drawn;
    collect(made.value->pages.front().content.items, drawn);
    return drawn;
}

/// The number that stands left of a text, on its line and close to it.
std::optional<std::string> number_beside(const Drawn& drawn, const Box& box) {
    for (const TextItem& item : drawn.all) {
        const double gap = box.x - item.box.right();
        const double off = item.box.y + item.box.height / 2 - (box.y + box.height / 2);
        if (gap > 0 && gap < 2 * box.height && std::abs(off) < 0.5 * box.height &&
            item.paragraph.find_first_not_of("0123456789") == std::string::npos)
            return item.paragraph;
    }
    return std::nullopt;
}

}  // namespace

TEST_CASE("map texts: each carries the number of its touchpoint and stands below its card",
          "[render][map]") {
    for (const char* paper : {"A4", "A3", "A1"}) {
        INFO(paper);
        const Drawn drawn = drawn_on(paper, map::Columns::stage);
        for (std::size_t i = 2; i <= touchpoints; ++i) {
            const std::string number = std::to_string(i);
            INFO(number);
            const Box card = drawn.frames.at("touchpoint-" + number);
            for (const std::string& words : {"“thought " + number + "”", "first pain " + number}) {
                INFO(words);
                const Box box = drawn.texts.at(words);
                CHECK(number_beside(drawn, box) == number);
                CHECK(box.x > card.x);
                CHECK(box.right() < card.right());
            }
            // further texts stand under the same number
            const Box first = drawn.texts.at("first pain " + number);
            const Box second = drawn.texts.at("second pain " + number);
            CHECK(second.x == Approx(first.x));
            CHECK(second.y > first.y);
            CHECK_FALSE(number_beside(drawn, second));
        }
    }
}

TEST_CASE("map texts: what needs no number has none", "[render][map]") {
    const Drawn by_stage = drawn_on("A3", map::Columns::stage);
    CHECK_FALSE(number_beside(by_stage, by_stage.texts.at("“thought 1”")));
    CHECK_FALSE(number_beside(by_stage, by_stage.texts.at("“all of five”")));
    const Drawn by_touchpoint = drawn_on("A3", map::Columns::touchpoint);
    CHECK_FALSE(number_beside(by_touchpoint, by_touchpoint.texts.at("“thought 3”")));
}
