#include "journey/change.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "journey/scenario.hpp"
#include "journey/wait_moments.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;
using cjm::testing::journey_from;

namespace {

const std::string clinic = R"(
[journey]
title = "Clinic"
start = "search"
[[persona]]
id = "calm"
share = 0.6
[[persona]]
id = "anxious"
share = 0.4
[[touchpoint]]
id = "search"
next = { call = 0.5, form = 0.3 }
causes = { neglect = 0.5, price = 0.5 }
[[touchpoint]]
id = "call"
experience = { good = 0.3, bad = 0.2 }
next = { visit = 0.8 }
cost = 4
wait = { visit = "2 d" }
patience = { visit = "5 d" }
[touchpoint.for.anxious]
experience = { good = 0.1, bad = 0.5 }
[[touchpoint]]
id = "form"
next = { call = 0.9 }
[[touchpoint]]
id = "visit"
next = { done = 1 }
[[outcome]]
id = "done"
kind = "success"
[[scenario]]
id = "same"
[scenario.touchpoint.call]
experience = { good = 0.3, bad = 0.2 }
[[scenario]]
id = "chat"
cost = 900
hazard = { neglect = 0.5, delay = 2 }
[scenario.touchpoint.search]
next = { call = 0.5, chat = 0.4 }
[scenario.touchpoint.chat]
new = true
next = { visit = 0.9 }
[[scenario]]
id = "kinder"
[[scenario.each]]
where = { id = "call" }
bad = 0.5
wait = 0.5
cost = 2
[[scenario]]
id = "comfort"
[scenario.touchpoint.call]
after = { bad = { next = { visit = 0.6 } } }
)";

JourneyChange changed_by(const std::string& scenario) {
    const Journey journey = journey_from(clinic);
    return changes_between(journey, apply_scenario(journey, find_scenario(journey, scenario)));
}

const FieldChange* find(const std::vector<FieldChange>& changes, ChangedField field,
                        const std::string& of = "", const std::string& persona = "") {
    const auto found = std::ranges::find_if(changes, [&](const FieldChange& change) {
        const bool concerned = persona.empty() ? change.personas.empty()
                                               : std::ranges::count(change.personas, persona) == 1;
        return change.field == field && change.of == of && concerned;
    });
    return found == changes.end() ? nullptr : &*found;
}

void check_change(const FieldChange* change, double before, double after) {
    REQUIRE(change != nullptr);
    CHECK(std::get<double>(change->before) == Approx(before));
    CHECK(std::get<double>(change->after) == Approx(after));
}

}  // namespace

TEST_CASE("change: a scenario that says the same again changes nothing", "[journey][change]") {
    CHECK(changed_by("same").nothing());
}

TEST_CASE("change: what comes in, what goes, and the ways between", "[journey][change]") {
    const JourneyChange change = changed_by("chat");
    REQUIRE(change.touchpoint("chat") != nullptr);
    CHECK(change.touchpoint("chat")->kind == ChangeKind::added);
    REQUIRE(change.touchpoint("form") != nullptr);
    CHECK(change.touchpoint("form")->kind == ChangeKind::gone);  // nobody can come there
    CHECK(change.touchpoint("visit") == nullptr);
    REQUIRE(change.way("search", "chat") != nullptr);
    CHECK(change.way("search", "chat")->kind == ChangeKind::added);
    CHECK(change.way("chat", "visit")->kind == ChangeKind::added);
    CHECK(change.way("search", "form")->kind == ChangeKind::gone);
    CHECK(change.way("form", "call")->kind == ChangeKind::gone);
    CHECK(change.way("search", "call") == nullptr);
    REQUIRE(change.whole.size() == 1);
    check_change(&change.whole[0], 0, 900);
}

TEST_CASE("change: hazards are told where the cause counts", "[journey][change]") {
    const JourneyChange change = changed_by("chat");
    const TouchpointChange* const search = change.touchpoint("search");
    REQUIRE(search != nullptr);
    CHECK(search->kind == ChangeKind::changed);
    check_change(find(search->fields, ChangedField::hazard, "neglect"), 1, 0.5);
    check_change(find(search->fields, ChangedField::leave), 0.2, 0.1);
    CHECK(search->fields.size() == 2);
    const WayChange* const wait = change.way("call", "visit");
    REQUIRE(wait != nullptr);
    check_change(find(wait->fields, ChangedField::hazard, "delay"), 1, 2);
}

TEST_CASE("change: an experience without ways of its own goes those of all", "[journey][change]") {
    const Journey as_is = journey_from(clinic);
    const Journey comforted = apply_scenario(as_is, find_scenario(as_is, "comfort"));
    for (const bool there : {true, false}) {
        const JourneyChange change =
            there ? changes_between(as_is, comforted) : changes_between(comforted, as_is);
        const double before = there ? 0.8 : 0.6, after = there ? 0.6 : 0.8;
        const TouchpointChange* const call = change.touchpoint("call");
        REQUIRE(call != nullptr);
        REQUIRE(call->fields.size() == 1);
        check_change(find(call->fields, ChangedField::leave), 1 - before, 1 - after);
        CHECK(call->fields[0].experience == Experience::bad);
        const WayChange* const way = change.way("call", "visit");
        REQUIRE(way != nullptr);
        REQUIRE(way->fields.size() == 1);
        check_change(find(way->fields, ChangedField::share), before, after);
        CHECK(way->fields[0].experience == Experience::bad);
    }
}

TEST_CASE("change: what is the same for all personas is told once", "[journey][change]") {
    const JourneyChange change = changed_by("kinder");
    const TouchpointChange* const call = change.touchpoint("call");
    REQUIRE(call != nullptr);
    check_change(find(call->fields, ChangedField::bad, "", "calm"), 0.2, 0.1);
    check_change(find(call->fields, ChangedField::bad, "", "anxious"), 0.5, 0.25);
    check_change(find(call->fields, ChangedField::cost), 4, 8);
    CHECK(call->fields.size() == 3);
    const WayChange* const way = change.way("call", "visit");
    REQUIRE(way != nullptr);
    check_change(find(way->fields, ChangedField::wait), 2, 1);
    CHECK(way->fields.size() == 1);
    CHECK(change.touchpoints.size() + change.ways.size() == 2);
}

TEST_CASE("change: waits of one mean and spread differ by their law", "[journey][change]") {
    Journey before = journey_from(clinic), after = before;
    const auto wait_of = [](Journey& journey) -> Wait& {
        return journey.touchpoints[1].behaviour.wait->entries[0].wait;
    };
    for (Journey* journey : {&before, &after}) {
        wait_of(*journey).mean = 2.0;
        wait_of(*journey).sd = 1.0;
    }
    wait_of(before).kind = WaitKind::gamma;
    wait_of(after).kind = WaitKind::lognormal;
    const JourneyChange change = changes_between(before, after);
    REQUIRE(change.ways.size() == 1);
    REQUIRE(change.ways[0].fields.size() == 1);
    CHECK(change.ways[0].fields[0].field == ChangedField::wait_law);
    wait_of(after).sd = 3.0;
    const JourneyChange wider = changes_between(before, after);
    REQUIRE(wider.ways[0].fields.size() == 1);
    CHECK(wider.ways[0].fields[0].field == ChangedField::wait_spread);
}

TEST_CASE("change: personas and where they start", "[journey][change]") {
    const Journey before = journey_from(clinic);
    Journey after = before;
    after.personas[0].share = 0.5;
    after.personas[1].share = 0.5;
    after.personas[1].goodwill = Integer{-3, {}};
    after.personas[1].start = Start{{{Name{"call", {}}, 1.0}}, {}};
    const JourneyChange change = changes_between(before, after);
    check_change(find(change.whole, ChangedField::persona_share, "", "calm"), 0.6, 0.5);
    check_change(find(change.whole, ChangedField::start_goodwill, "", "anxious"), 0, -3);
    check_change(find(change.whole, ChangedField::start, "call", "anxious"), 0, 1);
    check_change(find(change.whole, ChangedField::start, "search", "anxious"), 1, 0);
    CHECK(change.touchpoints.empty());
}

TEST_CASE("change: turned round, what came in is gone", "[journey][change]") {
    testing::RandomJourneyOptions options;
    options.scenario = true;
    options.every_key = true;
    std::size_t seen = 0;
    for (std::uint64_t number = 1; number <= 30; ++number) {
        CAPTURE(number);
        const Journey before = journey_from(testing::random_journey(number, options));
        const Journey after = apply_scenario(before, ScenarioId(0));
        CHECK(changes_between(before, before).nothing());
        CHECK(changes_between(after, after).nothing());
        const JourneyChange there = changes_between(before, after),
                            back = changes_between(after, before);
        REQUIRE(there.touchpoints.size() == back.touchpoints.size());
        REQUIRE(there.ways.size() == back.ways.size());
        for (const TouchpointChange& change : there.touchpoints) {
            const TouchpointChange* const other = back.touchpoint(change.id);
            REQUIRE(other != nullptr);
            CHECK(change.fields.size() == other->fields.size());
            CHECK((change.kind == ChangeKind::added) == (other->kind == ChangeKind::gone));
            seen += change.kind != ChangeKind::changed;
        }
        for (const WayChange& change : there.ways)
            CHECK(back.way(change.from, change.to) != nullptr);
    }
    CHECK(seen > 0);
}

TEST_CASE("wait moments: spreads", "[journey][change]") {
    Wait wait;
    wait.kind = WaitKind::uniform;
    wait.low = 0.0;
    wait.high = 12.0;
    CHECK(spread_days(wait) == Approx(std::sqrt(12.0)));
    wait.kind = WaitKind::pert;
    wait.likely = 6.0;
    CHECK(spread_days(wait) == Approx(6 / std::sqrt(7.0)));
    wait.kind = WaitKind::weibull;
    wait.shape = 1.0;
    wait.scale = 3.0;
    CHECK(spread_days(wait) == Approx(3.0));  // exponential
    wait.kind = WaitKind::fixed;
    CHECK(spread_days(wait) == 0);
}
