#include "render/funnel/steps.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

#include "base/contract.hpp"
#include "base/interval.hpp"

namespace cjm::render::funnel {
namespace {

std::vector<CausePart> parts(const Journey& journey, const std::vector<CauseResult>& causes) {
    std::vector<CausePart> list;
    for (const auto& cause : causes) {
        const auto id = find_cause(journey, cause.id);
        if (id && cause.share.estimate > 0) list.push_back({id.index(), cause.share});
    }
    return list;
}

std::optional<Arrival> arrival_of(const TouchpointResult& touchpoint) {
    const auto& days = touchpoint.first_arrival_days;
    if (!days) return std::nullopt;
    const double mean = days->mean.estimate;
    return Arrival{days->p50.value_or(mean), days->p10.value_or(mean), days->p90.value_or(mean),
                   touchpoint.reach.estimate};
}

Step step_of(const Journey& journey, const TouchpointResult& touchpoint) {
    Step step;
    step.id = touchpoint.id;
    const auto id = find_touchpoint(journey, touchpoint.id);
    step.title = id ? journey.touchpoints[id.index()].shown() : touchpoint.id;
    step.reach = touchpoint.reach;
    step.left = touchpoint.left;
    step.ghosted = touchpoint.ghosted;
    step.drop_off = touchpoint.drop_off;
    step.causes = parts(journey, touchpoint.causes);
    if (const auto arrival = arrival_of(touchpoint)) step.arrivals.push_back(*arrival);
    return step;
}

/// What so many of all who start did, each at most once: their number is known, so the interval is
/// Wilson's as for every share. Solved exactly it has none.
Estimate share_of_all(const SimulationResult& result, double share) {
    const auto& settings = result.settings;
    if (settings.method == Method::exact || settings.customers == 0)
        return {share, 0, share, share, {}, {}};
    const auto customers = static_cast<double>(settings.customers);
    const auto events = static_cast<std::uint64_t>(std::llround(std::min(1.0, share) * customers));
    return estimate_share(events, settings.customers, Confidence(settings.confidence));
}

/// Leaving at the touchpoints of a stage, summed: nobody leaves twice.
struct Leaving {
    double left = 0, ghosted = 0;
    std::vector<double> causes;

    void add(const TouchpointResult& touchpoint) {
        left += touchpoint.left.estimate;
        ghosted += touchpoint.ghosted.estimate;
        causes.resize(std::max(causes.size(), touchpoint.causes.size()));
        for (std::size_t i = 0; i < touchpoint.causes.size(); ++i)
            causes[i] += touchpoint.causes[i].share.estimate;
    }
};

Step step_of(const Journey& journey, const SimulationResult& result, const StageResult& stage) {
    Step step;
    step.id = stage.id;
    const auto id = find_stage(journey, stage.id);
    step.title = id ? journey.stages[id.index()].shown() : stage.id;
    step.touchpoints = 0;
    step.reach = stage.reach;
    step.drop_off = stage.drop_off;
    Leaving leaving;
    for (const auto& touchpoint : result.touchpoints) {
        const auto at = find_touchpoint(journey, touchpoint.id);
        const auto* of = at ? &journey.touchpoints[at.index()].stage : nullptr;
        if (of == nullptr || !*of || (*of)->value != stage.id) continue;
        ++step.touchpoints;
        leaving.add(touchpoint);
        if (const auto arrival = arrival_of(touchpoint)) step.arrivals.push_back(*arrival);
    }
    step.left = share_of_all(result, leaving.left);
    step.ghosted = share_of_all(result, leaving.ghosted);
    for (std::size_t cause = 0; cause < leaving.causes.size(); ++cause) {
        if (leaving.causes[cause] > 0)
            step.causes.push_back({cause, share_of_all(result, leaving.causes[cause])});
    }
    return step;
}

/// How often customers come from each touchpoint to each lost outcome: nobody does twice.
class LostOutcomes {
  public:
    LostOutcomes(const std::vector<End>& ends, const SimulationResult& result) {
        for (const auto& transition : result.transitions)
            for (std::size_t end = 0; end < ends.size(); ++end)
                if (ends[end].kind == EndKind::lost && ends[end].id == transition.to)
                    shares_[transition.from][end] += transition.traversals.estimate;
    }
    void add(const std::string& touchpoint, Step& step) const {
        const auto found = shares_.find(touchpoint);
        if (found == shares_.end()) return;
        for (const auto& [end, share] : found->second) {
            if (!(share > 0)) continue;
            const auto same = std::find_if(step.lost.begin(), step.lost.end(),
                                           [end = end](const LostPart& p) { return p.end == end; });
            if (same != step.lost.end())
                same->share += share;
            else
                step.lost.push_back({end, share});
        }
    }

  private:
    std::map<std::string, std::map<std::size_t, double>> shares_;
};

void add_lost(const Journey& journey, const SimulationResult& result, Funnel& funnel) {
    const LostOutcomes lost(funnel.ends, result);
    for (auto& step : funnel.steps) {
        if (!funnel.by_stage) lost.add(step.id, step);
        for (const auto& touchpoint : journey.touchpoints)
            if (funnel.by_stage && touchpoint.stage && touchpoint.stage->value == step.id)
                lost.add(touchpoint.id.value, step);
        std::sort(step.lost.begin(), step.lost.end(),
                  [](const LostPart& a, const LostPart& b) { return a.end < b.end; });
    }
}

/// Whether all customers start in a step, so that they come to it without any doubt.
bool holds_every_start(const Journey& journey, const Step& step, bool by_stage) {
    const auto is_here = [&](const Start& start) {
        return std::ranges::all_of(start.shares, [&](const auto& share) {
            const auto id = find_touchpoint(journey, share.name.value);
            if (!by_stage) return share.name.value == step.id;
            const auto* const stage = id ? &journey.touchpoints[id.index()].stage : nullptr;
            return stage != nullptr && *stage && (*stage)->value == step.id;
        });
    };
    const auto& personas = journey.personas;
    return std::ranges::all_of(personas,
                               [&](const Persona& persona) {
                                   return is_here(persona.start ? *persona.start : journey.start);
                               }) &&
           (!personas.empty() || is_here(journey.start));
}

/// Of a stage: new where all its touchpoints are, gone likewise, else changed.
std::optional<ChangeKind> change_of(const Journey& journey, const JourneyChange& change,
                                    const Step& step, bool by_stage) {
    std::optional<ChangeKind> kind;
    std::size_t alike = 0;
    for (const auto& touchpoint : journey.touchpoints) {
        const bool here = by_stage ? touchpoint.stage && touchpoint.stage->value == step.id
                                   : touchpoint.id.value == step.id;
        const auto* changed = here ? change.touchpoint(touchpoint.id.value) : nullptr;
        if (changed == nullptr) continue;
        if (kind && *kind != changed->kind) return ChangeKind::changed;
        kind = changed->kind;
        ++alike;
    }
    return kind && alike < step.touchpoints ? ChangeKind::changed : kind;
}

void add_changes(const Journey& journey, const ChangeResult& change, Funnel& funnel) {
    for (auto& step : funnel.steps) {
        step.change = change_of(journey, change.journey, step, funnel.by_stage);
        if (!change.figures) continue;
        const auto& places = change.figures->places;
        if (funnel.by_stage) {
            if (const auto* stage = places.stage(step.id)) {
                step.reach_difference = stage->reach;
                step.drop_off_difference = stage->drop_off;
            }
        } else if (const auto* touchpoint = places.touchpoint(step.id)) {
            step.reach_difference = touchpoint->reach;
            step.drop_off_difference = touchpoint->drop_off;
        }
    }
}

}  // namespace

double lost_of(const Step& step) {
    double share = 0;
    for (const auto& part : step.lost) share += part.share;
    return share;
}

Funnel make_steps(const Journey& journey, const SimulationResult& result, bool by_stage,
                  const ChangeResult* change) {
    CJM_EXPECTS(!by_stage || !result.stages.empty());
    Funnel funnel;
    funnel.by_stage = by_stage;
    if (by_stage)
        for (const auto& stage : result.stages)
            funnel.steps.push_back(step_of(journey, result, stage));
    else
        for (const auto& touchpoint : result.touchpoints)
            funnel.steps.push_back(step_of(journey, touchpoint));
    funnel.ends = ends_of(journey, &result);
    funnel.causes = parts(journey, result.causes);
    add_lost(journey, result, funnel);
    if (change != nullptr) add_changes(journey, *change, funnel);
    for (auto& step : funnel.steps)
        if (holds_every_start(journey, step, by_stage))
            step.reach.low = step.reach.high = step.reach.estimate;
    for (const auto& step : funnel.steps)
        funnel.most_lost = std::max(funnel.most_lost, step.left.estimate + lost_of(step));
    return funnel;
}

}  // namespace cjm::render::funnel
