#include <algorithm>
#include <vector>

#include "simulate/estimate/detail/parts.hpp"

namespace cjm::simulate::detail {
namespace {

double largest(const CompiledJourney& compiled, double VisitValues::*amount) {
    double result = 0;
    for (const VisitValues& values : compiled.values) result = std::max(result, values.*amount);
    return result;
}

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
    return estimate_ratio(
        sums, {.units = evidence.amounts.money_scale.units, .event = range.high - range.low}, range,
        evidence.confidence);
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
    const double dearest = largest(evidence.compiled, &VisitValues::revenue);
    MoneyResult result;
    result.revenue = evidence.mean(money.revenue, scale, dearest);
    result.cost = evidence.mean(money.cost, scale, largest(evidence.compiled, &VisitValues::cost));
    shift(result.cost, evidence.journey.scenario_cost_per_customer);
    result.margin = estimate_difference(result.revenue, result.cost, margin_error(evidence),
                                        evidence.confidence);
    result.purchases = evidence.mean(money.purchases, dearest > 0 ? 1.0 : 0.0);
    result.average_order_value = average_order_value(evidence);
    return result;
}

Estimate estimate_effort(const Evidence& evidence) {
    const double event =
        largest(evidence.compiled, &VisitValues::effort) + evidence.compiled.friction_effort;
    return evidence.mean(evidence.tally.effort, evidence.amounts.effort_scale, event);
}

}  // namespace cjm::simulate::detail
