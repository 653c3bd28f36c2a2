#include <algorithm>
#include <vector>

#include "simulate/estimate/detail/parts.hpp"

namespace cjm::simulate::detail {

double largest(const CompiledJourney& compiled, double VisitValues::*amount) {
    double result = 0;
    for (const VisitValues& values : compiled.values) result = std::max(result, values.*amount);
    return result;
}

double event_of(const Evidence& evidence, double VisitValues::*amount) {
    double result = 0;
    for (std::size_t i = 0; i < evidence.compiled.values.size(); ++i) {
        const std::size_t touchpoint = i % evidence.compiled.touchpoint_count;
        result =
            std::max(result, evidence.compiled.values[i].*amount *
                                 evidence.visits_at_once(evidence.tally.touchpoints[touchpoint]));
    }
    return result;
}

namespace {

// What single purchases of the journey can bring, least to most.
Interval prices(const CompiledJourney& compiled) {
    Interval range{0, largest(compiled, &VisitValues::revenue)};
    range.low = range.high;
    for (const VisitValues& values : compiled.values)
        if (values.revenue > 0) range.low = std::min(range.low, values.revenue);
    return range;
}

MaybeEstimate average_order_value(const Evidence& evidence) {
    const MoneyTally& money = evidence.tally.money;
    if (money.purchases.sum == 0) return std::nullopt;
    const PairSums sums{money.buyers,
                        money.revenue.sum,
                        static_cast<Integer128>(money.purchases.sum),
                        money.revenue.squares,
                        money.revenue_purchases,
                        WideSum(static_cast<Integer128>(money.purchases.squares))};
    const Interval range = prices(evidence.compiled);
    const double units = evidence.amounts.money_scale.units;
    const double mean = static_cast<double>(sums.y) / (static_cast<double>(sums.x) * units);
    // One customer may buy several times over, the dearest or the cheapest.
    return estimate_ratio(sums, units,
                          {std::max(mean - range.low, 0.0) * evidence.usual_visits,
                           std::max(range.high - mean, 0.0) * evidence.usual_visits},
                          range, evidence.confidence);
}

// Standard error of mean revenue less mean cost, from the sums of revenue - cost by customer.
double margin_error(const Evidence& evidence) {
    const MoneyTally& money = evidence.tally.money;
    WideSum squares = money.revenue.squares;
    squares += money.cost.squares;
    for (int twice = 0; twice < 2; ++twice) squares -= money.revenue_cost;
    return standard_error_of_mean(
        {evidence.tally.customers, money.revenue.sum - money.cost.sum, squares},
        evidence.amounts.money_scale.units);
}

void shift(Estimate& estimate, double by) {
    estimate.estimate += by;
    estimate.low += by;
    estimate.high += by;
}

}  // namespace

MoneyResult estimate_money(const Evidence& evidence) {
    const MoneyTally& money = evidence.tally.money;
    const AmountScale& scale = evidence.amounts.money_scale;
    const bool sells = largest(evidence.compiled, &VisitValues::revenue) > 0;
    MoneyResult result;
    const auto mean = [&](const AmountSums& sums, double VisitValues::*amount) {
        return evidence.mean(sums, scale, event_of(evidence, amount), evidence.bunches(amount));
    };
    result.revenue = mean(money.revenue, &VisitValues::revenue);
    result.cost = mean(money.cost, &VisitValues::cost);
    result.margin = estimate_difference(result.revenue, result.cost, margin_error(evidence),
                                        evidence.confidence);
    result.scenario_cost = evidence.journey.scenario_cost_per_customer;
    shift(result.margin, -result.scenario_cost);
    result.purchases = evidence.mean(money.purchases, sells ? evidence.usual_visits : 0.0,
                                     evidence.bunches(&VisitValues::revenue));
    result.average_order_value = average_order_value(evidence);
    estimate_buyers(evidence, result);
    estimate_churn(evidence, result);
    estimate_net_churn(evidence, result);
    return result;
}

Estimate estimate_effort(const Evidence& evidence) {
    const double event =
        event_of(evidence, &VisitValues::effort) + evidence.compiled.friction_effort;
    const bool bunches =
        evidence.bunches(&VisitValues::effort) || evidence.compiled.friction_effort > 0;
    return evidence.mean(evidence.tally.effort, evidence.amounts.effort_scale, event, bunches);
}

}  // namespace cjm::simulate::detail
