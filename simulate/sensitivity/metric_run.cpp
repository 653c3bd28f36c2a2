#include "simulate/sensitivity/metric_run.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/contract.hpp"
#include "base/interval.hpp"
#include "journey/check/check.hpp"
#include "simulate/compile.hpp"
#include "simulate/estimate/estimate.hpp"
#include "simulate/exact/figures.hpp"
#include "simulate/paired/change_error.hpp"
#include "simulate/paired/paired_run.hpp"
#include "simulate/resolve.hpp"
#include "simulate/run/run.hpp"

namespace cjm::simulate {
namespace {

bool needs_buyers(Metric metric) {
    return metric == Metric::lifetime_value;
}

std::optional<double> metric_in(const ExactFigures& exact, const Journey& journey, Metric metric) {
    switch (metric) {
        case Metric::success:
            return exact.success;
        case Metric::ghosted:
            return exact.silent;
        case Metric::margin:
            return exact.revenue - exact.cost - journey.scenario_cost_per_customer;
        case Metric::lifetime_value:
            if (!(exact.buyers > 0)) return std::nullopt;
            return exact.discounted_margin / exact.buyers;
        case Metric::nps:
            break;
    }
    return std::nullopt;
}

/// Who gained and who lost, each with Wilson's interval, so that few who differ are not taken for
/// none (Donner and Zou 2002).
Estimate share_swing(const DifferenceSums::Change& change, std::uint64_t customers,
                     const Confidence& confidence) {
    const auto n = static_cast<double>(customers);
    const double up = static_cast<double>(change.up_count) / n;
    const double down = static_cast<double>(change.down_count) / n;
    const Interval gained = wilson_interval(up, n, confidence);
    const Interval lost = wilson_interval(down, n, confidence);
    Estimate swing;
    swing.estimate = up - down;
    swing.standard_error = mean_difference_error(change, customers);
    swing.low = swing.estimate - std::hypot(up - gained.low, lost.high - down);
    swing.high = swing.estimate + std::hypot(gained.high - up, down - lost.low);
    return swing;
}

MaybeEstimate swing_of(const PairedTally& tally, const Variant& variant, Metric metric,
                       const Confidence& confidence) {
    const std::uint64_t customers = tally.baseline.customers;
    const DifferenceSums& sums = tally.differences.front();
    if (metric == Metric::success)
        return share_swing(sums.of(Quantity::success), customers, confidence);
    if (metric == Metric::ghosted)
        return share_swing(sums.of(Quantity::ghosted), customers, confidence);
    if (metric != Metric::margin) return std::nullopt;
    const auto& change = sums.of(Quantity::margin);
    const double units = variant.amounts.money_scale.units;
    const auto n = static_cast<double>(customers);
    Estimate swing;
    swing.estimate = static_cast<double>(change.up.sum - change.down.sum) / n / units;
    swing.standard_error = mean_difference_error(change, customers) / units;
    swing.low = swing.estimate - confidence.z * swing.standard_error;
    swing.high = swing.estimate + confidence.z * swing.standard_error;
    return swing;
}

}  // namespace

SolvedMetric solve_metric(const Journey& journey, Metric metric) {
    if (!check_structure(journey).empty()) return {};
    const ResolvedJourney resolved = resolve(journey);
    const ExactSolution solution =
        solve_exactly(resolved, journey.discount_rate.likely,
                      needs_buyers(metric) ? FiguresWanted::all : FiguresWanted::totals);
    SolvedMetric solved;
    if (solution.figures) solved.value = metric_in(*solution.figures, journey, metric);
    for (const TouchpointId touchpoint : solution.unsolved.loop)
        solved.unsolved_loop.push_back(resolved.touchpoints[touchpoint.index()]);
    return solved;
}

MaybeEstimate metric_of(const SimulationResult& result, Metric metric) {
    switch (metric) {
        case Metric::success:
            return result.success;
        case Metric::ghosted:
            return result.ghosted;
        case Metric::margin:
            return result.money.margin;
        case Metric::lifetime_value:
            return result.money.lifetime_value;
        case Metric::nps:
            break;
    }
    return std::nullopt;
}

MaybeEstimate sample_metric(const Journey& journey, Metric metric, CustomerRange customers,
                            const RunSettings& settings, const RunControl& control) {
    if (!check_structure(journey).empty()) return std::nullopt;
    const CompiledJourney compiled = compile(journey);
    const Amounts amounts(compiled);
    const auto tally = tally_customers(compiled, amounts, settings.seed, customers, 1, control);
    if (!tally) return std::nullopt;
    return metric_of(estimate(journey, compiled, amounts, *tally, settings), metric);
}

std::optional<PairedMetric> sample_pair(const Journey& low, const Journey& high, Metric metric,
                                        const RunSettings& settings, const RunControl& control) {
    if (!check_structure(low).empty() || !check_structure(high).empty()) return PairedMetric{};
    std::vector<CompiledJourney> compiled;
    for (const Journey* journey : {&low, &high}) compiled.push_back(compile(*journey));
    const std::vector<Variant> variants = make_variants(std::move(compiled));
    const auto tally = tally_paired(variants, {}, settings.seed, {0, settings.customers},
                                    settings.threads, control);
    if (!tally) return std::nullopt;
    PairedMetric found;
    const auto value = [&](const Journey& journey, std::size_t i) -> std::optional<double> {
        const auto metric_there =
            metric_of(estimate(journey, variants[i].journey, variants[i].amounts, tally->tallies[i],
                               settings),
                      metric);
        if (!metric_there) return std::nullopt;
        return metric_there->estimate;
    };
    found.low = value(low, 0);
    found.high = value(high, 1);
    found.swing = swing_of(*tally, variants[0], metric, Confidence(settings.confidence));
    return found;
}

}  // namespace cjm::simulate
