#include "journey/strategies/strategies.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "base/text_width.hpp"
#include "journey/scenario.hpp"
#include "journey/strategies/effect.hpp"
#include "journey/templates/templates.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/template_shape.hpp"

using namespace cjm;

namespace {

constexpr Language languages[] = {Language::english, Language::vietnamese};

const Strategy& strategy(std::string_view name) {
    const auto found = std::ranges::find(strategies(), name, &Strategy::name);
    REQUIRE(found != strategies().end());
    return *found;
}

const std::string shop = R"(
[journey]
title = "x"
start = "ask"
[[touchpoint]]
id = "ask"
tags = ["service"]
experience = { good = 0.5, bad = 0.2 }
next = { buy = 0.8 }
causes = { dissatisfaction = 1, neglect = 1 }
wait = { buy = "10 h" }
[[touchpoint]]
id = "buy"
revenue = 100
next = { done = 1 }
[[outcome]]
id = "done"
kind = "success"
)";

}  // namespace

TEST_CASE("strategies: ten and five, each a scenario of ranges without costs",
          "[journey][strategies]") {
    std::set<std::string_view> names;
    for (const Strategy& one : strategies()) {
        INFO(one.name);
        CHECK(names.insert(one.name).second);
        for (const Language language : languages) {
            CHECK(display_width(one.summary(language)) <= 56);  // of 80, behind the longest name
            CHECK(one.text(language).ends_with('\n'));
            const Scenario scenario = scenario_of(one, language);
            CHECK(scenario.id.value == one.name);
            CHECK(scenario.title);
            CHECK(scenario.cost.likely == 0);
            CHECK(scenario.touchpoints.empty());
            CHECK(scenario.each.size() + scenario.hazard.entries.size() > 0);
            for (const NamedNumber& hazard : scenario.hazard.entries) {
                CHECK(hazard.number.uncertain());
                CHECK(hazard.number.likely < 1);
            }
        }
    }
    CHECK(names.size() == 15);
}

TEST_CASE("strategies: both languages are the same scenario", "[journey][strategies]") {
    for (const Strategy& one : strategies()) {
        INFO(one.name);
        const auto english = testing::template_shape(one.english);
        const auto vietnamese = testing::template_shape(one.vietnamese);
        REQUIRE(english.size() > 5);
        CHECK(std::ranges::equal(english, vietnamese, {}, &testing::ShapeWord::text,
                                 &testing::ShapeWord::text));
    }
}

TEST_CASE("strategies: all of them can be put at the end of a file", "[journey][strategies]") {
    std::string text = shop;
    for (const Strategy& one : strategies()) text += "\n" + std::string(one.vietnamese);
    const Journey journey = testing::journey_from(text);
    REQUIRE(journey.scenarios.size() == strategies().size());
    for (std::size_t i = 0; i < strategies().size(); ++i)
        CHECK(journey.scenarios[i].id.value == strategies()[i].name);
}

TEST_CASE("strategies: what one changes, from its low to its high value", "[journey][strategies]") {
    const Journey journey = testing::journey_from(shop);
    const Scenario scenario = scenario_of(strategy("quick-support"), Language::english);
    const ScenarioEffect effect = effect_with_range(journey, scenario);
    CHECK_FALSE(effect.nothing());
    CHECK(effect.hazards.empty());
    CHECK(effect.idle_tags.empty());
    CHECK(effect.touchpoints() == std::vector<std::string>{"ask"});
    const Each& each = scenario.each.at(0);
    REQUIRE(effect.places.size() == 2);
    REQUIRE(effect.places[0].fields.size() == 1);
    const FieldEffect& bad = effect.places[0].fields[0];
    CHECK(bad.likely.field == ChangedField::bad);
    CHECK(std::get<double>(bad.likely.after) == Approx(0.2 * each.bad->likely));
    CHECK(std::get<double>(bad.low) == Approx(0.2 * each.bad->low));
    CHECK(std::get<double>(bad.high) == Approx(0.2 * each.bad->high));
    CHECK(effect.places[1].to == "buy");
    const FieldEffect& wait = effect.places[1].fields.at(0);
    CHECK(wait.likely.field == ChangedField::wait);
    CHECK(std::get<double>(wait.high) == Approx(10.0 / 24 * each.wait->high));
    // without the range the same fields, at their likely values
    const ScenarioEffect plain = effect_of(journey, scenario);
    REQUIRE(plain.places.size() == 2);
    CHECK(plain.places[0].fields.at(0).likely == bad.likely);
    CHECK(plain.places[0].fields.at(0).high == bad.likely.after);
}

TEST_CASE("strategies: what keeps one from acting", "[journey][strategies]") {
    const Journey journey = testing::journey_from(shop);
    const auto effect = [&](std::string_view name) {
        return effect_of(journey, scenario_of(strategy(name), Language::english));
    };
    CHECK(effect("onboarding").nothing());
    CHECK(effect("onboarding").idle_tags == std::vector<std::string>{"onboarding"});
    const ScenarioEffect messages = effect("personal-messages");
    REQUIRE(messages.hazards.size() == 1);
    CHECK(messages.hazards[0].cause == "neglect");
    CHECK(messages.idle_causes == std::vector<std::string>{"priorities"});
    // a price cut reaches every revenue, and nobody here leaves over the price
    const ScenarioEffect price = effect("competitive-price");
    CHECK(price.touchpoints() == std::vector<std::string>{"buy"});
    CHECK(price.idle_causes == std::vector<std::string>{"price"});
}

TEST_CASE("strategies: tags that may be meant by another", "[journey][strategies]") {
    const Journey journey = testing::journey_from(
        "[journey]\ntitle = \"t\"\nstart = \"a\"\n[[touchpoint]]\nid = \"a\"\ntags = "
        "[\"service-desk\", "
        "\"trsut\", \"web\"]\nnext = { b = 1 }\n[[touchpoint]]\nid = \"b\"\ntags = [\"web\", "
        "\"staff\"]\nnext = { done = 1 }\n[[outcome]]\nid = \"done\"\nkind = \"success\"\n");
    using Tags = std::vector<std::string>;
    CHECK(tags_of(journey) == Tags{"service-desk", "trsut", "web", "staff"});
    CHECK(tags_near(journey, "service") == Tags{"service-desk"});
    CHECK(tags_near(journey, "trust") == Tags{"trsut"});
    CHECK(tags_near(journey, "paying").empty());
}

// Somebody who has just written a template asks what the ready strategies bring there.
TEST_CASE("strategies: most act on every template, in both languages", "[journey][strategies]") {
    constexpr std::size_t most = 11;
    for (const JourneyTemplate& entry : journey_templates())
        for (const Language language : languages) {
            const Journey journey = testing::journey_from(std::string(entry.text(language)));
            std::size_t acting = 0;
            std::string idle;
            for (const Strategy& one : strategies()) {
                const bool nothing = effect_of(journey, scenario_of(one, language)).nothing();
                acting += nothing ? 0U : 1U;
                if (nothing) idle += " " + std::string(one.name);
            }
            INFO(entry.name << ", idle:" << idle);
            CHECK(acting >= most);
        }
}
