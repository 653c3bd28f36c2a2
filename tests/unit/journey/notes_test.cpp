#include "journey/notes.hpp"

#include <tuple>

#include <catch2/catch.hpp>

#include "tests/support/journey_text.hpp"

using namespace cjm;

namespace {

const char* const text = R"(
[journey]
title = "t"
start = "a"

[[stage]]
id = "first"
support = ["Chat"]

[[stage]]
id = "second"

[[touchpoint]]
id = "a"
stage = "first"
tags = ["mobile", "web"]
next = { b = 1 }

[[touchpoint]]
id = "b"
stage = "second"
next = { c = 1 }
[touchpoint.after.bad]
next = { help = 1 }

[[touchpoint]]
id = "c"
stage = "second"
next = { done = 1 }

[[touchpoint]]
id = "help"
stage = "second"
tags = ["support"]
next = { done = 1 }

[[outcome]]
id = "done"
kind = "success"
)";

}  // namespace

TEST_CASE("notes: tags, rows of touchpoint and stage, support near", "[journey][notes]") {
    const Journey journey = cjm::testing::journey_from(text);
    const auto& [a, b, c, help] = std::tie(journey.touchpoints[0], journey.touchpoints[1],
                                           journey.touchpoints[2], journey.touchpoints[3]);
    CHECK(has_tag(a, "mobile"));
    CHECK(!has_tag(a, "mob"));
    CHECK(fills_row(journey, a, BuiltInRow::support));
    CHECK(!fills_row(journey, b, BuiltInRow::support));
    CHECK(!fills_row(journey, a, BuiltInRow::ideas));
    CHECK(support_near(journey, a));     // its stage says so
    CHECK(support_near(journey, b));     // one step after a bad moment
    CHECK(!support_near(journey, c));    // its stage has support, but it does not lead there
    CHECK(support_near(journey, help));  // itself
    CHECK(is_annotated(journey));
}

TEST_CASE("notes: a bare model has none", "[journey][notes]") {
    CHECK(!is_annotated(cjm::testing::journey_from(
        "[journey]\ntitle = \"t\"\nstart = \"a\"\n[[touchpoint]]\nid = \"a\"\nnext = { done = 1 "
        "}\n[[outcome]]\nid = \"done\"\nkind = \"success\"\n")));
}
