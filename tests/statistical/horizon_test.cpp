// Exact figures under a horizon: sampled figures of random journeys lie round them, and the bounds
// hold against finer grids.
#include "simulate/exact/horizon.hpp"

#include <cmath>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "simulate/exact/figure_numbers.hpp"
#include "simulate/resolve.hpp"
#include "simulate/simulate.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

Journey random_under_horizon(std::uint64_t seed) {
    testing::RandomJourneyOptions options;
    options.horizon = true;
    options.touchpoints = 3 + static_cast<int>(seed % 4);
    return testing::journey_from(testing::random_journey(seed, options));
}

/// Compares sampled figures with exact ones, and counts.
struct Comparison {
    double largest_z;
    int compared = 0, off = 0;

    void near(const std::string& what, const Estimate& estimate, double exact, double error) {
        if (std::isinf(error)) return;
        INFO(what << ": sampled " << estimate.estimate << " +- " << estimate.standard_error
                  << ", exact " << exact << " +- " << error);
        ++compared;
        // 1e-12: what rounding leaves where nothing varies
        const bool fits = std::abs(estimate.estimate - exact) <=
                          largest_z * estimate.standard_error + error + 1e-12;
        if (!fits) ++off;
        CHECK_NOFAIL(fits);
    }

    void all(const SimulationResult& sampled, const HorizonSolution& solution) {
        const auto& figures = solution.figures;
        const auto& errors = solution.errors;
        near("success", sampled.success, figures.success, errors.success);
        near("in progress", sampled.in_progress, figures.in_progress, errors.in_progress);
        near("ghosted", sampled.ghosted, figures.silent, errors.silent);
        near("effort", sampled.effort, figures.effort, errors.effort);
        near("revenue", sampled.money.revenue, figures.revenue, errors.revenue);
        near("cost", sampled.money.cost, figures.cost, errors.cost);
        near("purchases", sampled.money.purchases, figures.purchases, errors.purchases);
        if (sampled.seamlessness && figures.switched > 0) {
            near("switched", *sampled.seamlessness->customers, figures.switched, errors.switched);
            near("seamless", *sampled.seamlessness->index, 1 - figures.broken, errors.broken);
        }
        for (std::size_t i = 0; i < sampled.outcomes.size(); ++i)
            near("outcome", sampled.outcomes[i].share, figures.outcomes[i], errors.outcomes[i]);
        for (std::size_t i = 0; i < sampled.causes.size(); ++i)
            near("cause", sampled.causes[i].share, figures.causes[i], errors.causes[i]);
        for (std::size_t i = 0; i < sampled.stages.size(); ++i)
            near("stage", sampled.stages[i].reach, figures.stage_reach[i], errors.stage_reach[i]);
        for (std::size_t i = 0; i < sampled.transitions.size(); ++i)
            near("transition", sampled.transitions[i].traversals, figures.transitions[i],
                 errors.transitions[i]);
        for (std::size_t i = 0; i < sampled.touchpoints.size(); ++i)
            touchpoint(sampled.touchpoints[i], figures.touchpoints[i], errors.touchpoints[i]);
    }

    void touchpoint(const TouchpointResult& sampled, const ExactTouchpoint& figure,
                    const ExactTouchpoint& error) {
        near(sampled.id + " reach", sampled.reach, figure.reach, error.reach);
        near(sampled.id + " visits", sampled.visits, figure.visits, error.visits);
        near(sampled.id + " left", sampled.left, figure.left, error.left);
        near(sampled.id + " ghosted", sampled.ghosted, figure.silent, error.silent);
        if (sampled.goodwill && figure.visits > 0.01)
            near(sampled.id + " goodwill", *sampled.goodwill, figure.goodwill / figure.visits,
                 error.goodwill / figure.visits);
        // where all came at the same time, rare later ones are not in the sample: no error to
        // measure by
        if (sampled.first_arrival_days && figure.reach > 0.01 &&
            sampled.first_arrival_days->mean.standard_error > 0)
            near(sampled.id + " first arrival", sampled.first_arrival_days->mean,
                 figure.first_arrival_days / figure.reach,
                 2 * error.first_arrival_days / figure.reach);
    }
};

constexpr std::uint64_t customers = 200'000;

}  // namespace

// N = 200,000 a journey, 12 journeys of some 60 figures: z below 6.2 (5.6e-10 each) makes a false
// alarm in under one of a million runs. Power: against the same journey under half the horizon the
// same comparison must fail for most.
TEST_CASE("horizon: sampled figures of random journeys lie round the exact ones",
          "[exact][statistical]") {
    int with_power = 0;
    for (std::uint64_t seed = 401; seed <= 412; ++seed) {
        const Journey journey = random_under_horizon(seed);
        RunSettings settings;
        settings.customers = customers;
        const auto sampled = *simulate::simulate(journey, settings);
        auto numbers = resolve(journey);
        Comparison comparison{6.2};
        comparison.all(sampled, solve_horizon(numbers, {1e8, 1e8}));
        INFO("seed " << seed << ", figures compared " << comparison.compared);
        CHECK(comparison.off == 0);
        CHECK(comparison.compared > 20);
        *numbers.horizon_days /= 2;
        Comparison other{6.2};
        other.all(sampled, solve_horizon(numbers, {1e8, 1e8}));
        if (other.off > 0) ++with_power;
    }
    CHECK(with_power >= 8);
}

TEST_CASE("horizon: bounds hold against finer grids", "[exact][horizon]") {
    const auto numbers_of = [](const ExactFigures& figures) {
        std::vector<double> numbers;
        const auto keep = [&](double number) { numbers.push_back(number); };
        for_each_number(figures, keep);
        for_each_passage(figures, keep);
        for_each_seam(figures, keep);
        return numbers;
    };
    std::size_t compared = 0;
    for (std::uint64_t seed = 421; seed <= 452; ++seed) {
        const auto journey = resolve(random_under_horizon(seed));
        const auto coarse = solve_horizon(journey, {2e7, 2e7});
        const auto fine = solve_horizon(journey, {3e8, 3e8});
        const auto values = numbers_of(coarse.figures), errors = numbers_of(coarse.errors);
        const auto finer = numbers_of(fine.figures), finer_errors = numbers_of(fine.errors);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (std::isinf(errors[i]) || std::isinf(finer_errors[i])) continue;
            INFO("seed " << seed << " number " << i << ": " << values[i] << " +- " << errors[i]
                         << ", finer " << finer[i] << " +- " << finer_errors[i]);
            ++compared;
            REQUIRE(std::abs(values[i] - finer[i]) <= errors[i] + finer_errors[i]);
        }
    }
    CHECK(compared > 5000);
}

TEST_CASE("horizon: the reference workload of 40 touchpoints", "[exact][statistical]") {
    std::ifstream in(std::string(CJM_SOURCE_DIR) + "/tests/data/w2.toml");
    std::stringstream text;
    text << in.rdbuf();
    const Journey journey = testing::journey_from(text.str());
    RunSettings settings;
    settings.customers = customers;
    const auto solution = solve_horizon(resolve(journey), {2e9, 0});
    CHECK(solution.errors.success < 1e-4);
    Comparison comparison{6.2};  // some 330 figures
    comparison.all(*simulate::simulate(journey, settings), solution);
    CHECK(comparison.off == 0);
    CHECK(comparison.compared > 200);  // all but reach
}
