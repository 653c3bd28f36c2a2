#include <algorithm>
#include <array>
#include <cmath>

#include "base/covariance.hpp"
#include "simulate/estimate/detail/parts.hpp"

namespace cjm::simulate::detail {
namespace {

// Per customer who starts.
enum Part : std::size_t { lost, newcomers, buyers, days, parts };
using Slopes = std::array<double, parts>;

// Means of what net churn is made of, and how they vary together.
class BuyerMeans {
  public:
    explicit BuyerMeans(const Evidence& evidence) : count_(evidence.tally.customers) {
        const MoneyTally& money = evidence.tally.money;
        const AmountSums& brought = evidence.tally.newcomers;
        const auto gone = static_cast<Integer128>(money.lost_buyers);
        const auto bought = static_cast<Integer128>(money.buyers);
        sums_ = {WideSum(gone), WideSum(brought.sum), WideSum(bought), WideSum(money.at_risk.sum)};
        // buyers alone have losses and days at risk, so that a product with them is the other's sum
        products_ = {
            {{gone, money.lost_newcomers, gone, money.lost_at_risk},
             {money.lost_newcomers, brought.squares, money.newcomers, money.newcomers_at_risk},
             {gone, money.newcomers, bought, money.at_risk.sum},
             {money.lost_at_risk, money.newcomers_at_risk, money.at_risk.sum,
              money.at_risk.squares}}};
        units_ = {1, evidence.amounts.refers_scale.units, 1, ticks_per_day};
        const auto n = static_cast<double>(count_);
        means_ = {static_cast<double>(gone) / n, static_cast<double>(brought.sum) / n / units_[1],
                  static_cast<double>(bought) / n,
                  static_cast<double>(money.at_risk.sum) / n / ticks_per_day};
    }

    double operator[](Part part) const { return means_[part]; }

    // Of two figures, by their derivatives (delta method).
    double covariance(const Slopes& a, const Slopes& b) const {
        double sum = 0;
        for (std::size_t i = 0; i < parts; ++i)
            for (std::size_t k = 0; k < parts; ++k)
                sum += a[i] / units_[i] * b[k] / units_[k] *
                       covariance_of_means({count_, sums_[i], sums_[k], products_[i][k]}, 1);
        return sum;
    }

  private:
    std::uint64_t count_;
    std::array<WideSum, parts> sums_;
    std::array<std::array<WideSum, parts>, parts> products_;
    std::array<double, parts> units_{}, means_{};
};

Estimate difference(const Estimate& a, const Estimate& b, double covariance,
                    const Confidence& confidence) {
    const double variance =
        a.standard_error * a.standard_error + b.standard_error * b.standard_error - 2 * covariance;
    return estimate_difference(a, b, std::sqrt(std::max(variance, 0.0)), confidence);
}

// Buyers that newcomers become, a day at risk: newcomers x buyers / days. Its interval is that of
// the newcomers, as much wider as its error.
Estimate gain_rate(const Estimate& newcomers, double a_newcomer, double error) {
    const double plain = a_newcomer * newcomers.standard_error;
    const double wider = plain > 0 ? std::max(1.0, error / plain) : 1;
    const double value = a_newcomer * newcomers.estimate;
    return {value,
            std::max(error, plain),
            std::max(0.0, value - wider * a_newcomer * (newcomers.estimate - newcomers.low)),
            value + wider * a_newcomer * (newcomers.high - newcomers.estimate),
            {},
            {}};
}

}  // namespace

void estimate_net_churn(const Evidence& evidence, MoneyResult& result) {
    const MoneyTally& money = evidence.tally.money;
    const auto word = estimate_word_of_mouth(evidence);
    if (money.buyers == 0 || !word) return;
    const BuyerMeans mean(evidence);
    const double b = mean[buyers], r = mean[newcomers];
    result.net_churn = difference(
        *result.churn, word->newcomers,
        mean.covariance({1 / b, 0, -mean[lost] / (b * b), 0}, {0, 1, 0, 0}), evidence.confidence);
    if (money.at_risk.sum == 0) return;
    const double d = mean[days];
    const Slopes losing{1 / d, 0, 0, -mean[lost] / (d * d)};
    const Slopes gaining{0, b / d, r / d, -r * b / (d * d)};
    const Estimate gains =
        gain_rate(word->newcomers, b / d, std::sqrt(mean.covariance(gaining, gaining)));
    const Estimate rate = difference(loss_rate(evidence), gains, mean.covariance(losing, gaining),
                                     evidence.confidence);
    const Estimate yearly = in_a_year(rate, money.buyers > 1, evidence.confidence);
    if (std::isfinite(yearly.estimate)) result.net_churn_yearly = yearly;
}

}  // namespace cjm::simulate::detail
