#include "simulate/compare/exact_metric.hpp"

#include "journey/check/check.hpp"
#include "simulate/exact/figures.hpp"
#include "simulate/resolve.hpp"

namespace cjm::simulate {

std::optional<double> exact_metric(const Journey& journey, Metric metric) {
    if (!check_structure(journey).empty()) return std::nullopt;
    const bool buyers = metric == Metric::lifetime_value;
    const ExactSolution solution =
        solve_exactly(resolve(journey), journey.discount_rate.likely,
                      buyers ? FiguresWanted::all : FiguresWanted::totals);
    if (!solution.figures) return std::nullopt;
    const ExactFigures& figures = *solution.figures;
    if (metric == Metric::success) return figures.success;
    if (metric == Metric::ghosted) return figures.silent;
    if (metric == Metric::margin)
        return figures.revenue - figures.cost - journey.scenario_cost_per_customer;
    if (!(figures.buyers > 0)) return std::nullopt;
    return figures.discounted_margin / figures.buyers;
}

}  // namespace cjm::simulate
