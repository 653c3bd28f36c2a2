#include "simulate/uncertainty/totals.hpp"

#include <algorithm>

#include "simulate/exact/figures.hpp"
#include "simulate/resolve.hpp"

namespace cjm::simulate {
namespace {

Estimate certain_figure(double value) {
    return {value, 0, value, value, value, std::nullopt};
}

Totals exact_totals(const ExactFigures& exact, double scenario_cost) {
    const std::array<double, total_count> values{exact.success,
                                                 1 - exact.success,  // everybody comes to an end
                                                 exact.silent,
                                                 std::max(0.0, exact.left - exact.silent),
                                                 0,
                                                 exact.effort,
                                                 exact.revenue,
                                                 exact.cost,
                                                 exact.revenue - exact.cost - scenario_cost,
                                                 exact.purchases};
    Totals totals;
    std::transform(values.begin(), values.end(), totals.begin(), certain_figure);
    return totals;
}

}  // namespace

Totals totals_of(const SimulationResult& result) {
    Totals totals;
    for (std::size_t i = 0; i < total_count; ++i)
        totals.at(i) = figure_of(result, static_cast<ComparedFigure>(i)).value();
    return totals;
}

std::optional<Totals> solved_totals(const Journey& journey) {
    const ExactSolution solution =
        solve_exactly(resolve(journey), journey.discount_rate.likely, FiguresWanted::totals);
    if (!solution.figures) return std::nullopt;
    return exact_totals(*solution.figures, journey.scenario_cost_per_customer);
}

}  // namespace cjm::simulate
