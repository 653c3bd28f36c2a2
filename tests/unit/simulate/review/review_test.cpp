#include "simulate/review/review.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "simulate/exact/answer.hpp"
#include "simulate/review/without_step.hpp"
#include "tests/support/journey_text.hpp"

using namespace cjm;
using namespace cjm::simulate;
using cjm::testing::journey_from;

namespace {

const std::string head =
    "[journey]\ntitle = \"t\"\nstart = \"search\"\n[friction]\ngoodwill = -3\n";
const std::string end = "[[outcome]]\nid = \"booked\"\nkind = \"success\"\n";

/// `search` (web) > `book` (desk), which leads back to `search` for one in ten.
std::string search(const std::string& target) {
    return "[[touchpoint]]\nid = \"search\"\nchannel = \"web\"\nexperience = { good = 0.4, bad = "
           "0.2 "
           "}\nnext = { " +
           target + " = 0.9 }\nwait = { " + target + " = \"2 d\" }\npatience = { " + target +
           " = \"9 d\" }\n";
}
const std::string book =
    "[[touchpoint]]\nid = \"book\"\nchannel = \"desk\"\nexperience = { good = 0.3, bad = 0.1 "
    "}\nnext = { booked = 0.7, search = 0.1 }\n";

std::string account(const std::string& keys) {
    return "[[touchpoint]]\nid = \"account\"\nchannel = \"web\"\n" + keys;
}

const std::string bad_account = account("experience = { bad = 0.3 }\nnext = { book = 0.7 }\n");

double success(const Journey& journey) {
    const auto answer = answer_exactly(journey, {});
    REQUIRE(answer.result);
    return answer.result->success.estimate;
}

std::vector<std::string> told(const std::string& text) {
    std::vector<std::string> found;
    for (const auto& diagnostic : review_journey(journey_from(text)))
        found.push_back(fmt::format("{}: {}", diagnostic.id, diagnostic.message));
    return found;
}

bool tells(const std::string& text, const std::string& id) {
    for (const auto& line : told(text))
        if (line.starts_with(id + ":")) return true;
    return false;
}

}  // namespace

TEST_CASE("without a step: success as in the journey written without it", "[simulate][review]") {
    const Journey with = journey_from(head + search("account") + bad_account + book + end);
    const Journey without = journey_from(head + search("book") + book + end);
    REQUIRE(only_target(with, TouchpointId(1)) == TouchpointId(2));
    CHECK(success(without_step(with, TouchpointId(1))) == Approx(success(without)).epsilon(1e-12));
    CHECK(success(with) < success(without) - 0.1);
}

TEST_CASE("without a step: what leads to several places is none", "[simulate][review]") {
    const auto target = [](const std::string& keys) {
        return only_target(journey_from(head + search("account") + account(keys) + book + end),
                           TouchpointId(1));
    };
    CHECK(target("next = { book = 0.7, search = 0 }\n") == TouchpointId(2));
    CHECK(!target("next = { book = 0.7, search = 0.1 }\n"));
    CHECK(!target("next = { booked = 0.7 }\n"));
    CHECK(!target("next = { book = 0.7 }\n[touchpoint.after.bad]\nnext = { search = 0.5 }\n"));
}

TEST_CASE("review: a step nobody needs", "[simulate][review]") {
    const auto journey = [](const std::string& keys) {
        return head + search("account") + account(keys) + book + end;
    };
    const std::string bad = "experience = { bad = 0.3 }\nnext = { book = 0.7 }\n";
    CHECK(tells(journey(bad), "unneeded-step"));
    CHECK(!tells(journey(bad + "revenue = 1\n"), "unneeded-step"));
    CHECK(!tells(journey(bad + "causes = { price = 1 }\n"), "unneeded-step"));  // turned down
    CHECK(!tells(journey(bad + "refers = 0.1\n"), "unneeded-step"));
    CHECK(!tells(journey(bad + "owner = \"partner\"\n"), "unneeded-step"));
    CHECK(!tells("[journey]\ntitle = \"t\"\nstart = { search = 0.5, account = 0.5 }\n" +
                     search("account") + bad_account + book + end,
                 "unneeded-step"));
    CHECK(!tells(journey(bad + "moment_of_truth = true\n"), "unneeded-step"));
    CHECK(!tells(journey("experience = { good = 0.3, bad = 0.2 }\nnext = { book = 0.7 }\n"),
                 "unneeded-step"));
    CHECK(!tells(journey("next = { book = 0.7 }\n"), "unneeded-step"));  // it annoys nobody
    CHECK(!tells(journey("experience = { bad = 0.01 }\nnext = { book = 1 }\n"),
                 "unneeded-step"));  // hardly anything is gained
    CHECK(!tells(journey(bad) + "[goodwill]\nfade = 0.1\n", "unneeded-step"));
}

// Without the step some 28 points more succeed; the paired interval of 20,000 customers is half a
// point wide.
TEST_CASE("review: sampled under a horizon, and where solving would take long",
          "[simulate][review]") {
    const std::string body = search("account") + bad_account + book + end;
    REQUIRE(told(head + body).size() == 1);
    CHECK(told(head + body)[0].find("simulated") == std::string::npos);
    const auto under = [&](const std::string& horizon) {
        return "[journey]\ntitle = \"t\"\nstart = \"search\"\nhorizon = \"" + horizon +
               "\"\n[friction]\ngoodwill = -3\n" + body;
    };
    REQUIRE(told(under("100 d")).size() == 1);
    CHECK(told(under("100 d"))[0].find("points more by 20000 simulated customers") !=
          std::string::npos);
    CHECK(told(under("1 d")).empty());  // nobody gets past the wait of two days
    // a loop of a million steps a customer: too few of them could be walked
    CHECK(
        told("[journey]\ntitle = \"t\"\nstart = \"a\"\n[[touchpoint]]\nid = \"a\"\nnext = { a = "
             "0.999998, booked = 0.000001 }\n[[touchpoint]]\nid = \"b\"\nnext = { booked = 1 }\n" +
             end)
            .empty());
    // 3,000 touchpoints that all lead to each other's neighbours
    std::string many = head + search("account") + bad_account + book;
    for (int i = 0; i < 3000; ++i)
        many += fmt::format("[[touchpoint]]\nid = \"x{}\"\nnext = {{ booked = 0.5 }}\n", i);
    CHECK(told(many + end).size() == 1);
    CHECK(told(many + end)[0].find("simulated customers") != std::string::npos);
}

TEST_CASE("review: a sampled figure is told only where its interval bears it out",
          "[simulate][review]") {
    const auto journey = [](const std::string& share) {
        return "[journey]\ntitle = \"t\"\nstart = \"search\"\nhorizon = \"9 "
               "d\"\n[[touchpoint]]\nid = "
               "\"search\"\nnext = { booked = 0.9, desk = " +
               share + " }\n[[touchpoint]]\nid = \"desk\"\nnext = { booked = 1 }\n" + end;
    };
    CHECK(tells(journey("0.004"), "rarely-reached"));
    // the interval of 20,000 customers reaches to 0.0108
    CHECK(!tells(journey("0.0095"), "rarely-reached"));
}

TEST_CASE("review: who hardly anybody comes to", "[simulate][review]") {
    const auto journey = [](const std::string& share, const std::string& keys) {
        return "[journey]\ntitle = \"t\"\nstart = \"search\"\n[[touchpoint]]\nid = "
               "\"search\"\nnext = { booked = 0.9, desk = " +
               share + " }\n[[touchpoint]]\nid = \"desk\"\n" + keys + "next = { booked = 1 }\n" +
               end;
    };
    CHECK(told(journey("0.004", "")) ==
          std::vector<std::string>{
              "rarely-reached: only 0.4 % of customers ever come to touchpoint \"desk\""});
    CHECK(told(journey("0.01", "")).empty());
    CHECK(told(journey("0", "")).empty());  // "unreachable-touchpoint" tells it
    CHECK(told(journey("0.004", "tags = [\"support\"]\n")).empty());
    CHECK(told(journey("0.004", "owner = \"third-party\"\n")).empty());
}

TEST_CASE("review: support near what decides most", "[simulate][review]") {
    const auto journey = [](const std::string& keys) {
        return "[journey]\ntitle = \"t\"\nstart = \"search\"\n[[touchpoint]]\nid = "
               "\"search\"\nresponsible = \"us\"\nexperience = { good = 0.4, bad = 0.2 }\nnext = { "
               "booked = 0.6 }\n" +
               keys + end;
    };
    CHECK(tells(journey(""), "support-missing"));
    CHECK(!tells(journey("tags = [\"support\"]\n"), "support-missing"));
    CHECK(!tells(journey("support = [\"Chat\"]\n"), "support-missing"));
    CHECK(
        !tells(journey("moment_of_truth = true\n"), "support-missing"));  // checked without solving
    CHECK(!tells(journey("owner = \"partner\"\n"), "support-missing"));
}
