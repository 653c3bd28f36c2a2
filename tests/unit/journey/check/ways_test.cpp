// Advice on where customers get.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/support/checked.hpp"

using cjm::testing::checked;

namespace {

using Told = std::vector<std::string>;

const std::string ends =
    "[[outcome]]\nid = \"done\"\nkind = \"success\"\n[[outcome]]\nid = \"gone\"\nkind = \"lost\"\n";
const std::string two_personas =
    "[[persona]]\nid = \"p\"\nshare = 0.5\n[[persona]]\nid = \"q\"\nshare = 0.5\n";

std::string journey(const std::string& rest, const std::string& head = "") {
    return "[journey]\ntitle = \"t\"\nstart = \"a\"\n" + head + "\n" + rest + ends;
}

std::string touchpoint(const std::string& id, const std::string& next,
                       const std::string& keys = "") {
    return fmt::format("[[touchpoint]]\nid = \"{}\"\nnext = {{ {} }}\n{}", id, next, keys);
}

std::string scenario(const std::string& id, const std::string& rest) {
    return fmt::format("[[scenario]]\nid = \"{}\"\n{}", id, rest);
}

}  // namespace

TEST_CASE("reach: reached in a scenario only is reached", "[journey][check]") {
    const std::string base =
        touchpoint("a", "done = 0.5, gone = 0.4") + touchpoint("b", "done = 1");
    CHECK(checked(journey(base), "unreachable-touchpoint").size() == 1);
    CHECK(checked(journey(base + scenario("s", "[scenario.touchpoint.a]\nnext = { b = 1 }\n")),
                  "unreachable-touchpoint")
              .empty());
    CHECK(checked(journey(touchpoint("a", "done = 1") +
                          scenario("s", "[scenario.touchpoint.a]\nnext = { gone = 1 }\n")),
                  "unreachable-outcome")
              .empty());
}

TEST_CASE("reach: what a scenario adds and nobody gets to is told with the scenario",
          "[journey][check]") {
    const std::string added = "[scenario.touchpoint.chat]\nnew = true\nnext = { done = 1 }\n";
    CHECK(checked(journey(touchpoint("a", "done = 0.5, gone = 0.4") + scenario("s", added)),
                  "unreachable-touchpoint") == Told{"nobody gets to touchpoint \"chat\": no way "
                                                    "leads there from the start (scenario \"s\")"});
}

TEST_CASE("reach: by a share of 0, a start of 0 or a persona of 0 nobody comes",
          "[journey][check]") {
    CHECK(checked(journey(touchpoint("a", "done = 1, b = 0") + touchpoint("b", "gone = 1")),
                  "unreachable-touchpoint")
              .size() == 1);
    const std::string two = touchpoint("a", "done = 1") + touchpoint("b", "gone = 1");
    CHECK(checked("[journey]\ntitle = \"t\"\nstart = { a = 1, b = 0 }\n" + two + ends,
                  "unreachable-touchpoint")
              .size() == 1);
    CHECK(checked(
              journey(two + "[[persona]]\nid = \"p\"\nshare = 1\n[[persona]]\nid = \"q\"\nshare = "
                            "0\nstart = \"b\"\n"),
              "unreachable-touchpoint")
              .size() == 1);
}

TEST_CASE("no success: told once where there is none at all", "[journey][check]") {
    CHECK(checked(journey(touchpoint("a", "b = 1") + touchpoint("b", "gone = 1")),
                  "no-success-ahead") == Told{"no success can be reached from the start"});
    CHECK(checked(journey(touchpoint("a", "gone = 1"), "success = [\"gone\"]"), "no-success-ahead")
              .empty());
}

TEST_CASE("no success: for a persona, and in a scenario", "[journey][check]") {
    const std::string text =
        touchpoint("a", "done = 0.5, b = 0.5") +
        touchpoint("b", "done = 1", "[touchpoint.for.q]\nnext = { gone = 1 }\n") + two_personas;
    CHECK(checked(journey(text), "no-success-ahead") ==
          Told{"no success can be reached from touchpoint \"b\" (persona \"q\")"});
    CHECK(checked(journey(touchpoint("a", "done = 0.5, b = 0.5") + touchpoint("b", "done = 1") +
                          scenario("s", "[scenario.touchpoint.b]\nnext = { gone = 1 }\n")),
                  "no-success-ahead") ==
          Told{"no success can be reached from touchpoint \"b\" (scenario \"s\")"});
}

TEST_CASE("no success: who is still there at the horizon may count as one", "[journey][check]") {
    const std::string text = touchpoint("a", "a = 0.9", "wait.a = \"1 d\"\npatience.a = \"9 d\"\n");
    CHECK(checked(journey(text, "horizon = \"9 d\"\nsuccess = [\"done\", \"in_progress\"]"),
                  "no-success-ahead")
              .empty());
    CHECK(checked(journey(text, "horizon = \"9 d\""), "no-success-ahead").size() == 1);
}

TEST_CASE("bad moment: felt later where somebody can leave later", "[journey][check]") {
    const std::string a = touchpoint("a", "b = 1", "experience = { bad = 0.1 }\n");
    const auto told = [&](const std::string& b, const std::string& head = "") {
        const std::string text = journey(a + touchpoint("b", b), head);
        return fmt::format("{} {}", checked(text, "bad-moment-felt-later").size(),
                           checked(text, "bad-moment-without-effect").size());
    };
    CHECK(told("done = 0.9") == "1 0");
    CHECK(told("done = 1") == "0 1");
    CHECK(told("done = 0.9", "[goodwill]\nhazard_ratio = 1") == "0 1");
}

TEST_CASE("bad moment: other ways it may matter", "[journey][check]") {
    const auto told = [](const std::string& keys, const std::string& rest = "") {
        const std::string text =
            journey(touchpoint("a", "b = 1", keys) + touchpoint("b", "done = 0.9") + rest);
        return checked(text, "bad-moment-felt-later").size();
    };
    CHECK(told("experience = { good = 0.1 }\n") == 0);
    CHECK(told("experience = { bad = 0.1 }\nafter.bad.next = { gone = 1 }\n") == 0);
    CHECK(told("experience = { bad = 0.1 }\nafter.good.next = { gone = 0.5 }\n") == 1);
    CHECK(told("",
               "[[scenario]]\nid = \"s\"\n[scenario.touchpoint.a]\nexperience = { bad = 0.1 }\n") ==
          1);
}

TEST_CASE("bad moment: causes whose hazard is 0 leave nobody", "[journey][check]") {
    CHECK(checked(journey(touchpoint("a", "done = 0.9",
                                     "experience = { bad = 0.1 }\ncauses = { price = 1 }\n") +
                          two_personas + "hazard = { price = 0 }\n"),
                  "bad-moment-without-effect") ==
          Told{"a bad moment at touchpoint \"a\" makes nobody leave, there or later: the hazards "
               "of its "
               "causes are multiplied by 0 (persona \"q\")"});
}

TEST_CASE("long wait: told once, for those who bear no limit", "[journey][check]") {
    const auto told = [](const std::string& keys) {
        return checked(journey(touchpoint("a", "done = 0.5, gone = 0.3", keys) + two_personas),
                       "long-wait-without-patience");
    };
    CHECK(told("wait.done = \"3 d\"\n").empty());
    CHECK(told("wait.done = \"4 d\"\n") == Told{"customers wait 4 d on average from \"a\" to "
                                                "\"done\" and nobody loses patience; who waits "
                                                "over 3 d may"});
    CHECK(told("wait.done = \"4 d\"\npatience.done = \"9 d\"\n").empty());
    CHECK(told("wait = { done = \"4 d\", gone = \"1 w\" }\n[touchpoint.for.p]\npatience = { done = "
               "\"9 d\", "
               "gone = \"9 d\" }\n") == Told{"customers wait up to 7 d on average from \"a\" to "
                                             "\"done\" and \"gone\" and nobody loses "
                                             "patience; who waits over 3 d may (persona \"q\")"});
    CHECK(told("wait.done = { distribution = \"uniform\", low = \"2 d\", high = \"5 d\" }\n")
              .size() == 1);
    CHECK(checked(journey(touchpoint("a", "b = 0.5", "wait.b = \"4 d\"\n") +
                          touchpoint("b", "done = 0.5", "wait.done = \"9 d\"\n")),
                  "long-wait-without-patience") ==
          Told{"customers wait 9 d on average from \"b\" to \"done\" and nobody loses patience; who "
               "waits over 3 d may; so it is at \"a\""});
}

TEST_CASE("channel switches: counted on the likeliest way to a success", "[journey][check]") {
    const auto told = [](const std::string& keys, const std::string& direct = "0.1") {
        return checked(
            journey(touchpoint("a", "b = 0.5, c = " + direct, "channel = \"web\"\n" + keys) +
                    touchpoint("b", "c = 0.9", "channel = \"phone\"\n") +
                    touchpoint("c", "done = 1", "channel = \"web\"\n")),
            "channel-switches");
    };
    CHECK(told("") ==
          Told{"the likeliest way to a success changes channel 2 times without handing over: a "
               "(web) > b (phone), b (phone) > c (web)"});
    CHECK(told("seamless.b = true\n").empty());
    CHECK(told("seamless.b = false\n").size() == 1);
    CHECK(told("", "0.46").empty());  // above 0.5 x 0.9 the direct way is the likeliest
    CHECK(told("", "0.44").size() == 1);
}

TEST_CASE("channel switches: told once for all scenarios, where the first hand-over is missing",
          "[journey][check]") {
    const auto text = [](const std::string& keys) {
        std::string all = journey(touchpoint("a", "b = 0.9", "channel = \"web\"\n" + keys) +
                                      touchpoint("b", "c = 0.9", "channel = \"phone\"\n") +
                                      touchpoint("c", "done = 1", "channel = \"web\"\n"),
                                  "");
        for (const char* id : {"one", "two"})
            all += std::string("[[scenario]]\nid = \"") + id +
                   "\"\n[scenario.touchpoint.a]\nseamless = { b = false }\nnext = { b = 0.8 }\n";
        return all;
    };
    CHECK(checked(text(""), "channel-switches").size() == 1);
    const Told once = checked(text("seamless.b = true\n"), "channel-switches");
    REQUIRE(once.size() == 1);
    CHECK(once[0].ends_with("(scenarios \"one\" and \"two\")"));
}

TEST_CASE("idle fade: nothing is forgotten, or nothing within one moment", "[journey][check]") {
    const auto told = [](const std::string& fade, const std::string& moments) {
        return checked(
            journey(touchpoint("a", "a = 0.5, done = 0.4", moments), "[goodwill]\nfade = " + fade),
            "idle-fade");
    };
    const std::string both = "experience = { good = 0.5, bad = 0.1 }\n";
    CHECK(told("0", both).empty());
    CHECK(told("0.016", both).size() == 1);
    CHECK(told("0.016", both)[0].find("at most 60 points") != std::string::npos);
    CHECK(told("0.05", both) ==
          Told{"a fade of 0.05 forgets nothing within 19 points of the start goodwill, "
               "and one moment moves it by at most 12: parts of a point are cut off"});
    CHECK(told("0.09", both).empty());
    CHECK(told("0.05", both + "weight = 2\n").empty());
    CHECK(told("0.09", "experience = { good = 0.5 }\n").size() == 1);  // one point at a time
}
