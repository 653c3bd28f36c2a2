#include "simulate/moments/sampled_moments.hpp"

#include <algorithm>
#include <vector>

#include "simulate/answer_law.hpp"
#include "simulate/moments/moment_estimates.hpp"
#include "simulate/moments/moment_walk.hpp"
#include "simulate/moments/ranks.hpp"
#include "simulate/moments/variations.hpp"
#include "simulate/paired/paired_run.hpp"
#include "simulate/random/words.hpp"

namespace cjm::simulate {
namespace {

double dearest_visit(const ResolvedJourney& journey) {
    double most = 0;
    for (const ResolvedVisit& visit : journey.visits)
        most = std::max({most, visit.values.revenue, visit.values.cost});
    return most;
}

MetricScale scale_of(const Journey& journey, const ResolvedJourney& resolved, Metric metric,
                     const std::vector<Variant>& variants) {
    MetricScale scale;
    scale.metric = metric;
    scale.zero_or_one = metric == Metric::success && better_only_saves(resolved);
    switch (metric) {
        case Metric::success:
        case Metric::ghosted:
            break;
        case Metric::margin:
            scale.units = variants.front().amounts.money_scale.units;
            scale.event = dearest_visit(resolved);
            scale.scenario_cost = journey.scenario_cost_per_customer;
            break;
        case Metric::lifetime_value:
            scale.units = discounted_units(variants.front(), any_discounts(variants));
            break;
        case Metric::nps:
            scale.units = score_units;
            scale.event = 200;  // from a detractor to a promoter
            break;
    }
    return scale;
}

}  // namespace

std::optional<MomentsResult> sampled_moments(const Journey& journey,
                                             const MomentsSettings& settings,
                                             CustomerRange customers, const RunControl& control) {
    const ResolvedJourney resolved = resolve(journey);
    std::vector<double> nps;
    if (settings.metric == Metric::nps) nps = nps_by_level(journey, *journey.survey->nps);
    const auto sums = walk_moments(resolved, nps, settings.metric, settings.run.seed, customers,
                                   settings.run.threads, control);
    if (!sums) return std::nullopt;
    // forcing experiences changes no amount, so the journey as it is has the scales of all
    const std::vector<Variant> as_is = make_variants({compile(resolved)});
    const MetricScale scale = scale_of(journey, resolved, settings.metric, as_is);
    const MomentEstimates estimates(*sums, scale, settings.run.confidence);
    MomentsResult result;
    result.generator = generator_name;
    result.settings = settings.run;
    result.settings.method = Method::monte_carlo;
    result.settings.customers = customers.count;
    result.horizon_days = resolved.horizon_days;
    result.success = estimates.success();
    result.metric = settings.metric;
    result.as_is = estimates.as_is();
    result.minimum_effect = settings.minimum_effect;
    result.bad_to_good = bad_to_good(journey);
    result.zero_or_one = scale.zero_or_one;
    for (std::size_t i = 0; i < resolved.touchpoints.size(); ++i) {
        result.touchpoints.push_back(estimates.moment(i));
        result.touchpoints.back().id = resolved.touchpoints[i];
    }
    set_ranks(result);
    return result;
}

}  // namespace cjm::simulate
