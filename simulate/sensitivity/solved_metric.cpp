#include <numeric>

#include "base/contract.hpp"
#include "journey/check/check.hpp"
#include "simulate/answer_law.hpp"
#include "simulate/exact/figures.hpp"
#include "simulate/resolve.hpp"
#include "simulate/sensitivity/metric_run.hpp"

namespace cjm::simulate {
namespace {

FiguresWanted wanted_for(Metric metric) {
    const bool of_ends = metric == Metric::lifetime_value || metric == Metric::nps;
    return of_ends ? FiguresWanted::all : FiguresWanted::totals;
}

double nps_of(const ExactFigures& exact, const Journey& journey) {
    CJM_EXPECTS(journey.survey && journey.survey->nps);
    const std::vector<double> scores = nps_by_level(journey, *journey.survey->nps);
    return std::inner_product(scores.begin(), scores.end(), exact.end_goodwill.begin(), 0.0);
}

std::optional<double> metric_in(const ExactFigures& exact, const Journey& journey, Metric metric) {
    switch (metric) {
        case Metric::success:
            return exact.success;
        case Metric::ghosted:
            return exact.silent;
        case Metric::margin:
            return exact.revenue - exact.cost - journey.scenario_cost_per_customer;
        case Metric::nps:
            return nps_of(exact, journey);
        case Metric::lifetime_value:
            break;
    }
    if (!(exact.buyers > 0)) return std::nullopt;
    return exact.discounted_margin / exact.buyers;
}

}  // namespace

SolvedMetric solve_metric(const Journey& journey, Metric metric) {
    if (!check_structure(journey).empty()) return {};
    const ResolvedJourney resolved = resolve(journey);
    const ExactSolution solution =
        solve_exactly(resolved, journey.discount_rate.likely, wanted_for(metric));
    SolvedMetric solved;
    if (solution.figures) solved.value = metric_in(*solution.figures, journey, metric);
    for (const TouchpointId touchpoint : solution.unsolved.loop)
        solved.unsolved_loop.push_back(resolved.touchpoints[touchpoint.index()]);
    return solved;
}

}  // namespace cjm::simulate
