#include <algorithm>

#include "simulate/estimate/detail/parts.hpp"

namespace cjm::simulate::detail {

double Evidence::visits_at_once(const TouchpointTally& touchpoint) const {
    const CountSums& visits = touchpoint.visits;
    if (visits.sum == 0) return usual_visits;
    return std::max(usual_visits,
                    static_cast<double>(visits.squares) / static_cast<double>(visits.sum));
}

Estimate Evidence::mean(const CountSums& sums, double event) const {
    const Sums all{tally.customers, static_cast<Integer128>(sums.sum),
                   WideSum(static_cast<Integer128>(sums.squares))};
    return estimate_mean(all, {.units = 1, .event = event}, confidence);
}

Estimate Evidence::mean(const AmountSums& sums, const AmountScale& scale, double event) const {
    return estimate_mean({tally.customers, sums.sum, sums.squares},
                         {.units = scale.units, .event = event}, confidence);
}

std::optional<DurationSummary> Evidence::duration(const DurationTally& durations) const {
    if (durations.count == 0 || !compiled.has_waits) return std::nullopt;
    const auto days = [&](unsigned percent) {
        return durations.histogram.quantile(percent, durations.count) / ticks_per_day;
    };
    return DurationSummary{estimate_duration({durations.count, durations.sum, durations.squares},
                                             ticks_per_day, confidence),
                           days(10), days(50), days(90)};
}

}  // namespace cjm::simulate::detail
