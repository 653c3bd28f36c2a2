#include "simulate/moments/exact_moments.hpp"

#include <cmath>
#include <vector>

#include "base/contract.hpp"
#include "simulate/answer_law.hpp"
#include "simulate/moments/lifetime_impacts.hpp"
#include "simulate/moments/ranks.hpp"
#include "simulate/moments/variations.hpp"

namespace cjm::simulate {
namespace {

/// A ratio over nothing is nan.
MaybeEstimate if_known(double value) {
    if (std::isnan(value)) return std::nullopt;
    return Estimate{value, 0, value, value, value, std::nullopt};
}

Estimate exactly(double value) {
    return {value, 0, value, value, value, std::nullopt};
}

/// Makes moments of the impacts on one metric.
class MomentMaker {
  public:
    MomentMaker(const ExactImpacts& impacts, Metric metric, double scenario_cost)
        : impacts_(impacts),
          turned_(less_is_better(metric) ? -1 : 1),
          scenario_cost_(metric == Metric::margin ? scenario_cost : 0),
          scale_(std::isnan(impacts.as_is) ? 1 : std::max(1.0, std::abs(impacts.as_is))) {}

    [[nodiscard]] double level(double metric) const { return metric - scenario_cost_; }

    [[nodiscard]] MomentResult moment(std::size_t i) const {
        const ExactImpact& from = impacts_.touchpoints[i];
        MomentResult moment;
        const double impact = gain(from.all_good, from.all_bad);
        moment.reach = exactly(std::min(from.reach, 1.0));
        moment.all_good = if_known(level(from.all_good));
        moment.all_bad = if_known(level(from.all_bad));
        moment.impact = if_known(impact);
        moment.headroom = if_known(gain(from.all_good, impacts_.as_is));
        moment.exposure = if_known(gain(impacts_.as_is, from.all_bad));
        moment.gradient = if_known(gain(from.gradient, 0));
        if (from.reach > 0 && moment.impact) {
            moment.impact_per_reached = exactly(impact / from.reach);
            moment.simultaneous_low = moment.simultaneous_high = impact;
        }
        if (impacts_.success > 0)
            moment.removal_effect = exactly(std::min(from.successes / impacts_.success, 1.0));
        return moment;
    }

  private:
    /// How much better one level of the metric is than another; 0 where only rounding tells them
    /// apart.
    [[nodiscard]] double gain(double better, double worse) const {
        constexpr double rounding = 1e-13;
        const double difference = better - worse;
        return std::abs(difference) <= rounding * scale_ ? 0 : turned_ * difference;
    }

    const ExactImpacts& impacts_;
    double turned_, scenario_cost_, scale_;
};

}  // namespace

MomentsAnswer exact_moments(const Journey& journey, const MomentsSettings& settings) {
    CJM_EXPECTS(solves_exactly(journey, settings.run.method));
    const ResolvedJourney resolved = resolve(journey);
    std::vector<double> nps;
    if (settings.metric == Metric::nps) nps = nps_by_level(journey, *journey.survey->nps);
    const ImpactSolution solution = settings.metric == Metric::lifetime_value
                                        ? solve_lifetime_impacts(resolved, settings.run.threads)
                                        : solve_impacts(resolved, settings.metric, nps);
    MomentsAnswer answer;
    if (!solution.impacts) {
        for (const TouchpointId touchpoint : solution.unsolved.loop)
            answer.unsolved_loop.push_back(resolved.touchpoints[touchpoint.index()]);
        return answer;
    }
    MomentsResult result;
    result.settings = settings.run;
    result.settings.method = Method::exact;
    result.settings.customers = 0;
    result.metric = settings.metric;
    result.minimum_effect = settings.minimum_effect;
    result.bad_to_good = bad_to_good(journey);
    result.zero_or_one = settings.metric == Metric::success && better_only_saves(resolved);
    const MomentMaker maker(*solution.impacts, settings.metric, journey.scenario_cost_per_customer);
    result.success = exactly(solution.impacts->success);
    result.as_is = if_known(maker.level(solution.impacts->as_is));
    for (std::size_t i = 0; i < resolved.touchpoints.size(); ++i) {
        result.touchpoints.push_back(maker.moment(i));
        result.touchpoints.back().id = resolved.touchpoints[i];
    }
    set_ranks(result);
    answer.result = std::move(result);
    return answer;
}

}  // namespace cjm::simulate
