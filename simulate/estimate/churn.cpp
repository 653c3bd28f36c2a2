#include <cmath>
#include <limits>

#include "base/exact_math.hpp"
#include "simulate/estimate/detail/parts.hpp"

namespace cjm::simulate::detail {
namespace {

constexpr double days_a_year = 365;

// Share lost in a year at so many losses a day.
double yearly(double rate) {
    return -exact::expm1(-days_a_year * rate);
}

}  // namespace

// A ratio of sums over buyers, one loss each at most.
Estimate loss_rate(const Evidence& evidence) {
    const MoneyTally& money = evidence.tally.money;
    const auto lost = static_cast<Integer128>(money.lost_buyers);
    const PairSums sums{money.buyers,       lost,
                        money.at_risk.sum,  WideSum(lost),
                        money.lost_at_risk, money.at_risk.squares};
    return estimate_ratio(sums, 1 / ticks_per_day, {0, ticks_per_day},
                          {0, std::numeric_limits<double>::infinity()}, evidence.confidence);
}

Estimate in_a_year(const Estimate& losses_a_day, bool known, const Confidence& confidence) {
    Estimate churn{yearly(losses_a_day.estimate), 0,  yearly(losses_a_day.low),
                   yearly(losses_a_day.high),     {}, {}};
    churn.standard_error = known ? days_a_year * (1 - churn.estimate) * losses_a_day.standard_error
                                 : (churn.high - churn.low) / (2 * confidence.z);
    return churn;
}

void estimate_churn(const Evidence& evidence, MoneyResult& result) {
    const MoneyTally& money = evidence.tally.money;
    if (money.buyers == 0) return;
    result.churn = evidence.share_of(money.lost_buyers, money.buyers);
    result.days_at_risk_per_buyer = static_cast<double>(money.at_risk.sum) /
                                    (static_cast<double>(money.buyers) * ticks_per_day);
    if (money.at_risk.sum == 0) return;
    result.churn_yearly = in_a_year(loss_rate(evidence), money.buyers > 1, evidence.confidence);
}

}  // namespace cjm::simulate::detail
