#include <catch2/catch.hpp>

#include "tests/support/checked.hpp"

using cjm::testing::checked;

namespace {

using Told = std::vector<std::string>;

const std::string ends = R"(
[[outcome]]
id = "done"
kind = "success"
)";

/// book > remind > book, for ever unless `remind` says otherwise
std::string loop(const std::string& journey, const std::string& remind,
                 const std::string& rest = "") {
    return "[journey]\ntitle = \"t\"\nstart = \"book\"\n" + journey +
           "[[touchpoint]]\nid = \"book\"\nnext = { remind = 1 }\n"
           "[[touchpoint]]\nid = \"remind\"\n" +
           remind + rest + ends;
}

Told endless(const std::string& text) {
    return checked(text, "endless-loop");
}

const std::string going_round =
    "customers go round book > remind > book and nobody can leave; every touchpoint must lead to "
    "an end";

}  // namespace

TEST_CASE("endless loop: named, at the first of its touchpoints", "[journey][check]") {
    const auto told = checked(loop("", "next = { book = 1 }\n"));
    REQUIRE_FALSE(told.empty());
    CHECK(told[0].find("no-success-ahead") == std::string::npos);
    CHECK(endless(loop("", "next = { book = 1 }\n")) == Told{going_round});
}

TEST_CASE("endless loop: a leave, an outcome or a patience ends it", "[journey][check]") {
    CHECK(endless(loop("", "next = { book = 0.9999999 }\n")).empty());
    CHECK(endless(loop("", "next = { book = 0.9, done = 0.1 }\n")).empty());
    CHECK(endless(loop("", "next = { book = 1 }\nwait.book = \"1 d\"\npatience.book = \"30 d\"\n"))
              .empty());
}

TEST_CASE("endless loop: shares that sum to 1 within 1e-9 leave nobody", "[journey][check]") {
    CHECK(endless(loop("", "next = { book = 0.9999999999 }\n")) == Told{going_round});
}

TEST_CASE("endless loop: patience that cannot run out does not end it", "[journey][check]") {
    const std::string patient = "next = { book = 1 }\npatience.book = \"30 d\"\n";
    CHECK(endless(loop("", patient)) == Told{going_round});
    CHECK(endless(loop("", patient + "wait.book = \"0\"\n")) == Told{going_round});
    CHECK(endless(loop("", patient + "wait.book = \"1 d\"\n",
                       "[[persona]]\nid = \"p\"\nhazard = { delay = 0 }\n")) == Told{going_round});
}

TEST_CASE("endless loop: a share of 0 is no way out, and neither is an experience that never comes",
          "[journey][check]") {
    CHECK(endless(loop("", "next = { book = 1, done = 0 }\n")) == Told{going_round});
    CHECK(endless(loop("", "next = { book = 1 }\nafter.bad.next = { done = 1 }\n")) ==
          Told{going_round});
    CHECK(endless(loop("",
                       "next = { book = 1 }\nafter.bad.next = { done = 1 }\n"
                       "experience = { bad = 0.1 }\n"))
              .empty());
    CHECK(endless(loop("", "next = { done = 1 }\nafter.neutral.next = { book = 1 }\n")) ==
          Told{going_round});
}

TEST_CASE("endless loop: hazards multiplied by 0 remove the leave", "[journey][check]") {
    const std::string price = "next = { book = 0.9 }\ncauses = { price = 1 }\n";
    CHECK(endless(loop("", price)).empty());
    CHECK(
        endless(loop("", price,
                     "[[persona]]\nid = \"a\"\nshare = 0.5\n[[persona]]\nid = \"b\"\nshare = 0.5\n"
                     "hazard = { price = 0 }\n")) == Told{going_round + " (persona \"b\")"});
    CHECK(endless(loop("", price, "[[scenario]]\nid = \"free\"\nhazard = { price = 0 }\n")) ==
          Told{going_round + " (scenario \"free\")"});
    CHECK(endless(loop("", "next = { book = 0.9 }\ncauses = { price = 1, neglect = 1 }\n",
                       "[[scenario]]\nid = \"free\"\nhazard = { price = 0 }\n"))
              .empty());
}

TEST_CASE("endless loop: a scenario that closes the only way out", "[journey][check]") {
    const std::string open = "next = { book = 0.9 }\n";
    CHECK(endless(loop("", open, "[[scenario]]\nid = \"s\"\n[[scenario.each]]\nleave = 0\n")) ==
          Told{going_round + " (scenario \"s\")"});
    CHECK(
        endless(loop("", open,
                     "[[scenario]]\nid = \"s\"\n[scenario.touchpoint.remind]\nnext = { book = 1 }\n"
                     "[[scenario]]\nid = \"t\"\n[scenario.touchpoint.remind]\nnext = { book = 1 }\n"
                     "[[scenario]]\nid = \"u\"\ncost = 1\n")) ==
        Told{going_round + " (scenarios \"s\" and \"t\")"});
    CHECK(endless(loop("", "next = { book = 1 }\nwait.book = \"1 d\"\npatience.book = \"9 d\"\n",
                       "[[scenario]]\nid = \"s\"\n[[scenario.each]]\nwait = 0\n")) ==
          Told{going_round + " (scenario \"s\")"});
}

TEST_CASE("endless loop: what the journey as it is has is not told again for its scenarios",
          "[journey][check]") {
    CHECK(endless(loop("", "next = { book = 1 }\n",
                       "[[scenario]]\nid = \"s\"\nhazard = { price = 0 }\n")) == Told{going_round});
}

TEST_CASE("endless loop: only what customers reach counts, persona by persona",
          "[journey][check]") {
    const std::string aside =
        "[[touchpoint]]\nid = \"aside\"\nnext = { aside = 1 }\n"
        "[[persona]]\nid = \"a\"\nshare = 0.5\n[[persona]]\nid = \"b\"\nshare = 0.5\n";
    CHECK(endless(loop("", "next = { done = 1 }\n", aside)).empty());
    CHECK(endless(loop("", "next = { done = 1 }\n", aside + "start = \"aside\"\n")) ==
          Told{"customers go round aside > aside and nobody can leave; every touchpoint must lead "
               "to an "
               "end (persona \"b\")"});
}

TEST_CASE("endless loop: what only leads to it is not named", "[journey][check]") {
    const std::string text =
        loop("", "next = { trap = 1 }\n",
             "[[touchpoint]]\nid = \"trap\"\nnext = { pit = 1 }\n"
             "[[touchpoint]]\nid = \"pit\"\nnext = { trap = 0.5, pit = 0.5 }\n");
    CHECK(endless(text) == Told{"customers go round trap > pit > trap and nobody can leave; every "
                                "touchpoint must lead to an end"});
}

TEST_CASE("endless loop: a horizon excuses a loop with a wait on every way round",
          "[journey][check]") {
    const std::string horizon = "horizon = \"100 d\"\n";
    CHECK(endless(loop(horizon, "next = { book = 1 }\nwait.book = \"1 d\"\n")).empty());
    CHECK(endless(loop("", "next = { book = 1 }\nwait.book = \"1 d\"\n")) == Told{going_round});
    CHECK(endless(loop(horizon,
                       "next = { book = 1 }\nwait.book = { distribution = \"uniform\", low = "
                       "\"0\", high = \"1 h\" }\n"))
              .empty());
    const Told without_wait{
        "customers go round book > remind > book without a wait and nobody can leave; every "
        "touchpoint "
        "must lead to an end"};
    CHECK(endless(loop(horizon, "next = { book = 1 }\n")) == without_wait);
    CHECK(endless(loop(horizon, "next = { book = 1 }\nwait.book = \"0 d\"\n")) == without_wait);
}

TEST_CASE("endless loop: one way round without a wait is enough under a horizon",
          "[journey][check]") {
    CHECK(endless(loop("horizon = \"100 d\"\n",
                       "next = { book = 0.5, remind = 0.5 }\nwait.book = \"1 d\"\n")) ==
          Told{"customers go round remind > remind without a wait and nobody can leave; every "
               "touchpoint must lead to an end"});
}

TEST_CASE("endless loop: leading to a loop that the horizon ends is an end", "[journey][check]") {
    CHECK(endless(
              loop("horizon = \"100 d\"\n", "next = { renew = 0.5, remind = 0.5 }\n",
                   "[[touchpoint]]\nid = \"renew\"\nnext = { renew = 1 }\nwait.renew = \"30 d\"\n"))
              .empty());
}

TEST_CASE("endless loop: a scenario that takes the waits away loses the excuse",
          "[journey][check]") {
    CHECK(endless(loop("horizon = \"100 d\"\n", "next = { book = 1 }\nwait.book = \"1 d\"\n",
                       "[[scenario]]\nid = \"fast\"\n[[scenario.each]]\nwait = 0\n"))
              .size() == 1);
}

TEST_CASE("endless loop: a persona's own after replaces that of the touchpoint whole",
          "[journey][check]") {
    const std::string out_after_bad =
        "next = { book = 1 }\nexperience = { bad = 0.1 }\nafter.bad.next = { done = 1 }\n";
    const std::string own = "[touchpoint.for.p]\nafter.good.next = { done = 1 }\n";
    const std::string persona = "[[persona]]\nid = \"p\"\n";
    CHECK(endless(loop("", out_after_bad, persona)).empty());
    CHECK(endless(loop("", out_after_bad + own, persona)) == Told{going_round});
}
