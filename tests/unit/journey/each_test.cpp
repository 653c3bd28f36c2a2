#include "journey/each.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "tests/support/hand_made.hpp"

using namespace cjm;
using namespace cjm::testing;

namespace {

Touchpoint book() {
    Touchpoint made = touchpoint("book", {{"a", 0.6}, {"b", 0.2}});
    made.stage = name("admit");
    made.channel = Text{"web", {}};
    made.moment = {Moment::do_, {}};
    made.tags = {{"support", {}}, {"first", {}}};
    return made;
}

Where where(std::optional<Text> Where::*key, const char* value) {
    Where made;
    made.*key = Text{value, {}};
    return made;
}

double share(const Next& next, std::size_t entry) {
    return next.shares[entry].number.likely;
}

}  // namespace

TEST_CASE("each: where matches every key that it gives", "[journey][each]") {
    CHECK(matches({}, book()));
    CHECK(matches(where(&Where::id, "book"), book()));
    CHECK_FALSE(matches(where(&Where::id, "boo"), book()));
    CHECK(matches(where(&Where::stage, "admit"), book()));
    CHECK(matches(where(&Where::moment, "do"), book()));
    CHECK(matches(where(&Where::tag, "first"), book()));
    CHECK_FALSE(matches(where(&Where::tag, "second"), book()));
    Where both = where(&Where::channel, "web");
    CHECK(matches(both, book()));
    both.tag = Text{"second", {}};
    CHECK_FALSE(matches(both, book()));
}

TEST_CASE("each: a touchpoint without an owner is ours, one without a channel matches none",
          "[journey][each]") {
    Touchpoint plain = book();
    CHECK(matches(where(&Where::owner, "us"), plain));
    plain.owner = {Owner::third_party, {}};
    CHECK_FALSE(matches(where(&Where::owner, "us"), plain));
    CHECK(matches(where(&Where::owner, "third-party"), plain));
    CHECK_FALSE(matches(where(&Where::channel, ""), plain));
    plain.channel.reset();
    CHECK(matches(where(&Where::channel, ""), plain));
    CHECK_FALSE(matches(where(&Where::channel, "web"), plain));
}

TEST_CASE("each: bad is clamped to 1 and good to what bad leaves", "[journey][each]") {
    Touchpoint changed = book();
    changed.behaviour.experience = experience({0.3, 0.5, 0.6, {}}, 0.3);
    Each each;
    each.bad = 2.0;
    apply_each(each, changed);
    CHECK(changed.behaviour.experience->bad.likely == 0.6);
    CHECK(changed.behaviour.experience->good.likely == 0.4);
    CHECK_FALSE(changed.behaviour.experience->good.uncertain());
    each.bad = 10.0;
    apply_each(each, changed);
    CHECK(changed.behaviour.experience->bad.likely == 1.0);
    CHECK(changed.behaviour.experience->good.likely == 0.0);
}

TEST_CASE("each: a touchpoint without an experience stays neutral", "[journey][each]") {
    Touchpoint changed = book();
    Each each;
    each.good = 2.0;
    each.bad = 0.5;
    apply_each(each, changed);
    CHECK_FALSE(changed.behaviour.experience);
}

TEST_CASE("each: leave raises the sum of next to a power and keeps its proportions",
          "[journey][each]") {
    Touchpoint changed = book();
    changed.behaviour.after[static_cast<std::size_t>(Experience::bad)] = next({{"a", 0.25}});
    changed.for_persona.emplace_back(name("p"), Behaviour{});
    changed.for_persona[0].second.next = next({{"b", 0.5}, {"a", 0.5}});
    Each each;
    each.leave = 0.5;
    apply_each(each, changed);
    const Next& changed_next = *changed.behaviour.next;
    CHECK(share(changed_next, 0) + share(changed_next, 1) == Approx(std::sqrt(0.8)).epsilon(1e-15));
    CHECK(share(changed_next, 0) / share(changed_next, 1) == Approx(3.0).epsilon(1e-15));
    CHECK(share(*changed.behaviour.after[2], 0) == Approx(0.5).epsilon(1e-15));
    CHECK(share(*changed.for_persona[0].second.next, 0) == 0.5);
}

TEST_CASE("each: leave by 0 leaves nobody, by a very large number keeps a positive sum",
          "[journey][each]") {
    Touchpoint changed = book();
    Each each;
    each.leave = 0.0;
    apply_each(each, changed);
    CHECK(share(*changed.behaviour.next, 0) == Approx(0.75).epsilon(1e-15));
    changed = book();
    each.leave = 1e9;
    apply_each(each, changed);
    CHECK(share(*changed.behaviour.next, 0) > 0);
    CHECK(share(*changed.behaviour.next, 0) < 1e-299);
}

TEST_CASE("each: changed shares no longer come from counts, unchanged ones still do",
          "[journey][each]") {
    Touchpoint changed = book();
    changed.behaviour.next->counts = {{name("a"), {6, {}}}, {name("b"), {2, {}}}};
    Each each;
    each.leave = 1.0;
    apply_each(each, changed);
    CHECK(changed.behaviour.next->counts.size() == 2);
    each.leave = 2.0;
    apply_each(each, changed);
    CHECK(changed.behaviour.next->counts.empty());
}

TEST_CASE("each: wait multiplies every duration and never the shape", "[journey][each]") {
    Wait weibull;
    weibull.kind = WaitKind::weibull;
    weibull.shape = 1.5;
    weibull.scale = {8, 10, 12, {}};
    Wait pert;
    pert.kind = WaitKind::pert;
    pert.low = 1.0;
    pert.likely = 2.0;
    pert.high = 4.0;
    Touchpoint changed = book();
    changed.behaviour.wait = waits({{"a", weibull}, {"b", pert}});
    Each each;
    each.wait = 0.5;
    apply_each(each, changed);
    const auto& entries = changed.behaviour.wait->entries;
    CHECK(entries[0].wait.shape.likely == 1.5);
    CHECK(entries[0].wait.scale.likely == 5.0);
    CHECK_FALSE(entries[0].wait.scale.uncertain());
    CHECK(entries[1].wait.low.likely == 0.5);
    CHECK(entries[1].wait.likely.likely == 1.0);
    CHECK(entries[1].wait.high.likely == 2.0);
    each.wait = 0.0;
    apply_each(each, changed);
    CHECK(entries[0].wait.kind == WaitKind::fixed);
    CHECK(entries[0].wait.mean.likely == 0.0);
}

TEST_CASE("each: money, effort, refers and patience are multiplied for every persona",
          "[journey][each]") {
    Touchpoint changed = book();
    changed.behaviour.effort = 3.0;
    changed.behaviour.patience = table({{"a", 4.0}});
    changed.for_persona.emplace_back(name("p"), Behaviour{});
    changed.for_persona[0].second.revenue = 10.0;
    changed.for_persona[0].second.refers = 0.5;
    Each each;
    each.effort = 2.0;
    each.revenue = 1.5;
    each.refers = 3.0;
    each.patience = 0.25;
    apply_each(each, changed);
    CHECK(changed.behaviour.effort->likely == 6.0);
    CHECK_FALSE(changed.behaviour.revenue);
    CHECK(changed.for_persona[0].second.revenue->likely == 15.0);
    CHECK(changed.for_persona[0].second.refers->likely == 1.5);
    CHECK(changed.behaviour.patience->entries[0].number.likely == 1.0);
    each.patience = 0.0;
    apply_each(each, changed);
    CHECK(changed.behaviour.patience->entries[0].number.likely > 0);
}

TEST_CASE("each: cost_add comes after the multiplication and where no cost was given",
          "[journey][each]") {
    Touchpoint changed = book();
    changed.for_persona.emplace_back(name("p"), Behaviour{});
    changed.for_persona.emplace_back(name("q"), Behaviour{});
    changed.for_persona[1].second.cost = 4.0;
    Each each;
    each.cost = 0.5;
    each.cost_add = 1.5;
    apply_each(each, changed);
    CHECK(changed.behaviour.cost->likely == 1.5);
    CHECK_FALSE(changed.for_persona[0].second.cost);  // still that of the touchpoint
    CHECK(changed.for_persona[1].second.cost->likely == 3.5);
}
