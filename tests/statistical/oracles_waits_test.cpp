// Waits whose law is known in closed form, and journeys under a horizon, against figures that were
// computed without the program: means solved to the ten digits given, the rest sampled.
//
// Null value: the figure. N = 500,000, seed 3. A share of customers (below a quantile, lost) may
// lie off by what chance exceeds with probability under 5.6e-10; a variance by 6.2 standard errors
// for a kurtosis up to 9 (sqrt(8 / N)), which all these laws keep. Power: see the last test.
#include <optional>

#include <catch2/catch.hpp>

#include "simulate/exact/figures.hpp"
#include "simulate/run/run.hpp"
#include "simulate/simulate.hpp"
#include "tests/statistical/oracles.hpp"

using namespace cjm;
using namespace cjm::simulate;
using testing::oracle;
using testing::same_digits;

namespace {

constexpr std::uint64_t customers = 500'000, seed = 3;
const double variance_tolerance = 6.2 * std::sqrt(8.0 / customers);

/// Everybody waits for so long, one after the other, and is done.
Journey waiting(const std::vector<std::string>& waits) {
    std::string text = "journey = { title = \"Waits\", start = \"t0\" }\n";
    for (std::size_t i = 0; i < waits.size(); ++i) {
        const std::string next = i + 1 < waits.size() ? "t" + std::to_string(i + 1) : "done";
        text += "[[touchpoint]]\nid = \"t" + std::to_string(i) + "\"\nnext = { " + next +
                " = 1 }\nwait = { " + next + " = " + waits[i] + " }\n";
    }
    return testing::journey_from(text + "[[outcome]]\nid = \"done\"\nkind = \"success\"\n");
}

SimulationResult sampled(const Journey& journey) {
    RunSettings settings;
    settings.customers = customers;
    settings.seed = seed;
    settings.method = Method::monte_carlo;
    return *simulate::simulate(journey, settings);
}

void check_moments(const Journey& journey, const std::string& values) {
    const auto solution = solve_exactly(resolve(journey), 0);
    REQUIRE(solution.figures);
    CHECK(same_digits(solution.figures->success_days, oracle(values + "mean")));
    const auto result = sampled(journey);
    const Estimate& mean = result.time_to_success_days->mean;
    const double variance = oracle(values + "var");
    CHECK(std::abs(mean.estimate - oracle(values + "mean")) <
          6.2 * std::sqrt(variance / customers));
    CHECK(mean.standard_error * mean.standard_error * customers ==
          Approx(variance).epsilon(variance_tolerance));
}

double share_done_by(const Journey& journey, double days) {
    std::uint64_t done = 0;
    for (const Path& path : walk_paths(compile(journey), seed, {0, customers}))
        done += static_cast<double>(path.ended) <= days * ticks_per_day ? 1U : 0U;
    return static_cast<double>(done) / customers;
}

void check_quantile(const Journey& journey, double days, double share,
                    std::optional<double> reported) {
    CHECK(testing::share_may_be(share_done_by(journey, days), share, customers));
    CHECK(reported.value() == Approx(days).epsilon(0.015));  // bins are 0.8 % wide
}

const std::string pert = R"({ distribution = "pert", low = "1 d", likely = "3 d", high = "11 d" })";
const std::string weibull = R"({ distribution = "weibull", shape = 1.5, scale = "10 d" })";
const std::string lognormal = R"({ distribution = "lognormal", mean = "5 d", sd = "2.5 d" })";

}  // namespace

TEST_CASE("oracles D: waits have their mean, variance and quantiles", "[statistical]") {
    check_moments(
        waiting({R"({ distribution = "exponential", mean = "2 d" })",
                 R"({ distribution = "gamma", mean = "8 d", sd = "4 d" })", lognormal, "\"1 d\""}),
        "/D1_wait_sum/values/");
    const Journey d2 = waiting({pert}), d4 = waiting({weibull}), d5 = waiting({lognormal});
    check_moments(d2, "/D2_pert_1_3_11/values/");
    check_moments(d4, "/D4_weibull_k1.5_scale10/values/");
    const auto d2_times = *sampled(d2).time_to_success_days;
    check_quantile(d2, oracle("/D2_pert_1_3_11/values/p10"), 0.1, d2_times.p10);
    check_quantile(d2, oracle("/D2_pert_1_3_11/values/p90"), 0.9, d2_times.p90);
    check_quantile(d4, oracle("/D4_weibull_k1.5_scale10/values/p90"), 0.9,
                   sampled(d4).time_to_success_days->p90);
    const auto d5_times = *sampled(d5).time_to_success_days;
    check_quantile(d5, oracle("/D5_lognormal_mean5_cv0.5/values/median"), 0.5, d5_times.p50);
    check_quantile(d5, oracle("/D5_lognormal_mean5_cv0.5/values/p90"), 0.9, d5_times.p90);
    CHECK(oracle("/D5_lognormal_mean5_cv0.5/values/sigma") ==
          Approx(std::sqrt(std::log1p(0.25))).epsilon(1e-9));
}

TEST_CASE("oracles A2: a loop of exponential waits", "[statistical]") {
    Journey loop = testing::data_journey("a2_geometric_loop");
    Wait wait;
    wait.kind = WaitKind::exponential;
    wait.mean = 3.0;
    loop.touchpoints[0].behaviour.wait = Table<NamedWait>{{{{"try", {}}, wait}}, {}};
    const auto result = sampled(loop);
    const Estimate& mean = result.time_to_success_days->mean;
    const double variance = oracle("/A2_geometric_loop/values/wait_var");
    const double succeeded = result.success.estimate * customers;
    CHECK(std::abs(mean.estimate - oracle("/A2_geometric_loop/values/wait_mean")) <
          6.2 * std::sqrt(variance / succeeded));
    CHECK(mean.standard_error * mean.standard_error * succeeded ==
          Approx(variance).epsilon(6.2 * std::sqrt(11 / succeeded)));  // heavier: kurtosis 11
}

TEST_CASE("oracles C, H8b: what the horizon leaves", "[statistical]") {
    const auto c1 = sampled(testing::data_journey("c1_horizon"));
    const std::string values = "/C1_horizon_no_exit/values/";
    CHECK(testing::share_may_be(c1.success.estimate, oracle(values + "completed"), customers));
    CHECK(testing::share_may_be(
        c1.in_progress.estimate,
        oracle(values + "flagged_ghost") + oracle(values + "active_censored"), customers));
    const auto h8b = sampled(testing::journey_from(R"([journey]
title = "Bought after 60 days or so, lost at 0.002 a day"
start = "shop"
horizon = "180 d"
[[touchpoint]]
id = "shop"
next = { own = 1 }
wait = { own = { distribution = "exponential", mean = "60 d" } }
[[touchpoint]]
id = "own"
revenue = 1
next = { done = 1 }
wait = { done = "300 d" }
patience = { done = "500 d" }
[[outcome]]
id = "done"
kind = "success"
)"));
    const double buyers = h8b.touchpoints[1].reach.estimate * customers;
    CHECK(testing::share_may_be(h8b.touchpoints[1].drop_off.value().estimate,
                                oracle("/H8b_churn_exposure/values/churn_by_horizon"), buyers));
    CHECK(testing::share_may_be(h8b.money.churn.value().estimate,
                                oracle("/H8b_churn_exposure/values/churn_by_horizon"), buyers));
    const Estimate yearly = h8b.money.churn_yearly.value();
    const auto far = [&](const std::string& figure) {  // 5.5 standard errors: 4e-8
        return std::abs(yearly.estimate - oracle("/H8b_churn_exposure/values/" + figure)) >
               5.5 * yearly.standard_error;
    };
    CHECK(!far("true_yearly"));
    CHECK(far("naive_yearly"));
}

TEST_CASE("oracles of waits: the checks notice a slightly wrong law", "[statistical][power]") {
    const std::string wider = R"({ distribution = "lognormal", mean = "5 d", sd = "2.6 d" })";
    const auto result = sampled(waiting({wider}));
    const Estimate& mean = result.time_to_success_days->mean;
    CHECK(mean.standard_error * mean.standard_error * customers / 6.25 > 1 + variance_tolerance);
    CHECK(!testing::share_may_be(share_done_by(waiting({wider}), 8.192723621), 0.9, customers));
}
