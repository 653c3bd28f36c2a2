// Owns: what a comparison of scenarios reports, as plain structs that JSON, text, CSV and pictures
// read. Must not know: the engine, files, drawing.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "simulate/compared_figure.hpp"
#include "simulate/place_differences.hpp"
#include "simulate/result.hpp"

namespace cjm {

/// By figure: scenario less the journey as it is, over the same customers; none where the figure
/// does not exist in both.
struct DifferenceResult {
    std::array<MaybeEstimate, compared_count> figures;

    [[nodiscard]] const MaybeEstimate& of(ComparedFigure figure) const {
        return figures[static_cast<std::size_t>(figure)];
    }
    [[nodiscard]] MaybeEstimate& of(ComparedFigure figure) {
        return figures[static_cast<std::size_t>(figure)];
    }
};

/// The metric's difference over draws of what the author does not know.
struct DrawnDifference {
    double mean = 0, low = 0, high = 0;  ///< the middle part of the draws, at the run's confidence
};

/// One redesign beside the journey as it is.
struct ScenarioComparison {
    std::string id, title;
    SimulationResult result;
    DifferenceResult difference;
    /// Of the success difference, had the two been simulated with luck of their own.
    double independent_standard_error = 0;
    /// Customers who succeed only in the scenario, and only without it; none where solved exactly.
    std::optional<std::uint64_t> customers_gained, customers_lost;
    double cost = 0, cost_per_customer = 0;  ///< once, and per customer who starts

    // a year; none without customers_per_year
    MaybeEstimate extra_successes;
    std::optional<double> first_year_cost;
    MaybeEstimate cost_per_extra_success;  ///< none where there are none
    MaybeEstimate payback_days;            ///< none where the extra margin is not positive

    std::optional<double> probability_best;     ///< in the metric; none where it does not exist
    std::optional<DrawnDifference> over_draws;  ///< none without parameter draws
    std::optional<PlaceDifferences> places;     ///< where asked for
};

/// What one scenario brings to a set that is bought.
struct BudgetPart {
    std::string id;
    double cost = 0;     ///< once
    MaybeEstimate adds;  ///< in the metric: the set less the set without it
};

/// The best use of a budget.
struct BudgetResult {
    double limit = 0;
    std::vector<std::string> chosen;             ///< scenarios, in the order they are applied
    std::vector<std::vector<std::string>> ties;  ///< other sets that are not told from it
    double cost = 0;                             ///< of the chosen, once
    DifferenceResult difference;                 ///< of the chosen from the journey as it is
    std::vector<BudgetPart> parts;               ///< of the chosen, where there are several
    bool complete_search = true;  ///< whether every set within the budget was looked at
    std::size_t sets = 0;         ///< looked at
    bool exact = false;           ///< solved, not sampled
};

/// Everything that a comparison reports.
struct ComparisonResult {
    simulate::Metric metric = simulate::Metric::success;
    SimulationResult baseline;
    std::optional<double> baseline_probability_best;
    std::vector<ScenarioComparison> scenarios;
    std::uint64_t draws = 0;  ///< of parameters behind the probabilities; 0: sampling error only
    double customers_per_year = 0;  ///< 0: not given
    double seconds = 0;             ///< that the comparison took, left 0 for the caller; those of
                                    ///< the simulations in it stay 0
    std::optional<BudgetResult> budget;
};

}  // namespace cjm
