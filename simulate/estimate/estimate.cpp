#include "simulate/estimate/estimate.hpp"

#include <vector>

#include "base/contract.hpp"
#include "simulate/estimate/detail/parts.hpp"

namespace cjm::simulate {
namespace {

using detail::Evidence;

// How customers ended, whole numbers of them.
struct Ends {
    std::uint64_t success = 0, ghosted = 0, left_openly = 0, in_progress = 0;
    std::vector<std::uint64_t> outcomes;
};

Ends ends_of(const PersonaTally& persona, const CompiledJourney& compiled) {
    Ends ends{0, persona.ghosted, persona.left_openly, persona.in_progress, persona.outcomes};
    for (std::size_t i = 0; i < ends.outcomes.size(); ++i)
        if (compiled.outcome_is_success[i] != 0) ends.success += ends.outcomes[i];
    if (compiled.in_progress_is_success) {
        ends.success += ends.in_progress;
        ends.in_progress = 0;
    }
    return ends;
}

Ends ends_of_all(const Tally& tally, const CompiledJourney& compiled) {
    PersonaTally all;
    all.outcomes.resize(compiled.outcome_count);
    for (const PersonaTally& persona : tally.personas) all += persona;
    return ends_of(all, compiled);
}

void estimate_ends(const Evidence& evidence, SimulationResult& result) {
    const Ends ends = ends_of_all(evidence.tally, evidence.compiled);
    result.success = evidence.share(ends.success);
    result.lost = evidence.share(evidence.tally.customers - ends.success - ends.in_progress);
    result.ghosted = evidence.share(ends.ghosted);
    result.left_openly = evidence.share(ends.left_openly);
    // Counted as success they are not in progress by definition, so that 0 is no estimate then.
    if (!evidence.compiled.in_progress_is_success)
        result.in_progress = evidence.share(ends.in_progress);
    for (std::size_t i = 0; i < ends.outcomes.size(); ++i) {
        const Outcome& outcome = evidence.journey.outcomes[i];
        result.outcomes.push_back({outcome.id.value, outcome.kind.value == OutcomeKind::success,
                                   evidence.compiled.outcome_is_success[i] != 0,
                                   evidence.share(ends.outcomes[i])});
    }
    if (const auto cohort = result.settings.cohort)
        result.cohort = {*cohort, predict_events(ends.success, evidence.tally.customers, *cohort,
                                                 evidence.confidence)};
}

void estimate_causes(const Evidence& evidence, SimulationResult& result) {
    const Tally& tally = evidence.tally;
    for (std::size_t cause = 0; cause < tally.cause_count; ++cause)
        result.causes.push_back(
            {evidence.journey.causes[cause].id.value, evidence.share(tally.left_out_of(cause))});
}

void estimate_stages(const Evidence& evidence, SimulationResult& result) {
    for (std::size_t i = 0; i < evidence.tally.stages.size(); ++i) {
        const StageTally& stage = evidence.tally.stages[i];
        result.stages.push_back({evidence.journey.stages[i].id.value, evidence.share(stage.reached),
                                 evidence.share_of(stage.left, stage.reached)});
    }
}

void estimate_personas(const Evidence& evidence, SimulationResult& result) {
    for (std::size_t i = 0; i < evidence.tally.personas.size(); ++i) {
        const PersonaTally& persona = evidence.tally.personas[i];
        const Ends ends = ends_of(persona, evidence.compiled);
        result.personas.push_back({evidence.journey.personas[i].id.value,
                                   evidence.share(persona.customers),
                                   evidence.share_of(ends.success, persona.customers),
                                   evidence.share_of(ends.ghosted, persona.customers)});
    }
}

void estimate_times(const Evidence& evidence, SimulationResult& result) {
    const Tally& tally = evidence.tally;
    result.time_to_success_days = evidence.duration(tally.time_to_success);
    if (!evidence.compiled.has_waits) return;
    Survival survival;
    for (const EndTimes::Point& point : tally.ends.curve(evidence.compiled.horizon)) {
        survival.days.push_back(static_cast<double>(point.time) / ticks_per_day);
        survival.still_on_the_way.push_back(static_cast<double>(tally.customers - point.ended) /
                                            static_cast<double>(tally.customers));
    }
    result.survival = std::move(survival);
}

void estimate_transitions(const Evidence& evidence, SimulationResult& result) {
    const Journey& journey = evidence.journey;
    for (std::size_t i = 0; i < evidence.tally.transitions.size(); ++i) {
        const Transition& transition = evidence.compiled.transitions[i];
        const std::string& to = transition.to_touchpoint
                                    ? journey.touchpoints[transition.to_touchpoint.index()].id.value
                                    : journey.outcomes[transition.to_outcome.index()].id.value;
        result.transitions.push_back(
            {journey.touchpoints[transition.from.index()].id.value, to,
             evidence.mean(evidence.tally.transitions[i], evidence.usual_arrivals,
                           evidence.loops.transitions[i])});
    }
}

}  // namespace

SimulationResult estimate(const Journey& journey, const CompiledJourney& compiled,
                          const Amounts& amounts, const Tally& tally, const RunSettings& settings) {
    CJM_EXPECTS(tally.customers > 0);
    const Evidence evidence = detail::gather(journey, compiled, amounts, tally, settings);
    SimulationResult result;
    result.settings = settings;
    if (!settings.cohort && journey.customers_per_year.likely > 0)
        result.settings.cohort = journey.customers_per_year.likely;
    if (journey.horizon_days) result.horizon_days = journey.horizon_days->value;
    estimate_ends(evidence, result);
    estimate_causes(evidence, result);
    estimate_stages(evidence, result);
    for (std::size_t v = 0; v < compiled.touchpoint_count; ++v)
        result.touchpoints.push_back(detail::estimate_touchpoint(evidence, v));
    estimate_personas(evidence, result);
    estimate_times(evidence, result);
    estimate_transitions(evidence, result);
    result.effort = detail::estimate_effort(evidence);
    result.money = detail::estimate_money(evidence);
    result.word_of_mouth = detail::estimate_word_of_mouth(evidence);
    detail::estimate_observer(evidence, result);
    detail::estimate_survey(evidence, result);
    result.seamlessness = detail::estimate_seamlessness(evidence);
    return result;
}

}  // namespace cjm::simulate
