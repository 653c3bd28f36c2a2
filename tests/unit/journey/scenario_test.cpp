#include "journey/scenario.hpp"

#include <catch2/catch.hpp>

#include "tests/support/hand_made.hpp"

using namespace cjm;
using namespace cjm::testing;

namespace {

constexpr auto bad = static_cast<std::size_t>(Experience::bad);
constexpr auto good = static_cast<std::size_t>(Experience::good);

Journey two_steps() {
    Journey made =
        journey("book", {touchpoint("book", {{"pay", 0.8}}), touchpoint("pay", {{"done", 0.9}})});
    made.personas = {persona("calm", 0.5), persona("anxious", 0.5)};
    return made;
}

Scenario scenario(const char* id) {
    Scenario made;
    made.id = name(id);
    return made;
}

Touchpoint change(const char* id) {
    return touchpoint(id, {});
}

Behaviour& own(Touchpoint& touchpoint, const char* persona) {
    touchpoint.for_persona.emplace_back(name(persona), Behaviour{});
    return touchpoint.for_persona.back().second;
}

Journey changed_by(Journey journey, const Scenario& scenario) {
    journey.scenarios = {scenario};
    return apply_scenario(journey, ScenarioId(0));
}

}  // namespace

TEST_CASE("scenario: each entries come in order, replacements after them", "[journey][scenario]") {
    Journey base = two_steps();
    for (auto& touchpoint : base.touchpoints) touchpoint.behaviour.effort = 1.0;
    Scenario redesign = scenario("s");
    redesign.each.resize(2);
    redesign.each[0].effort = 3.0;
    redesign.each[0].cost_add = 1.0;
    redesign.each[1].cost = 2.0;
    redesign.touchpoints = {change("pay")};
    redesign.touchpoints[0].behaviour.effort = 0.5;
    const Journey changed = changed_by(base, redesign);
    CHECK(changed.touchpoints[0].behaviour.effort->likely == 3.0);
    CHECK(changed.touchpoints[0].behaviour.cost->likely == 2.0);
    CHECK(changed.touchpoints[1].behaviour.effort->likely == 0.5);
    CHECK(base.touchpoints[0].behaviour.effort->likely == 1.0);
}

TEST_CASE("scenario: where is matched against the journey as it is", "[journey][scenario]") {
    Journey base = two_steps();
    base.touchpoints[0].channel = Text{"web", {}};
    base.touchpoints[0].behaviour.effort = 1.0;
    Scenario redesign = scenario("s");
    redesign.each.resize(1);
    redesign.each[0].where.channel = Text{"web", {}};
    redesign.each[0].effort = 2.0;
    redesign.touchpoints = {change("book"), change("pay")};
    redesign.touchpoints[0].channel = Text{"", {}};
    redesign.touchpoints[1].channel = Text{"web", {}};
    const Journey changed = changed_by(base, redesign);
    CHECK(changed.touchpoints[0].behaviour.effort->likely == 2.0);
    CHECK_FALSE(changed.touchpoints[0].channel);
    CHECK(changed.touchpoints[1].channel->value == "web");
}

TEST_CASE("scenario: keys are replaced as a whole, the others stay", "[journey][scenario]") {
    Journey base = two_steps();
    Touchpoint& book = base.touchpoints[0];
    book.title = Text{"Book online", {}};
    book.behaviour.next->counts = {{name("pay"), {8, {}}}, {name("leave"), {2, {}}}};
    book.behaviour.causes = table({{"price", 1.0}, {"neglect", 1.0}});
    book.rows.built_in[static_cast<std::size_t>(BuiltInRow::pains)] = {{"slow", {}}};
    Scenario redesign = scenario("s");
    redesign.touchpoints = {change("book")};
    redesign.touchpoints[0].behaviour.next = next({{"done", 0.5}});
    redesign.touchpoints[0].behaviour.causes = table({{"price", 2.0}});
    redesign.touchpoints[0].rows.built_in[static_cast<std::size_t>(BuiltInRow::ideas)] = {
        {"quick", {}}};
    const Touchpoint changed = changed_by(base, redesign).touchpoints[0];
    CHECK(changed.behaviour.next->shares[0].name.value == "done");
    CHECK(changed.behaviour.next->counts.empty());
    CHECK(changed.behaviour.causes->entries.size() == 1);
    CHECK(changed.title->value == "Book online");
    CHECK(changed.rows.built_in[static_cast<std::size_t>(BuiltInRow::pains)].size() == 1);
    CHECK(changed.rows.built_in[static_cast<std::size_t>(BuiltInRow::ideas)].size() == 1);
}

TEST_CASE("scenario: after is merged per experience, but inside for it is one key",
          "[journey][scenario]") {
    Journey base = two_steps();
    Touchpoint& book = base.touchpoints[0];
    book.behaviour.after[bad] = next({{"pay", 0.1}});
    book.behaviour.after[good] = next({{"pay", 0.2}});
    book.behaviour.after_given = true;
    Behaviour& anxious = own(book, "anxious");
    anxious.after[bad] = next({{"pay", 0.3}});
    anxious.after[good] = next({{"pay", 0.4}});
    anxious.after_given = true;
    anxious.silent = 0.5;
    Scenario redesign = scenario("s");
    redesign.touchpoints = {change("book")};
    redesign.touchpoints[0].behaviour.after[bad] = next({{"pay", 0.5}});
    redesign.touchpoints[0].behaviour.after_given = true;
    Behaviour& changed_anxious = own(redesign.touchpoints[0], "anxious");
    changed_anxious.after[bad] = next({{"pay", 0.6}});
    changed_anxious.after_given = true;
    const Touchpoint changed = changed_by(base, redesign).touchpoints[0];
    CHECK(changed.behaviour.after[bad]->shares[0].number.likely == 0.5);
    CHECK(changed.behaviour.after[good]->shares[0].number.likely == 0.2);
    const Behaviour& merged = changed.for_persona[0].second;
    CHECK(merged.after[bad]->shares[0].number.likely == 0.6);
    CHECK_FALSE(merged.after[good]);
    CHECK(merged.silent->likely == 0.5);
}

TEST_CASE("scenario: for is merged per persona and key", "[journey][scenario]") {
    Journey base = two_steps();
    own(base.touchpoints[0], "anxious").silent = 0.5;
    Scenario redesign = scenario("s");
    redesign.touchpoints = {change("book")};
    own(redesign.touchpoints[0], "anxious").effort = 2.0;
    own(redesign.touchpoints[0], "calm").effort = 1.0;
    const Touchpoint changed = changed_by(base, redesign).touchpoints[0];
    REQUIRE(changed.for_persona.size() == 2);
    CHECK(changed.for_persona[0].second.silent->likely == 0.5);
    CHECK(changed.for_persona[0].second.effort->likely == 2.0);
    CHECK(changed.for_persona[1].first.value == "calm");
}

TEST_CASE("scenario: added touchpoints come last and get no each", "[journey][scenario]") {
    Scenario redesign = scenario("s");
    redesign.each.resize(1);
    redesign.each[0].effort = 2.0;
    redesign.touchpoints = {touchpoint("chat", {{"done", 1.0}})};
    redesign.touchpoints[0].is_new = {true, {}};
    redesign.touchpoints[0].channel = Text{"", {}};
    redesign.touchpoints[0].behaviour.effort = 1.0;
    const Journey changed = changed_by(two_steps(), redesign);
    REQUIRE(changed.touchpoints.size() == 3);
    CHECK(changed.touchpoints[2].id.value == "chat");
    CHECK_FALSE(changed.touchpoints[2].channel);
    CHECK(changed.touchpoints[2].behaviour.effort->likely == 1.0);
}

TEST_CASE("scenario: the second of two matches the journey as it is", "[journey][scenario]") {
    Journey base = two_steps();
    Scenario adds = scenario("adds"), dearer = scenario("dearer");
    Touchpoint chat = base.touchpoints[0];
    chat.id.value = "chat";
    chat.is_new = Sourced<bool>{true, {}};
    Touchpoint moved;
    moved.id = base.touchpoints[0].id;
    moved.channel = Text{"elsewhere", {}};
    adds.touchpoints = {chat, moved};
    Each each;
    if (base.touchpoints[0].channel) each.where.channel = base.touchpoints[0].channel;
    each.cost_add = 7.0;
    dearer.each = {each};
    base.scenarios = {adds, dearer};
    const Journey first = apply_scenario(base, ScenarioId(0));
    const Journey both = apply_scenario(first, ScenarioId(1), base);
    REQUIRE(both.touchpoints.size() == base.touchpoints.size() + 1);
    const auto cost = [](const Touchpoint& touchpoint) {
        return touchpoint.behaviour.cost ? touchpoint.behaviour.cost->likely : 0.0;
    };
    CHECK(cost(both.touchpoints.front()) == cost(base.touchpoints.front()) + 7.0);
    CHECK(cost(both.touchpoints.back()) == cost(chat));
}

TEST_CASE("scenario: two in a row multiply hazards, add costs and join their names",
          "[journey][scenario]") {
    Journey base = two_steps();
    base.scenarios = {scenario("a"), scenario("b")};
    base.scenarios[0].hazard = table({{"price", 0.5}});
    base.scenarios[0].cost = {1, 100, 200, {}};
    base.scenarios[0].cost_per_customer = 0.25;
    base.scenarios[1].hazard = table({{"price", 0.5}, {"delay", 3.0}});
    base.scenarios[1].cost = 10.0;
    const Journey first = apply_scenario(base, ScenarioId(0));
    CHECK(first.scenario == "a");
    const Journey both = apply_scenario(first, ScenarioId(1));
    CHECK(both.scenario == "a+b");
    CHECK(both.scenario_hazard.at("price") == 0.25);
    CHECK(both.scenario_hazard.at("delay") == 3.0);
    CHECK(both.scenario_cost == 110.0);
    CHECK(both.scenario_cost_per_customer == 0.25);
    CHECK(base.scenario_hazard.empty());
}
