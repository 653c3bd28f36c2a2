// Journeys with their uncertain values drawn.
//
// Null values: the moments of PERT and Dirichlet laws. N = 20,000 draws, seed 3; tolerance 5.5
// computed standard errors (4e-8 a comparison). Power: a prior of 0 or 1 instead of 0.5 is found.
#include "simulate/uncertainty/draw.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "tests/support/journey_text.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

constexpr int draws = 20'000;

const std::string head = "[journey]\ntitle = \"t\"\nstart = \"a\"\n";
const std::string ends =
    "[[outcome]]\nid = \"done\"\nkind = \"success\"\n[[outcome]]\nid = \"else\"\nkind = \"lost\"\n";

Journey with_touchpoint(const std::string& keys, const std::string& more = "") {
    return testing::journey_from(head + "[[touchpoint]]\nid = \"a\"\n" + keys + "\n" + ends + more);
}

struct Moments {
    double mean = 0, deviation = 0;
};

template <class Value>
Moments moments(const Journey& journey, Value value) {
    double sum = 0, squares = 0;
    for (int k = 0; k < draws; ++k) {
        const double x = value(draw_parameters(journey, 3, static_cast<std::uint64_t>(k)).journey);
        sum += x;
        squares += x * x;
    }
    const double mean = sum / draws;
    return {mean, std::sqrt(squares / draws - mean * mean)};
}

double share(const Journey& journey, std::size_t target) {
    return journey.touchpoints[0].behaviour.next->shares[target].number.likely;
}

}  // namespace

TEST_CASE("draw_parameters: counts of 8, 1, 1 with half a customer each",
          "[simulate][uncertainty]") {
    const Journey journey = with_touchpoint("counts = { done = 8, else = 1, leave = 1 }");
    const Moments done = moments(journey, [](const Journey& drawn) { return share(drawn, 0); });
    const double tolerance = 5.5 * 0.1241987553 / std::sqrt(static_cast<double>(draws));
    CHECK(std::fabs(done.mean - 0.7391304348) < tolerance);
    // the variance of a squared deviation is below 3 times the fourth power of the deviation
    CHECK(std::fabs(done.deviation - 0.1241987553) < tolerance);
    for (const double prior : {0.0, 1.0})  // power
        CHECK(std::fabs(done.mean - (8 + prior) / (10 + 3 * prior)) > tolerance);
}

TEST_CASE("draw_parameters: a value of 1, 3, 11", "[simulate][uncertainty]") {
    const Journey journey = with_touchpoint("cost = [1, 3, 11]\nnext = { done = 0.5 }");
    const Moments cost = moments(
        journey, [](const Journey& drawn) { return drawn.touchpoints[0].behaviour.cost->likely; });
    const double error = std::sqrt(3.0 / draws);
    CHECK(std::fabs(cost.mean - 4) < 5.5 * error);
    CHECK(std::fabs(cost.deviation - std::sqrt(3.0)) < 5.5 * error);
    CHECK(std::fabs(cost.mean - 5) > 5.5 * error);  // power: the triangular law's mean
}

TEST_CASE("draw_parameters: nothing uncertain is left, certain values stay",
          "[simulate][uncertainty]") {
    const Journey journey = with_touchpoint(
        "experience = { good = [0.1, 0.2, 0.3], bad = 0.1 }\ncounts = { done = 3, leave = 2 }\n"
        "cost = 2.5\nrevenue = [0, 1, 2]");
    const ParameterDraw draw = draw_parameters(journey, 1, 0);
    CHECK(draw.inputs.size() == 3);
    CHECK(draw_parameters(draw.journey, 1, 1).inputs.empty());
    const Behaviour& drawn = draw.journey.touchpoints[0].behaviour;
    CHECK(drawn.cost->likely == 2.5);
    CHECK(drawn.experience->bad.likely == 0.1);
    CHECK(drawn.revenue->likely > 0);
    CHECK(drawn.revenue->likely < 2);
    CHECK(drawn.next->counts.empty());
    REQUIRE(drawn.next->shares.size() == 1);
    CHECK(draw.scaled.empty());
}

TEST_CASE("draw_parameters: what is uncertain elsewhere moves no draw", "[simulate][uncertainty]") {
    const std::string keys = "next = { done = [0.1, 0.5, 0.6] }\n";
    const Journey alone = with_touchpoint(keys);
    const Journey more =
        with_touchpoint("cost = [1, 2, 3]\n" + keys,
                        "[[scenario]]\nid = \"s\"\ncost = [1, 2, 3]\n[scenario.touchpoint.a]\n"
                        "next = { done = [0.1, 0.5, 0.6] }\n");
    for (std::uint64_t k = 0; k < 20; ++k) {
        const ParameterDraw one = draw_parameters(alone, 5, k), two = draw_parameters(more, 5, k);
        CHECK(share(one.journey, 0) == share(two.journey, 0));
        // the same law under another path is other luck
        CHECK(two.journey.scenarios[0].touchpoints[0].behaviour.next->shares[0].number.likely !=
              share(two.journey, 0));
    }
}

TEST_CASE("draw_parameters: shares of more than 1 are scaled and told", "[simulate][uncertainty]") {
    const Journey journey = with_touchpoint(
        "next = { done = [0.4, 0.5, 0.9], else = [0.3, 0.4, 0.8] }\n"
        "experience = { good = [0.2, 0.5, 0.9], bad = [0.2, 0.5, 0.9] }");
    int scaled_next = 0, scaled_experience = 0;
    for (std::uint64_t k = 0; k < 200; ++k) {
        const ParameterDraw draw = draw_parameters(journey, 1, k);
        const Behaviour& drawn = draw.journey.touchpoints[0].behaviour;
        const bool next_scaled =
            std::count(draw.scaled.begin(), draw.scaled.end(), "touchpoint.a.next") > 0;
        const bool experience_scaled =
            std::count(draw.scaled.begin(), draw.scaled.end(), "touchpoint.a.experience") > 0;
        const double sum = share(draw.journey, 0) + share(draw.journey, 1);
        CHECK(sum <= 1 + 1e-12);
        CHECK(next_scaled == (sum > 1 - 1e-12));
        const double felt = drawn.experience->good.likely + drawn.experience->bad.likely;
        CHECK(felt <= 1 + 1e-12);
        CHECK(experience_scaled == (felt > 1 - 1e-12));
        scaled_next += next_scaled;
        scaled_experience += experience_scaled;
    }
    CHECK(scaled_next > 0);
    CHECK(scaled_next < 200);
    CHECK(scaled_experience > 0);
    CHECK(scaled_experience < 200);
}

TEST_CASE("draw_parameters: shares of personas and starts sum to 1", "[simulate][uncertainty]") {
    const Journey journey = testing::journey_from(
        "[journey]\ntitle = \"t\"\nstart = { a = [0.1, 0.4, 0.6], b = 0.6 }\n"
        "[[persona]]\nid = \"p\"\nshare = [0.2, 0.3, 0.9]\n[[persona]]\nid = \"q\"\nshare = 0.7\n"
        "[[touchpoint]]\nid = \"a\"\nnext = { done = 0.5 }\n"
        "[[touchpoint]]\nid = \"b\"\nnext = { done = 0.5 }\n" +
        ends);
    const ParameterDraw draw = draw_parameters(journey, 1, 0);
    const auto& start = draw.journey.start.shares;
    CHECK(start[0].number.likely + start[1].number.likely == Approx(1).epsilon(1e-15));
    CHECK(draw.journey.personas[0].share.likely + draw.journey.personas[1].share.likely ==
          Approx(1).epsilon(1e-15));
    CHECK(draw.scaled == std::vector<std::string>{"journey.start", "persona.share"});
}

TEST_CASE("draw_parameters: a wait keeps its bounds in order", "[simulate][uncertainty]") {
    const Journey journey = with_touchpoint(
        "next = { done = 0.5 }\nwait = { done = { distribution = \"uniform\", low = [\"1 d\", "
        "\"2 d\", \"9 d\"], high = [\"1 d\", \"3 d\", \"9 d\"] } }");
    for (std::uint64_t k = 0; k < 100; ++k) {
        const ParameterDraw draw = draw_parameters(journey, 1, k);
        const Wait& wait = draw.journey.touchpoints[0].behaviour.wait->entries[0].wait;
        CHECK(wait.low.likely <= wait.high.likely);
    }
}
