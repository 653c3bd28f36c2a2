#include <algorithm>

#include "journey/graph.hpp"
#include "simulate/estimate/detail/parts.hpp"

namespace cjm::simulate::detail {
namespace {

// Size of a count that is not 0, weighted by itself, over all touchpoints or transitions.
double count_at_once(const CountSums& all) {
    return all.sum > 0 ? static_cast<double>(all.squares) / static_cast<double>(all.sum) : 1.0;
}

}  // namespace

Evidence gather(const Journey& journey, const CompiledJourney& compiled, const Amounts& amounts,
                const Tally& tally, const RunSettings& settings) {
    CountSums visits, arrivals;
    for (const TouchpointTally& touchpoint : tally.touchpoints) visits += touchpoint.visits;
    for (const CountSums& transition : tally.transitions) arrivals += transition;
    return {journey,
            compiled,
            amounts,
            tally,
            Confidence(settings.confidence),
            count_at_once(visits),
            count_at_once(arrivals),
            Loops(compiled)};
}

double Evidence::visits_at_once(const TouchpointTally& touchpoint) const {
    const CountSums& visits = touchpoint.visits;
    if (visits.sum == 0) return usual_visits;
    return std::max(usual_visits,
                    static_cast<double>(visits.squares) / static_cast<double>(visits.sum));
}

Loops::Loops(const CompiledJourney& compiled) : touchpoints(compiled.touchpoint_count) {
    std::vector<Edge> edges;
    for (const Transition& transition : compiled.transitions)
        if (transition.to_touchpoint)
            edges.push_back({static_cast<Vertex>(transition.from.index()),
                             static_cast<Vertex>(transition.to_touchpoint.index())});
    const auto component = Graph(compiled.touchpoint_count, edges).components().of;
    for (const Transition& transition : compiled.transitions) {
        const std::size_t from = transition.from.index();
        const bool back = transition.to_touchpoint &&
                          component[from] == component[transition.to_touchpoint.index()];
        transitions.push_back(back);
        if (back) touchpoints[from] = true;
    }
}

bool Evidence::bunches(double VisitValues::*amount) const {
    std::size_t places = 0;
    for (std::size_t v = 0; v < compiled.touchpoint_count; ++v) {
        bool here = false;
        for (std::size_t persona = 0; persona < compiled.persona_count; ++persona)
            here |= compiled.values[persona * compiled.touchpoint_count + v].*amount > 0;
        if (here && loops.touchpoints[v]) return true;
        places += here ? 1U : 0U;
    }
    return places > 1;
}

Estimate Evidence::mean(const CountSums& sums, double event, bool bunches) const {
    const Sums all{tally.customers, static_cast<Integer128>(sums.sum),
                   WideSum(static_cast<Integer128>(sums.squares))};
    return estimate_mean(all, {.units = 1, .event = event, .bunches = bunches}, confidence);
}

Estimate Evidence::mean(const AmountSums& sums, const AmountScale& scale, double event,
                        bool bunches) const {
    return estimate_mean({tally.customers, sums.sum, sums.squares},
                         {.units = scale.units, .event = event, .bunches = bunches}, confidence);
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
