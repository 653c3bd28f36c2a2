#include <algorithm>
#include <limits>

#include "simulate/estimate/detail/parts.hpp"

namespace cjm::simulate::detail {
namespace {

// A buyer buys at least once.
Estimate purchase_frequency(const Evidence& evidence) {
    const MoneyTally& money = evidence.tally.money;
    const Sums sums{money.buyers, static_cast<Integer128>(money.purchases.sum),
                    WideSum(static_cast<Integer128>(money.purchases.squares))};
    const bool again = evidence.bunches(&VisitValues::revenue);
    Estimate estimate = estimate_mean(
        sums, {.units = 1, .event = again ? evidence.usual_visits : 0.0, .bunches = again},
        evidence.confidence);
    estimate.low = std::max(estimate.low, 1.0);
    return estimate;
}

// What buyers are worth over so many customers, as a ratio of sums: unlike other means it may be
// below 0.
Estimate lifetime_value(const Evidence& evidence, std::uint64_t customers) {
    constexpr double hardly_more = 40;  // events, where a single buyer says nothing of others
    const MoneyTally& money = evidence.tally.money;
    const auto all = static_cast<Integer128>(customers);
    const PairSums sums{customers,          money.lifetime.sum, all, money.lifetime.squares,
                        money.lifetime.sum, WideSum(all)};
    const double units = evidence.amounts.lifetime_scale.units;
    const double mean =
        static_cast<double>(money.lifetime.sum) / (static_cast<double>(customers) * units);
    const Interval events{
        largest(evidence.compiled, &VisitValues::cost) * evidence.usual_visits,
        largest(evidence.compiled, &VisitValues::revenue) * evidence.usual_visits};
    const Interval range =
        customers == 1 ? Interval{mean - hardly_more * events.low, mean + hardly_more * events.high}
                       : Interval{-std::numeric_limits<double>::infinity(),
                                  std::numeric_limits<double>::infinity()};
    return estimate_ratio(sums, units, events, range, evidence.confidence);
}

// What buyers are worth to a customer who starts, in acquisition costs of one.
MaybeEstimate value_to_cost(const Evidence& evidence) {
    const double cost = evidence.journey.acquisition_cost.likely;
    if (!(cost > 0)) return std::nullopt;
    const Estimate value = lifetime_value(evidence, evidence.tally.customers);
    return Estimate{value.estimate / cost,
                    value.standard_error / cost,
                    value.low / cost,
                    value.high / cost,
                    {},
                    {}};
}

// A constant over the share of buyers, with the delta method's error and the share's interval.
Estimate acquisition_cost(double cost, const Estimate& buyers) {
    const double value = cost / buyers.estimate;
    return {value,
            value * buyers.standard_error / buyers.estimate,
            cost / buyers.high,
            cost / buyers.low,
            {},
            {}};
}

}  // namespace

void estimate_buyers(const Evidence& evidence, MoneyResult& result) {
    const MoneyTally& money = evidence.tally.money;
    if (money.buyers == 0) return;
    result.repeat_customer_rate = evidence.share_of(money.repeat_buyers, money.buyers);
    result.purchase_frequency = purchase_frequency(evidence);
    result.lifetime_value = lifetime_value(evidence, money.buyers);
    result.acquisition_cost_per_buyer =
        acquisition_cost(evidence.journey.acquisition_cost.likely, evidence.share(money.buyers));
    result.lifetime_value_to_acquisition_cost = value_to_cost(evidence);
}

std::optional<WordOfMouth> estimate_word_of_mouth(const Evidence& evidence) {
    const double most = largest(evidence.compiled, &VisitValues::refers);
    if (!(most > 0)) return std::nullopt;
    const Estimate newcomers =
        evidence.mean(evidence.tally.newcomers, evidence.amounts.refers_scale,
                      most * evidence.usual_visits, evidence.bunches(&VisitValues::refers));
    WordOfMouth result{newcomers, std::nullopt};
    if (!(newcomers.estimate < 1)) return result;
    const auto customers = [](double m) {
        return m < 1 ? 1 / (1 - m) : std::numeric_limits<double>::infinity();
    };
    const double value = customers(newcomers.estimate);
    result.customers_per_starter = Estimate{value,
                                            newcomers.standard_error * value * value,
                                            customers(newcomers.low),
                                            customers(newcomers.high),
                                            {},
                                            {}};
    return result;
}

}  // namespace cjm::simulate::detail
