// Owns: which touchpoints are moments of truth, as plain structs that JSON, text, CSV and pictures
// read. Must not know: the engine, files, drawing.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "simulate/metric.hpp"
#include "simulate/result.hpp"

namespace cjm {

/// One touchpoint. Impact, headroom, exposure and gradient are turned so that positive means that
/// better experiences improve the metric.
struct MomentResult {
    std::string id;
    Estimate reach;                    ///< share of customers who ever visit, as it is
    MaybeEstimate all_good, all_bad;   ///< the metric with every experience here good, or bad
    MaybeEstimate impact;              ///< all good against all bad, of all customers
    MaybeEstimate impact_per_reached;  ///< impact / reach; none at reach 0
    MaybeEstimate headroom;            ///< all good against as it is
    MaybeEstimate exposure;            ///< as it is against all bad
    MaybeEstimate gradient;            ///< per probability moved from bad to good; exact only
    MaybeEstimate removal_effect;      ///< share of successes that passed here
    /// Of the impact, holding for all touchpoints of positive reach at once; none for others.
    std::optional<double> simultaneous_low, simultaneous_high;
    /// Best and worst place that the simultaneous intervals leave open, from 1; none where those
    /// are.
    std::optional<std::size_t> rank_low, rank_high;
    bool moment_of_truth = false;  ///< the simultaneous interval lies above the minimum effect
    /// Over draws of the uncertain values; none without.
    std::optional<double> probability_top_3, rank_p5, rank_p95;
};

/// The moments of truth of one journey.
struct MomentsResult {
    std::string generator;  ///< empty: nothing was sampled
    RunSettings settings;   ///< method exact: 0 customers
    std::optional<double> horizon_days;
    Estimate success;
    simulate::Metric metric = simulate::Metric::success;
    MaybeEstimate as_is;  ///< the metric; none for a ratio over nothing
    double minimum_effect = 0.01;
    std::optional<double> bad_to_good;      ///< points a bad moment takes for one that a good one
                                            ///< gives; none where good ones give none
    bool zero_or_one = false;               ///< a better experience can only save a customer
    std::vector<MomentResult> touchpoints;  ///< in the file's order
    std::string persona;                    ///< in `by`: everybody is this persona
    std::vector<MomentsResult> sweep;       ///< over assumed ratios of bad to good
    std::vector<MomentsResult> by;          ///< one per persona
    std::uint64_t impossible_draws = 0;     ///< left out: a loop that nobody can leave
    std::uint64_t customers_per_draw = 0;   ///< 0: each draw was solved exactly
    Timing timing;
};

/// Positions of the touchpoints by impact, the largest first; those without an impact last, equals
/// in the file's order.
[[nodiscard]] std::vector<std::size_t> by_impact(const MomentsResult& result);

}  // namespace cjm
