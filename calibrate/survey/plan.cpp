#include "calibrate/survey/plan.hpp"

#include <cmath>

#include "base/contract.hpp"
#include "calibrate/survey/nps_interval.hpp"

namespace cjm::calibrate {
namespace {

WeightedMean share_of(double mean, double trials) {
    WeightedMean result;
    result.mean = mean;
    result.standard_error = std::sqrt(mean * (1 - mean) / trials);
    result.answers = static_cast<std::uint64_t>(std::ceil(trials));
    result.effective = trials;
    return result;
}

double half_width(const Spread& spread, ScoreKind kind, double trials,
                  const Confidence& confidence) {
    if (kind == ScoreKind::share_or_mean) {
        const Interval interval = wilson_interval(spread.mean, trials, confidence);
        return (interval.high - interval.low) / 2;
    }
    const double net = spread.promoters - spread.detractors;
    const double variance = spread.promoters + spread.detractors - net * net;
    const Estimate estimate =
        nps_interval({share_of(spread.promoters, trials), share_of(spread.detractors, trials),
                      std::sqrt(variance / trials)},
                     confidence);
    return (estimate.high - estimate.low) / 2;
}

/// The fewest answers whose interval is narrow enough.
std::uint64_t fewest(const Spread& spread, ScoreKind kind, double half,
                     const Confidence& confidence) {
    const auto enough = [&](std::uint64_t answers) {
        const double trials = static_cast<double>(answers) * spread.trials_per_answer;
        return half_width(spread, kind, trials, confidence) <= half;
    };
    std::uint64_t high = 1;
    while (!enough(high)) high *= 2;
    std::uint64_t low = high / 2;  // not enough, or 0
    while (high - low > 1) {
        const std::uint64_t middle = low + (high - low) / 2;
        (enough(middle) ? high : low) = middle;
    }
    return high;
}

}  // namespace

PlannedAnswers plan_answers(const Score& score, ScoreKind kind, double points,
                            const Confidence& confidence) {
    CJM_EXPECTS(points > 0 && points < 100);
    PlannedAnswers plan;
    if (score.estimate && !score.clue())
        plan.as_given = fewest(score.spread, kind, points / 100, confidence);
    const Spread widest{0.5, score.spread.weight_efficiency, score.spread.weight_efficiency, 0.5,
                        0.5};
    plan.at_most = fewest(widest, kind, points / 100, confidence);
    return plan;
}

}  // namespace cjm::calibrate
