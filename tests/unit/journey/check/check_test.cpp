#include "journey/check/check.hpp"

#include <memory>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "journey/parse/parse.hpp"
#include "journey/scenario.hpp"
#include "tests/support/checked.hpp"

using cjm::testing::checked;

namespace {

cjm::Journey read(const std::string& text) {
    return *cjm::parse_journey(std::make_shared<cjm::SourceText>(cjm::SourceText{"t.toml", text}))
                .value;
}

const std::string two_redesigns = R"([journey]
title = "t"
start = "a"
[[touchpoint]]
id = "a"
next = { a = 0.9 }
causes = { price = 1, neglect = 1 }
[[outcome]]
id = "done"
kind = "success"
[[scenario]]
id = "cheap"
hazard = { price = 0 }
[[scenario]]
id = "caring"
hazard = { neglect = 0 }
)";

}  // namespace

TEST_CASE("check: scenarios applied together may close a loop that neither closes alone",
          "[journey][check]") {
    const cjm::Journey journey = read(two_redesigns);
    CHECK_FALSE(cjm::has_errors(cjm::check_journey(journey)));
    CHECK(cjm::check_structure(journey).empty());
    const auto cheap = apply_scenario(journey, cjm::ScenarioId(0));
    CHECK(cjm::check_structure(cheap).empty());
    const auto both = cjm::check_structure(apply_scenario(cheap, cjm::ScenarioId(1)));
    REQUIRE(both.size() == 1);
    CHECK(both[0].id == "endless-loop");
}

TEST_CASE("check: a horizon that is lifted takes the excuse of a loop with it",
          "[journey][check]") {
    cjm::Journey journey = read(
        "[journey]\ntitle = \"t\"\nstart = \"a\"\nhorizon = \"9 d\"\n"
        "[[touchpoint]]\nid = \"a\"\nnext = { a = 1 }\nwait.a = \"1 d\"\n"
        "[[outcome]]\nid = \"done\"\nkind = \"success\"\n");
    CHECK(cjm::check_structure(journey).empty());
    journey.horizon_days.reset();
    CHECK(cjm::check_structure(journey).size() == 1);
}

TEST_CASE("check: what is found comes in the order of the file", "[journey][check]") {
    const auto found = cjm::check_journey(read(
        "[journey]\ntitle = \"t\"\nstart = \"a\"\n[[touchpoint]]\nid = \"lone\"\nnext = { a = 1 }\n"
        "[[touchpoint]]\nid = \"a\"\nnext = { a = 1 }\n[[outcome]]\nid = \"done\"\nkind = "
        "\"success\"\n"));
    REQUIRE(found.size() == 3);
    CHECK(found[0].id == "unreachable-touchpoint");
    CHECK(found[1].id == "endless-loop");
    CHECK(found[2].id == "unreachable-outcome");
}

TEST_CASE("check: more scenarios than can be looked at are named", "[journey][check]") {
    std::string text = "[journey]\ntitle = \"t\"\nstart = \"t0\"\n";
    for (int i = 0; i < 2000; ++i)
        text += fmt::format("[[touchpoint]]\nid = \"t{}\"\nnext = {{ {} = 1 }}\n", i,
                            i < 1999 ? fmt::format("t{}", i + 1) : "done");
    text += "[[outcome]]\nid = \"done\"\nkind = \"success\"\n";
    for (int i = 0; i < 1001; ++i) text += fmt::format("[[scenario]]\nid = \"s{}\"\ncost = 1\n", i);
    CHECK(checked(text, "scenarios-unchecked") ==
          std::vector<std::string>{"loops of this scenario and those after it are checked only "
                                   "when one is run: 1001 scenarios "
                                   "of 2000 touchpoints are too many to check at once"});
}

TEST_CASE("check: personas whom there are none of are not looked at", "[journey][check]") {
    const std::string text =
        "[journey]\ntitle = \"t\"\nstart = \"a\"\n[[persona]]\nid = \"all\"\nshare = 1\n"
        "[[persona]]\nid = \"none\"\nshare = {}\n[[touchpoint]]\nid = \"a\"\nnext = {{ done = 1 "
        "}}\n"
        "[touchpoint.for.none]\nnext = {{ a = 1 }}\n[[outcome]]\nid = \"done\"\nkind = "
        "\"success\"\n";
    CHECK(checked(fmt::format(fmt::runtime(text), "0"), "endless-loop").empty());
    CHECK(checked(fmt::format(fmt::runtime(text), "[0, 0, 0.1]"), "endless-loop").size() == 1);
}
