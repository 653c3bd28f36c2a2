#include "simulate/exact/horizon.hpp"

#include <cmath>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "simulate/exact/wait_lattice.hpp"
#include "simulate/resolve.hpp"
#include "tests/support/journey_text.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

constexpr HorizonBudget small{1e8, 1e8};

ResolvedJourney resolved(const std::string& text) {
    return resolve(testing::journey_from(text));
}

ResolvedJourney from_file(const std::string& name) {
    std::ifstream in(std::string(CJM_SOURCE_DIR) + "/tests/data/journeys/" + name);
    std::stringstream text;
    text << in.rdbuf();
    return resolved(text.str());
}

/// A journey from a to the outcome "done" by the waits given, one touchpoint each.
ResolvedJourney chain(const std::string& horizon, const std::vector<std::string>& waits) {
    std::string text = "[journey]\ntitle = \"Chain\"\nstart = \"t0\"\nhorizon = \"" + horizon +
                       "\"\n[[outcome]]\nid = \"done\"\nkind = \"success\"\n";
    for (std::size_t i = 0; i < waits.size(); ++i) {
        const std::string target = i + 1 < waits.size() ? "t" + std::to_string(i + 1) : "done";
        text += "[[touchpoint]]\nid = \"t" + std::to_string(i) + "\"\nnext = { " + target +
                " = 1 }\nwait = { " + target + " = " + waits[i] + " }\n";
    }
    return resolved(text);
}

void check_within(double value, double error, double truth, double largest_error) {
    INFO("value " << value << " +- " << error << ", truth " << truth);
    CHECK(std::abs(value - truth) <= error);
    CHECK(error <= largest_error);
}

/// Chance that at least `count` events of a Poisson process of this mean have come.
double erlang(int count, double mean) {
    double term = std::exp(-mean), below = 0;
    for (int i = 0; i < count; ++i) {
        below += term;
        term *= mean / (i + 1);
    }
    return 1 - below;
}

constexpr double ten_digits = 1e-10;

}  // namespace

TEST_CASE("horizon: figures computed elsewhere", "[exact][horizon]") {
    const auto c1 = solve_horizon(from_file("c1_horizon.toml"));
    check_within(c1.figures.success, c1.errors.success + ten_digits, 0.4421745996, 1e-8);
    check_within(c1.figures.in_progress, c1.errors.in_progress + ten_digits, 1 - 0.4421745996,
                 1e-8);
    const auto c2 = solve_horizon(from_file("c2_horizon_patience.toml"));
    check_within(c2.figures.success, c2.errors.success + ten_digits, 0.3730299396, 1e-8);
    check_within(c2.figures.silent, c2.errors.silent + ten_digits, 0.2137228399, 1e-8);
    check_within(c2.figures.in_progress, c2.errors.in_progress + ten_digits, 0.4132472206, 1e-8);
}

TEST_CASE("horizon: buyers lost by then", "[exact][horizon]") {
    const auto solution = solve_horizon(resolved(R"([journey]
title = "H8b"
start = "look"
horizon = "180 d"
[[touchpoint]]
id = "look"
next = { buy = 1 }
wait = { buy = { distribution = "exponential", mean = "60 d" } }
[[touchpoint]]
id = "buy"
revenue = 10
next = { done = 1 }
wait = { done = "1000 d" }
patience = { done = "500 d" }
[[outcome]]
id = "done"
kind = "success"
)"),
                                        small);
    const auto& figures = solution.figures;
    check_within(figures.buyers, solution.errors.buyers, 1 - std::exp(-3.0), 1e-6);
    CHECK(figures.left / figures.buyers == Approx(0.2251865152).margin(1e-8));
    CHECK(figures.lost_buyers == Approx(figures.left).margin(1e-12));
    CHECK(figures.repeat_buyers == 0);
    CHECK(figures.success == 0);
    check_within(figures.revenue, solution.errors.revenue, 10 * (1 - std::exp(-3.0)), 1e-5);
    CHECK(std::isinf(solution.errors.discounted_margin));
}

TEST_CASE("horizon: one wait of each law", "[exact][horizon]") {
    for (const std::string wait :
         {R"({ distribution = "exponential", mean = "9 d" })",
          R"({ distribution = "uniform", low = "2 d", high = "23 d" })",
          R"({ distribution = "uniform", low = "1.237 d", high = "23.57 d" })",
          R"({ distribution = "lognormal", mean = "9 d", sd = "6 d" })",
          R"({ distribution = "gamma", mean = "9 d", sd = "5 d" })",
          R"({ distribution = "gamma", mean = "9 d", sd = "15 d" })",
          R"({ distribution = "weibull", shape = 1.5, scale = "11 d" })",
          R"({ distribution = "weibull", shape = 0.6, scale = "11 d" })",
          R"({ distribution = "pert", low = "1 d", likely = "5 d", high = "30 d" })"}) {
        INFO(wait);
        const auto journey = chain("17.3 d", {wait});
        const auto solution = solve_horizon(journey, small);
        const auto truth = partial_moments(journey.visits[0].ways[0].edges[0].wait, 17.3);
        check_within(solution.figures.success, solution.errors.success, truth.chance, 1e-5);
        check_within(solution.figures.success_days, solution.errors.success_days, truth.days, 1e-4);
    }
}

TEST_CASE("horizon: sums of waits", "[exact][horizon]") {
    for (int count = 2; count <= 6; ++count) {
        const std::vector<std::string> waits(static_cast<std::size_t>(count),
                                             R"({ distribution = "exponential", mean = "4 d" })");
        const auto solution = solve_horizon(chain("20 d", waits), small);
        check_within(solution.figures.success, solution.errors.success, erlang(count, 5), 1e-5);
        for (int i = 1; i < count; ++i)
            check_within(solution.figures.touchpoints[static_cast<std::size_t>(i)].reach,
                         solution.errors.touchpoints[static_cast<std::size_t>(i)].reach,
                         erlang(i, 5), 1e-5);
    }
    // gamma waits of one scale add up to a gamma wait: shapes 0.5 and 2.5, scale 3 d
    const auto solution =
        solve_horizon(chain("10 d", {R"({ distribution = "gamma", mean = "1.5 d", sd = )"
                                     R"("2.1213203435596424 d" })",
                                     R"({ distribution = "gamma", mean = "7.5 d", sd = )"
                                     R"("4.743416490252569 d" })"}),
                      small);
    check_within(solution.figures.success, solution.errors.success, erlang(3, 10.0 / 3), 1e-3);
}

TEST_CASE("horizon: fixed waits on either side of it, and just at it", "[exact][horizon]") {
    const auto success = [](const std::string& horizon, const std::vector<std::string>& waits) {
        const auto solution = solve_horizon(chain(horizon, waits), small);
        CHECK(solution.errors.success < 1e-9);
        return solution.figures.success;
    };
    CHECK(success("30 d", {"\"2 h\"", "\"29 d\"", "\"22 h\""}) == Approx(1).margin(1e-9));
    CHECK(success("30 d", {"\"3 h\"", "\"29 d\"", "\"22 h\""}) == Approx(0).margin(1e-9));
    CHECK(success("30 d", {"\"1 h\"", "\"29 d\"", "\"22 h\""}) == Approx(1).margin(1e-9));
    CHECK(success("30 d", {"\"31 d\""}) == Approx(0).margin(1e-9));
    CHECK(success("30 d", {"0"}) == Approx(1).margin(1e-9));
}

TEST_CASE("horizon: no value where fixed waits add up to next to it", "[exact][horizon]") {
    const std::string seventh = "\"" + std::to_string(1.0 / 7) + " d\"";  // 6 decimals, no whole ms
    const auto solution = solve_horizon(chain("1 d", std::vector<std::string>(7, seventh)), small);
    CHECK(std::isinf(solution.errors.success));
    CHECK(std::isinf(solution.errors.in_progress));
    CHECK(std::isfinite(solution.errors.touchpoints[1].reach));
}

TEST_CASE("horizon: the same bits for one thread and for two", "[exact][horizon]") {
    const auto journey = from_file("c2_horizon_patience.toml");
    const auto one = solve_horizon(journey, small, 1), two = solve_horizon(journey, small, 2);
    CHECK(one.figures.success == two.figures.success);
    CHECK(one.errors.success == two.errors.success);
    CHECK(one.figures.touchpoints[1].reach == two.figures.touchpoints[1].reach);
}

TEST_CASE("horizon: no value where the budget is too small", "[exact][horizon]") {
    const auto solution = solve_horizon(
        chain("20 d", {R"({ distribution = "exponential", mean = "4 d" })"}), HorizonBudget{0, 0});
    CHECK(std::isinf(solution.errors.success));
}

TEST_CASE("horizon: reach in a loop is a first passage", "[exact][horizon]") {
    // from a round and round after Exp(2 d); half of the rounds pass b: b is reached at rate 1/4
    const auto solution = solve_horizon(resolved(R"([journey]
title = "Loop"
start = "a"
horizon = "6 d"
success = ["in_progress"]
[[stage]]
id = "s"
[[stage]]
id = "u"
[[touchpoint]]
id = "a"
stage = "s"
next = { a = 0.5, b = 0.5 }
wait = { a = { distribution = "exponential", mean = "2 d" }, b = { distribution = "exponential", mean = "2 d" } }
[[touchpoint]]
id = "b"
stage = "u"
next = { a = 1 }
)"),
                                        small);
    const double reached = 1 - std::exp(-1.5);
    check_within(solution.figures.touchpoints[1].reach, solution.errors.touchpoints[1].reach,
                 reached, 1e-5);
    check_within(solution.figures.stage_reach[1], solution.errors.stage_reach[1], reached, 1e-5);
    check_within(solution.figures.touchpoints[1].first_arrival_days,
                 solution.errors.touchpoints[1].first_arrival_days,
                 4 * reached - 6 * std::exp(-1.5), 1e-4);
    // visits of a: at once, and with every round
    check_within(solution.figures.touchpoints[0].visits, solution.errors.touchpoints[0].visits, 4,
                 1e-5);
    check_within(solution.figures.success, solution.errors.success, 1, 1e-9);
    CHECK(solution.figures.in_progress == 0);
}
