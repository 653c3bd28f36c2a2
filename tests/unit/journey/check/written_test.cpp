// Warnings and advice on what is written.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/support/checked.hpp"

using cjm::testing::checked;

namespace {

using Told = std::vector<std::string>;

std::string journey(const std::string& keys, const std::string& rest = "") {
    return "[journey]\ntitle = \"t\"\nstart = \"a\"\n[[touchpoint]]\nid = \"a\"\nnext = { done = "
           "0.9 }\n" +
           keys + "\n" + rest + "[[outcome]]\nid = \"done\"\nkind = \"success\"\n";
}

const std::string two_personas =
    "[[persona]]\nid = \"p\"\nshare = 0.5\n[[persona]]\nid = \"q\"\nshare = 0.5\n";

}  // namespace

TEST_CASE("hidden value: by each persona that has its own and is not changed itself",
          "[journey][check]") {
    const std::string own = "[touchpoint.for.p]\neffort = 1\n[touchpoint.for.q]\neffort = 2\n";
    const auto told = [&](const std::string& change) {
        return checked(
            journey(own,
                    two_personas + "[[scenario]]\nid = \"s\"\n[scenario.touchpoint.a]\n" + change),
            "hidden-by-persona");
    };
    CHECK(told("effort = 3\n") ==
          Told{"`effort` of scenario \"s\" at touchpoint \"a\" changes nothing for "
               "personas \"p\" and \"q\": their own `effort` stays"});
    CHECK(told("effort = 3\nfor.p.effort = 1\n") ==
          Told{"`effort` of scenario \"s\" at touchpoint \"a\" changes nothing for persona \"q\": "
               "its own "
               "`effort` stays"});
    CHECK(told("cost = 3\n").empty());
    CHECK(told("for.p.effort = 1\n").empty());
}

TEST_CASE("hidden value: after is one key of a persona", "[journey][check]") {
    const std::string text = journey(
        "[touchpoint.for.p]\nafter.bad.next = { done = 0.5 }\n",
        two_personas +
            "[[scenario]]\nid = \"s\"\n[scenario.touchpoint.a]\nafter.good.next = { done = 1 }\n");
    CHECK(checked(text, "hidden-by-persona").size() == 1);
}

TEST_CASE("idle each: says what is missing", "[journey][check]") {
    const auto told = [](const std::string& where) {
        return checked(journey("channel = \"web\"\ntags = [\"x\"]\n",
                               "[[scenario]]\nid = \"s\"\n[[scenario.each]]\nwhere = " + where +
                                   "\ncost = 2\n"),
                       "idle-each");
    };
    CHECK(told("{ channel = \"web\", tag = \"x\" }").empty());
    CHECK(told("{ owner = \"us\" }").empty());
    CHECK(told("{ channel = \"web\", owner = \"partner\" }") ==
          Told{"`where` matches no touchpoint: channel \"web\" and owner \"partner\""});
    CHECK(told("{ moment = \"buy\" }").size() == 1);
}

TEST_CASE("idle each: one spelling of a word is as good as another", "[journey][check]") {
    const auto told = [](const std::string& typed, const std::string& wanted) {
        return checked(journey("channel = \"" + typed + "\"\n",
                               "[[scenario]]\nid = \"s\"\n[[scenario.each]]\nwhere.channel = \"" +
                                   wanted + "\"\ncost = 2\n"),
                       "idle-each")
            .size();
    };
    CHECK(told("\u1ec7", "e\u0323\u0302") == 0);
    CHECK(told("\u1ec7", "\u00ea") == 1);
}

TEST_CASE("idle hazard: a cause counts where a touchpoint names it with a weight",
          "[journey][check]") {
    const auto told = [](const std::string& keys, const std::string& hazard,
                         const std::string& rest = "") {
        return checked(
                   journey(keys, "[[scenario]]\nid = \"s\"\nhazard = { " + hazard + " }\n" + rest),
                   "idle-hazard")
            .size();
    };
    CHECK(told("", "dissatisfaction = 2") == 0);
    CHECK(told("causes = { price = 1 }\n", "dissatisfaction = 2") == 1);
    CHECK(told("causes = { price = 1, neglect = 0 }\n", "neglect = 2") == 1);
    CHECK(told("", "price = 2", "[scenario.touchpoint.a]\ncauses = { price = 1 }\n") == 0);
    CHECK(told("causes = { price = 1 }\n", "dissatisfaction = 2",
               "[scenario.touchpoint.b]\nnew = true\nnext = { done = 1 }\n") == 0);
    CHECK(told("", "delay = 2") == 1);
    CHECK(told("wait.done = \"1 d\"\npatience.done = \"1 d\"\n", "delay = 2") == 0);
}

TEST_CASE("idle hazard: of a persona, named by any scenario", "[journey][check]") {
    const std::string persona = "[[persona]]\nid = \"p\"\nhazard = { price = 2 }\n";
    CHECK(checked(journey("", persona), "idle-hazard") ==
          Told{"the hazard of \"price\" of persona \"p\" multiplies nothing: no touchpoint names "
               "that cause"});
    CHECK(checked(
              journey("", persona +
                              "[[scenario]]\nid = \"s\"\n[scenario.touchpoint.a]\ncauses = { price "
                              "= 1 }\n"),
              "idle-hazard")
              .empty());
}

TEST_CASE("idle target: of wait, patience and seamless, for personas and scenarios too",
          "[journey][check]") {
    const std::string other = "[[touchpoint]]\nid = \"b\"\nnext = { a = 0.5 }\n";
    const auto told = [&](const std::string& keys, const std::string& rest = "") {
        return checked(journey(keys, other + rest), "idle-target");
    };
    CHECK(told("wait.b = \"1 d\"\n") ==
          Told{"`wait` names \"b\", but touchpoint \"a\" never leads there"});
    CHECK(told("patience.b = \"1 d\"\nseamless.b = true\n").size() == 2);
    CHECK(told("wait.b = \"1 d\"\nafter.bad.next = { b = 0.5 }\n").empty());
    CHECK(told("wait.b = \"1 d\"\n[touchpoint.for.p]\nnext = { b = 0.5 }\n",
               "[[persona]]\nid = \"p\"\n")
              .empty());
    CHECK(
        told("wait.b = \"1 d\"\n",
             "[[scenario]]\nid = \"s\"\n[scenario.touchpoint.a]\nnext = { b = 0.5, done = 0.5 }\n")
            .empty());
    CHECK(
        told("", "[[scenario]]\nid = \"s\"\n[scenario.touchpoint.a]\nwait.b = \"1 d\"\n").size() ==
        1);
    CHECK(told("",
               "[[scenario]]\nid = \"s\"\n[scenario.touchpoint.c]\nnew = true\nnext = { done = 1 "
               "}\nwait.b = \"1 d\"\n")
              .size() == 1);
}

TEST_CASE("pains: ideas of the touchpoint or of its stage answer them", "[journey][check]") {
    const auto told = [](const std::string& stage, const std::string& keys) {
        return checked(journey("stage = \"s\"\n" + keys, "[[stage]]\nid = \"s\"\n" + stage),
                       "pains-without-ideas");
    };
    const std::string pains = "pains = [\"slow\"]\n", ideas = "ideas = [\"quick\"]\n";
    CHECK(told("", pains) == Told{"touchpoint \"a\" has pains and no ideas against them"});
    CHECK(told("", pains + ideas).empty());
    CHECK(told(ideas, pains).empty());
    CHECK(told(pains, "") == Told{"stage \"s\" has pains and no ideas against them"});
    CHECK(told(pains, ideas).empty());
}

TEST_CASE("stages: used by a scenario is used; eight are not too many", "[journey][check]") {
    const auto stages = [](int count) {
        std::string text;
        for (int i = 0; i < count; ++i) text += fmt::format("[[stage]]\nid = \"s{}\"\n", i);
        return text;
    };
    CHECK(checked(journey("stage = \"s0\"\n", stages(8)), "many-stages").empty());
    CHECK(checked(journey("stage = \"s0\"\n", stages(9)), "many-stages").size() == 1);
    CHECK(checked(journey("stage = \"s0\"\n", stages(3)), "empty-stage").size() == 2);
    CHECK(
        checked(journey("stage = \"s0\"\n",
                        stages(2) +
                            "[[scenario]]\nid = \"r\"\n[scenario.touchpoint.a]\nstage = \"s1\"\n"),
                "empty-stage")
            .empty());
}

TEST_CASE("moment of truth: ours is fine, a partner's is not ours", "[journey][check]") {
    const auto told = [](const std::string& keys) {
        return checked(journey("moment_of_truth = true\n" + keys), "moment-of-truth-not-ours");
    };
    CHECK(told("").empty());
    CHECK(told("owner = \"us\"\n").empty());
    CHECK(told("owner = \"partner\"\n") ==
          Told{"touchpoint \"a\" is declared a moment of truth, but a partner "
               "owns it: it is outside our control"});
    CHECK(checked(journey("moment_of_truth = false\nowner = \"partner\"\n"),
                  "moment-of-truth-not-ours")
              .empty());
}

TEST_CASE("lost as success: told where `success` names such an outcome", "[journey][check]") {
    const auto told = [](const std::string& success) {
        return checked("[journey]\ntitle = \"t\"\nstart = \"a\"\n" + success +
                           "[[touchpoint]]\nid = \"a\"\nnext = { done = 0.5, gone = 0.4 }\n"
                           "[[outcome]]\nid = \"done\"\nkind = \"success\"\n"
                           "[[outcome]]\nid = \"gone\"\nkind = \"lost\"\n",
                       "lost-as-success");
    };
    CHECK(told("").empty());
    CHECK(told("success = [\"done\"]\n").empty());
    CHECK(told("success = [\"done\", \"gone\"]\n") ==
          Told{"outcome \"gone\" counts as success here, but its kind is \"lost\""});
}
