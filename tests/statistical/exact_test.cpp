// The exact solver against figures computed elsewhere (to 1e-9), and the agreement that a run
// reports. (Each sampled figure of random journeys against the solver: tests/property.)
#include <cmath>

#include <catch2/catch.hpp>

#include "simulate/exact/agreement.hpp"
#include "simulate/exact/answer.hpp"
#include "simulate/exact/figures.hpp"
#include "simulate/resolve.hpp"
#include "simulate/simulate.hpp"
#include "tests/statistical/oracles.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;
using testing::data_journey;
using testing::journey_from;
using testing::oracle;

namespace {

ExactFigures solved(const Journey& journey) {
    const auto solution = solve_exactly(resolve(journey), journey.discount_rate.likely);
    REQUIRE(solution.figures);
    return *solution.figures;
}

constexpr double ten_digits = 1e-9;

}  // namespace

TEST_CASE("exact: success as computed elsewhere", "[exact]") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"a1_gamblers_ruin", "/A1_gamblers_ruin/values/p_up"},
        {"a2_geometric_loop", "/A2_geometric_loop/values/p_conv"},
        {"b2_patience_exponential", "/B2_wait_exp_competing/values/p_arrive"},
        {"b4_patience_gamma", "/B4_wait_gamma_competing/values/p_arrive"},
        {"e3_three_touch", "/E3_three_touch_goodwill/values/p_conv"},
        {"e4_loop", "/E4_loop/values/p_conv"},
        {"e5_end_to_end", "/E5_end_to_end/values/success"},
        {"f1_confounding", "/F1_two_persona_confounding/values/p_y"},
        {"g1_bryl", "/G1_bryl_C1C2C3/values/p_conv"}};
    for (const auto& [name, pointer] : cases) {
        INFO(name);
        const auto figures = solved(data_journey(name));
        CHECK(std::abs(figures.success - oracle(pointer)) < ten_digits);
        CHECK(std::abs(figures.success + figures.left +
                       (name[0] == 'a' && name[1] == '1' ? figures.outcomes[1] : 0) - 1) < 1e-12);
    }
}

TEST_CASE("exact: causes, reach, visits, days", "[exact]") {
    const auto b1 = solved(data_journey("b1_competing_causes"));
    const std::vector<std::string> names{"dissatisfaction", "price", "neglect", "priorities"};
    for (std::size_t i = 0; i < names.size(); ++i)
        CHECK(std::abs(b1.causes[i] - oracle("/B1_touchpoint_competing/values/" + names[i])) <
              ten_digits);
    const auto e3 = solved(data_journey("e3_three_touch"));
    CHECK(std::abs(e3.touchpoints[1].reach - oracle("/E3_three_touch_goodwill/values/reach_T2")) <
          ten_digits);
    CHECK(std::abs(e3.touchpoints[2].reach - oracle("/E3_three_touch_goodwill/values/reach_T3")) <
          ten_digits);
    const auto a1 = solved(data_journey("a1_gamblers_ruin"));
    CHECK(std::abs(a1.touchpoints[0].reach - 0.5846153846) < ten_digits);
    const auto a2 = solved(data_journey("a2_geometric_loop"));
    CHECK(std::abs(a2.touchpoints[0].visits - oracle("/A2_geometric_loop/values/mean_visits")) <
          ten_digits);
    const auto e5 = solved(data_journey("e5_end_to_end"));
    CHECK(std::abs(e5.success_days / e5.success -
                   oracle("/E5_end_to_end/values/mean_days_to_success")) < 1e-8);
}

TEST_CASE("exact: purchases of one customer after another", "[exact]") {
    const auto figures = solved(journey_from(R"([journey]
title = "Purchase and repurchase"
start = "shop"
discount_rate = 0.12
[[touchpoint]]
id = "shop"
next = { buy = 0.2 }
[[touchpoint]]
id = "buy"
revenue = 50
next = { buy = 0.4 }
wait = { buy = "90 d" }
)"));
    CHECK(figures.buyers == Approx(0.2).epsilon(1e-12));
    CHECK(figures.repeat_buyers / figures.buyers == Approx(0.4).epsilon(1e-12));
    CHECK(figures.purchases / figures.buyers ==
          Approx(oracle("/A3_repurchase_loop/values/orders_per_buyer")).epsilon(1e-9));
    CHECK(figures.discounted_margin / figures.buyers == Approx(81.82999437).epsilon(1e-9));
}

TEST_CASE("exact: a hazard beyond all numbers is dissatisfaction alone", "[exact]") {
    const auto figures = solved(journey_from(R"([journey]
title = "Who is disappointed leaves"
start = "v"
[goodwill]
start = -60
hazard_ratio = 1e80
[[touchpoint]]
id = "v"
next = { done = 0.9 }
causes = { dissatisfaction = 1, price = 1 }
[[outcome]]
id = "done"
kind = "success"
)"));
    CHECK(figures.success == 0);
    CHECK(figures.causes[static_cast<std::size_t>(BuiltInCause::dissatisfaction)] == 1);
    CHECK(figures.causes[static_cast<std::size_t>(BuiltInCause::price)] == 0);
}

// 24 runs, each p-value at most its own probability: below 4e-8 in any of them is under one false
// alarm in a million. Power: against another journey's exact values the same check fails.
TEST_CASE("agreement: sampled journeys agree with their exact values and with no others",
          "[exact][statistical]") {
    constexpr double alarm = 4e-8;
    for (std::uint64_t seed = 301; seed <= 324; ++seed) {
        testing::RandomJourneyOptions options;
        options.touchpoints = 3 + static_cast<int>(seed % 7);
        options.scenario = true;
        const Journey journey = journey_from(testing::random_journey(seed, options));
        RunSettings settings;
        settings.customers = 50'000;
        settings.seed = seed;
        auto sampled = *simulate::simulate(journey, settings);
        const auto exact = answer_exactly(journey, settings);
        REQUIRE(exact.result);
        set_beside(sampled, *exact.result);
        REQUIRE(sampled.agreement);
        INFO("seed " << seed << ", z " << sampled.agreement->largest_z);
        CHECK(sampled.agreement->compared > 20);
        CHECK(sampled.agreement->p_value > alarm);
        Journey other = journey;
        for (auto& touchpoint : other.touchpoints) {
            touchpoint.behaviour.silent = 0.5;
            for (auto& [persona, own] : touchpoint.for_persona) own.silent.reset();
        }
        auto wrong = sampled;
        set_beside(wrong, *answer_exactly(other, settings).result);
        CHECK(wrong.agreement->p_value < alarm);
    }
}
