#include "simulate/exact/agreement.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace cjm;
using namespace cjm::simulate;

namespace {

constexpr double customers = 1e6;

Estimate exactly(double value) {
    return {value, 0, value, value, value, {}};
}

Estimate sampled_share(double share) {
    const double error = std::sqrt(share * (1 - share) / customers);
    return {share, error, share - 1.96 * error, share + 1.96 * error, {}, {}};
}

/// A result with four shares of ends that are exact, and nothing else that is not constant.
SimulationResult exact_ends() {
    SimulationResult result;
    result.success = exactly(0.3);
    result.lost = exactly(0.7);
    result.ghosted = exactly(0.5);
    result.left_openly = exactly(0.2);
    result.in_progress = result.effort = exactly(0);
    result.money.revenue = result.money.cost = result.money.margin = result.money.purchases =
        exactly(0);
    return result;
}

SimulationResult sampled_ends() {
    SimulationResult result;
    result.settings.customers = static_cast<std::uint64_t>(customers);
    result.success = sampled_share(0.3);
    result.lost = sampled_share(0.7);
    result.ghosted = sampled_share(0.5);
    result.left_openly = sampled_share(0.2);
    return result;
}

}  // namespace

TEST_CASE("agreement: the farthest figure, and chance among all compared", "[exact]") {
    SimulationResult sampled = sampled_ends();
    sampled.ghosted.estimate += 3 * sampled.ghosted.standard_error;
    sampled.success.estimate -= 1 * sampled.success.standard_error;
    set_beside(sampled, exact_ends());
    CHECK(sampled.success.exact == 0.3);
    CHECK(sampled.in_progress.exact == 0.0);
    REQUIRE(sampled.agreement);
    CHECK(sampled.agreement->compared == 4);
    CHECK(sampled.agreement->largest_z == Approx(3).epsilon(1e-9));
    CHECK(sampled.agreement->p_value == Approx(4 * 0.002699796063).epsilon(1e-9));
}

TEST_CASE("agreement: many comparisons leave no p-value above 1", "[exact]") {
    SimulationResult sampled = sampled_ends();
    set_beside(sampled, exact_ends());
    CHECK(sampled.agreement->largest_z == 0);
    CHECK(sampled.agreement->p_value == 1);
}

TEST_CASE("agreement: an event too rare to be seen is no disagreement", "[exact]") {
    SimulationResult sampled = sampled_ends(), exact = exact_ends();
    sampled.left_openly = {0, 1.9e-6, 0, 3.8e-6, {}, {}};
    exact.left_openly = exactly(1e-9);
    set_beside(sampled, exact);
    CHECK(sampled.agreement->largest_z < 0.1);
    // one event of three expected: the sampled error alone would make it two
    sampled.left_openly = {1e-6, 1e-6, 0.2e-6, 5.7e-6, {}, {}};
    exact.left_openly = exactly(3e-6);
    set_beside(sampled, exact);
    CHECK(sampled.agreement->largest_z == Approx(2 / std::sqrt(3.0)).epsilon(1e-5));
}

TEST_CASE("agreement: none of many expected events is one", "[exact]") {
    SimulationResult sampled = sampled_ends(), exact = exact_ends();
    sampled.left_openly = {0, 1.9e-6, 0, 3.8e-6, {}, {}};
    exact.left_openly = exactly(1e-4);
    set_beside(sampled, exact);
    CHECK(sampled.agreement->largest_z == Approx(10).epsilon(1e-3));
    CHECK(sampled.agreement->p_value < 1e-20);
}

TEST_CASE("agreement: means over few customers are not judged", "[exact]") {
    SimulationResult sampled = sampled_ends(), exact = exact_ends();
    sampled.money.purchases = {2e-6, 1.4e-6, 0.5e-6, 7e-6, {}, {}};
    exact.money.purchases = exactly(2e-6);
    sampled.money.average_order_value = Estimate{10, 0.1, 9.8, 10.2, {}, {}};
    exact.money.average_order_value = exactly(20);
    set_beside(sampled, exact);
    CHECK(sampled.money.average_order_value->exact == 20.0);
    CHECK(sampled.agreement->compared == 5);
    CHECK(sampled.agreement->largest_z < 1);
}

TEST_CASE("agreement: a mean is judged by the error that the exact value gives", "[exact]") {
    SimulationResult sampled = sampled_ends(), exact = exact_ends();
    sampled.effort = {1e-6, 1e-6, 0.2e-6, 2e-6, {}, {}};
    exact.effort = exactly(9e-6);
    set_beside(sampled, exact);
    CHECK(sampled.agreement->largest_z == Approx(8.0 / 3));
}
