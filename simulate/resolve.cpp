#include "simulate/resolve.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/contract.hpp"

namespace cjm::simulate {
namespace {

/// Shares this near to 1 in sum are meant to be 1 (the model page, section 1).
constexpr double sum_tolerance = 1e-9;

/// The transition ids of one touchpoint by the target's name.
using Targets = std::map<std::string, TransitionId, std::less<>>;

template <class Entry, class Value>
const Value* find_by_target(const std::optional<Table<Entry>>& table, std::string_view name,
                            Value Entry::*value) {
    if (!table) return nullptr;
    for (const Entry& entry : table->entries)
        if constexpr (requires { entry.target; }) {
            if (entry.target.value == name) return &(entry.*value);
        } else {
            if (entry.name.value == name) return &(entry.*value);
        }
    return nullptr;
}

double hazard_multiplier(const Table<NamedNumber>& hazards, std::string_view cause) {
    for (const NamedNumber& entry : hazards.entries)
        if (entry.name.value == cause) return entry.number.likely;
    return 1;
}

WaitLaw wait_law(const Wait& wait) {
    WaitLaw law;
    law.kind = wait.kind;
    law.mean = wait.mean.likely;
    law.sd = wait.sd.likely;
    law.low = wait.low.likely;
    law.likely = wait.likely.likely;
    law.high = wait.high.likely;
    law.shape = wait.shape.likely;
    law.scale = wait.scale.likely;
    return law;
}

/// Resolves one journey, part by part, into `result`.
class Resolver {
  public:
    explicit Resolver(const Journey& journey) : journey_(journey), names_(journey) {}

    ResolvedJourney resolve() {
        resolve_whole();
        for (std::size_t i = 0; i < journey_.touchpoints.size(); ++i) add_touchpoint(i);
        for (const Persona& persona : journey_.personas) add_persona(persona);
        if (journey_.survey) resolve_survey(*journey_.survey);
        return std::move(result_);
    }

  private:
    void resolve_whole();
    void resolve_survey(const Survey& survey);
    void add_touchpoint(std::size_t index);
    void mention(TouchpointId from, const std::optional<Next>& next);
    void mention(TouchpointId from, const Behaviour& behaviour);
    void add_persona(const Persona& persona);
    ResolvedVisit visit(std::size_t touchpoint, const Persona& persona) const;
    ResolvedWay way(std::size_t touchpoint, const Next& next, const Behaviour& behaviour,
                    double delay) const;
    bool crossing_costs(const Touchpoint& from, const Name& to) const;
    std::vector<ResolvedCause> causes(const Behaviour& behaviour, const Persona& persona) const;
    double multiplier(const Persona& persona, std::string_view cause) const;

    const Journey& journey_;
    NameIndex names_;
    ResolvedJourney result_;
    std::vector<Targets> targets_;  // by touchpoint
};

void Resolver::resolve_whole() {
    const Goodwill& goodwill = journey_.goodwill;
    result_.cause_count = journey_.causes.size();
    result_.stage_count = journey_.stages.size();
    result_.goodwill_good = goodwill.good.value;
    result_.goodwill_bad = goodwill.bad.value;
    result_.goodwill_floor = goodwill.floor.value;
    result_.goodwill_ceiling = goodwill.ceiling.value;
    result_.hazard_ratio = goodwill.hazard_ratio.likely;
    result_.fade = goodwill.fade.likely;
    result_.friction_goodwill = journey_.friction.goodwill.value;
    result_.friction_effort = journey_.friction.effort.likely;
    result_.discount_rate = journey_.discount_rate.likely;
    if (journey_.horizon_days) result_.horizon_days = journey_.horizon_days->value;
    if (journey_.ghost_after_days) result_.ghost_after_days = journey_.ghost_after_days->value;
    result_.in_progress_is_success = in_progress_is_success(journey_);
    for (std::size_t i = 0; i < journey_.outcomes.size(); ++i)
        result_.outcome_is_success.push_back(counts_as_success(journey_, OutcomeId(i)));
}

void Resolver::resolve_survey(const Survey& survey) {
    const auto question = [](const std::optional<SurveyQuestion>& asked) {
        std::optional<ResolvedQuestion> resolved;
        if (asked) resolved = {asked->centre.likely, asked->slope.likely, asked->spread.likely};
        return resolved;
    };
    ResolvedSurvey resolved{survey.response.likely,
                            question(survey.csat),
                            question(survey.nps),
                            question(survey.ces),
                            {}};
    for (const auto& [attribute, names] : survey.csi) {
        auto& touchpoints = resolved.attributes.emplace_back();
        for (const Name& name : names) {
            const TouchpointId id = find_touchpoint(journey_, name.value);
            CJM_ASSERT(id.has_value());
            if (std::ranges::find(touchpoints, id) == touchpoints.end()) touchpoints.push_back(id);
        }
    }
    result_.survey = std::move(resolved);
}

void Resolver::add_touchpoint(std::size_t index) {
    const Touchpoint& touchpoint = journey_.touchpoints[index];
    result_.touchpoints.push_back(touchpoint.id.value);
    result_.stage_of.push_back(touchpoint.stage ? find_stage(journey_, touchpoint.stage->value)
                                                : StageId());
    targets_.emplace_back();
    mention(TouchpointId(index), touchpoint.behaviour);
    for (const auto& [persona, behaviour] : touchpoint.for_persona)
        mention(TouchpointId(index), behaviour);
}

void Resolver::mention(TouchpointId from, const Behaviour& behaviour) {
    mention(from, behaviour.next);
    for (const auto& after : behaviour.after) mention(from, after);
}

void Resolver::mention(TouchpointId from, const std::optional<Next>& next) {
    if (!next) return;
    for (const NamedNumber& share : next->shares) {
        const auto id = TransitionId(result_.transitions.size());
        if (!targets_[from.index()].emplace(share.name.value, id).second) continue;
        const NameIndex::Target target = names_.find(share.name.value);
        Transition transition{from, {}, {}};
        if (const auto* touchpoint = std::get_if<TouchpointId>(&target))
            transition.to_touchpoint = *touchpoint;
        else if (const auto* outcome = std::get_if<OutcomeId>(&target))
            transition.to_outcome = *outcome;
        CJM_ASSERT(transition.to_touchpoint.has_value() != transition.to_outcome.has_value());
        result_.transitions.push_back(transition);
    }
}

void Resolver::add_persona(const Persona& persona) {
    ResolvedPersona resolved;
    resolved.share = persona.share.likely;
    resolved.goodwill = persona.goodwill ? persona.goodwill->value : journey_.goodwill.start.value;
    const Start& start = persona.start ? *persona.start : journey_.start;
    for (const NamedNumber& share : start.shares)
        resolved.start.emplace_back(find_touchpoint(journey_, share.name.value),
                                    share.number.likely);
    result_.personas.push_back(std::move(resolved));
    for (std::size_t i = 0; i < journey_.touchpoints.size(); ++i)
        result_.visits.push_back(visit(i, persona));
}

ResolvedVisit Resolver::visit(std::size_t touchpoint, const Persona& persona) const {
    const Behaviour behaviour = behaviour_of(journey_.touchpoints[touchpoint], persona.id.value);
    const auto likely = [](const std::optional<Number>& number, double otherwise) {
        return number ? number->likely : otherwise;
    };
    ResolvedVisit resolved;
    if (behaviour.experience) {
        resolved.good = behaviour.experience->good.likely;
        resolved.bad = behaviour.experience->bad.likely;
    }
    if (behaviour.weight) resolved.weight = behaviour.weight->value;
    resolved.silent = likely(behaviour.silent, 1);
    resolved.values = {likely(behaviour.effort, 0), likely(behaviour.cost, 0),
                       likely(behaviour.revenue, 0), likely(behaviour.refers, 0)};
    resolved.causes = causes(behaviour, persona);

    const double delay = multiplier(persona, to_string(BuiltInCause::delay));
    CJM_ASSERT(behaviour.next.has_value());
    resolved.ways.push_back(way(touchpoint, *behaviour.next, behaviour, delay));
    for (std::size_t e = 0; e < behaviour.after.size(); ++e) {
        if (!behaviour.after[e]) continue;
        resolved.way[e] = resolved.ways.size();
        resolved.ways.push_back(way(touchpoint, *behaviour.after[e], behaviour, delay));
    }
    return resolved;
}

ResolvedWay Resolver::way(std::size_t touchpoint, const Next& next, const Behaviour& behaviour,
                          double delay) const {
    ResolvedWay resolved;
    for (const NamedNumber& share : next.shares) {
        const std::string& name = share.name.value;
        ResolvedEdge edge;
        edge.transition = targets_[touchpoint].at(name);
        edge.share = share.number.likely;
        if (const Wait* wait = find_by_target(behaviour.wait, name, &NamedWait::wait))
            edge.wait = wait_law(*wait);
        const Number* patience = find_by_target(behaviour.patience, name, &NamedNumber::number);
        if (patience != nullptr && delay > 0) edge.patience_days = patience->likely / delay;
        edge.friction = crossing_costs(journey_.touchpoints[touchpoint], share.name);
        resolved.stay += edge.share;
        resolved.edges.push_back(edge);
    }
    if (resolved.stay > 1 - sum_tolerance) {
        for (ResolvedEdge& edge : resolved.edges) edge.share /= resolved.stay;
        resolved.stay = 1;
    }
    return resolved;
}

bool Resolver::crossing_costs(const Touchpoint& from, const Name& to) const {
    const NameIndex::Target target = names_.find(to.value);
    const auto* id = std::get_if<TouchpointId>(&target);
    if (id == nullptr) return false;
    const auto& there = journey_.touchpoints[id->index()].channel;
    const bool differ = from.channel && there && from.channel->value != there->value;
    const auto* seamless = find_by_target(from.seamless, to.value, &NamedFlag::flag);
    return differ && !(seamless != nullptr && seamless->value);
}

std::vector<ResolvedCause> Resolver::causes(const Behaviour& behaviour,
                                            const Persona& persona) const {
    Table<NamedNumber> weights;
    if (behaviour.causes)
        weights = *behaviour.causes;
    else
        weights.entries.push_back(
            {{std::string(to_string(BuiltInCause::dissatisfaction)), {}}, 1.0});
    double sum = 0;
    for (const NamedNumber& entry : weights.entries) sum += entry.number.likely;
    std::vector<ResolvedCause> resolved;
    for (const NamedNumber& entry : weights.entries) {
        const CauseId cause = find_cause(journey_, entry.name.value);
        CJM_ASSERT(cause.has_value());
        resolved.push_back(
            {cause, entry.number.likely / sum * multiplier(persona, entry.name.value)});
    }
    return resolved;
}

double Resolver::multiplier(const Persona& persona, std::string_view cause) const {
    const auto scenario = journey_.scenario_hazard.find(std::string(cause));
    return hazard_multiplier(persona.hazard, cause) *
           (scenario == journey_.scenario_hazard.end() ? 1 : scenario->second);
}

}  // namespace

ResolvedJourney resolve(const Journey& journey) {
    return Resolver(journey).resolve();
}

}  // namespace cjm::simulate
