#include "simulate/uncertainty/headline.hpp"

#include <algorithm>

#include "simulate/exact/figures.hpp"
#include "simulate/resolve.hpp"

namespace cjm::simulate {
namespace {

Estimate certain_figure(double value) {
    return {value, 0, value, value, value, std::nullopt};
}

Figures exact_figures(const ExactFigures& exact, double scenario_cost) {
    const std::array<double, headline_count> values{exact.success,
                                                    1 - exact.success,  // everybody comes to an end
                                                    exact.silent,
                                                    std::max(0.0, exact.left - exact.silent),
                                                    0,
                                                    exact.effort,
                                                    exact.revenue,
                                                    exact.cost,
                                                    exact.revenue - exact.cost - scenario_cost,
                                                    exact.purchases};
    Figures figures;
    std::transform(values.begin(), values.end(), figures.begin(), certain_figure);
    return figures;
}

}  // namespace

std::string_view to_string(Headline figure) {
    static constexpr std::array<std::string_view, headline_count> names{
        "success", "lost",    "ghosted", "left_openly", "in_progress",
        "effort",  "revenue", "cost",    "margin",      "purchases"};
    return names.at(static_cast<std::size_t>(figure));
}

bool is_share(Headline figure) {
    return figure <= Headline::in_progress;
}

Figures headline_figures(const SimulationResult& result) {
    return {result.success,      result.lost,           result.ghosted,       result.left_openly,
            result.in_progress,  result.effort,         result.money.revenue, result.money.cost,
            result.money.margin, result.money.purchases};
}

std::optional<Figures> solved_figures(const Journey& journey) {
    const ExactSolution solution =
        solve_exactly(resolve(journey), journey.discount_rate.likely, FiguresWanted::totals);
    if (!solution.figures) return std::nullopt;
    return exact_figures(*solution.figures, journey.scenario_cost_per_customer);
}

}  // namespace cjm::simulate
