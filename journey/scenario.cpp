#include "journey/scenario.hpp"

#include <algorithm>

#include "base/contract.hpp"
#include "journey/each.hpp"

namespace cjm {
namespace {

template <class T>
void replace(std::optional<T>& key, const std::optional<T>& replacement) {
    if (replacement) key = replacement;
}

template <class T>
void replace(std::vector<T>& key, const std::vector<T>& replacement) {
    if (!replacement.empty()) key = replacement;
}

/// Every key of a behaviour but `after`, which is merged differently in a touchpoint and in its
/// `for`.
void replace_keys(Behaviour& behaviour, const Behaviour& replacement) {
    replace(behaviour.experience, replacement.experience);
    replace(behaviour.next, replacement.next);
    replace(behaviour.causes, replacement.causes);
    replace(behaviour.silent, replacement.silent);
    replace(behaviour.effort, replacement.effort);
    replace(behaviour.cost, replacement.cost);
    replace(behaviour.revenue, replacement.revenue);
    replace(behaviour.refers, replacement.refers);
    replace(behaviour.weight, replacement.weight);
    replace(behaviour.wait, replacement.wait);
    replace(behaviour.patience, replacement.patience);
    behaviour.after_given = behaviour.after_given || replacement.after_given;
}

void replace_for(Touchpoint& touchpoint, const Name& persona, const Behaviour& replacement) {
    auto& entries = touchpoint.for_persona;
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& entry) {
        return entry.first.value == persona.value;
    });
    if (found == entries.end()) {
        entries.emplace_back(persona, replacement);
        return;
    }
    replace_keys(found->second, replacement);
    if (replacement.after_given) found->second.after = replacement.after;
}

void replace_rows(RowTexts& rows, const RowTexts& replacement) {
    for (std::size_t row = 0; row < built_in_row_count; ++row)
        replace(rows.built_in[row], replacement.built_in[row]);
    replace(rows.own, replacement.own);
}

/// `channel = ""` is no channel.
void drop_empty_channel(Touchpoint& touchpoint) {
    if (touchpoint.channel && touchpoint.channel->value.empty()) touchpoint.channel.reset();
}

void replace_touchpoint(Touchpoint& touchpoint, const Touchpoint& replacement) {
    replace(touchpoint.title, replacement.title);
    replace(touchpoint.stage, replacement.stage);
    replace(touchpoint.channel, replacement.channel);
    drop_empty_channel(touchpoint);
    replace(touchpoint.owner, replacement.owner);
    replace(touchpoint.responsible, replacement.responsible);
    replace(touchpoint.links, replacement.links);
    replace(touchpoint.moment, replacement.moment);
    replace(touchpoint.tags, replacement.tags);
    replace(touchpoint.moment_of_truth, replacement.moment_of_truth);
    replace(touchpoint.seamless, replacement.seamless);
    replace(touchpoint.evidence, replacement.evidence);
    replace(touchpoint.emotion, replacement.emotion);
    replace_rows(touchpoint.rows, replacement.rows);
    replace_keys(touchpoint.behaviour, replacement.behaviour);
    for (std::size_t experience = 0; experience < replacement.behaviour.after.size(); ++experience)
        replace(touchpoint.behaviour.after[experience], replacement.behaviour.after[experience]);
    for (const auto& [persona, own] : replacement.for_persona)
        replace_for(touchpoint, persona, own);
}

/// Replaces by id; adds what is new. A touchpoint that two applied scenarios add is added once.
void replace_and_add(Journey& journey, const std::vector<Touchpoint>& changes) {
    if (changes.empty()) return;
    const NameIndex index(journey);
    for (const auto& change : changes) {
        const auto target = index.find(change.id.value);
        if (const auto* existing = std::get_if<TouchpointId>(&target))
            replace_touchpoint(journey.touchpoints[existing->index()], change);
        else if (change.is_new && change.is_new->value)
            drop_empty_channel(journey.touchpoints.emplace_back(change));
    }
}

void multiply_hazards(Journey& journey, const Table<NamedNumber>& hazard) {
    for (const auto& [cause, multiplier] : hazard.entries)
        journey.scenario_hazard.try_emplace(cause.value, 1.0).first->second *= multiplier.likely;
}

}  // namespace

Journey apply_scenario(const Journey& journey, ScenarioId scenario) {
    return apply_scenario(journey, scenario, journey);
}

Journey apply_scenario(const Journey& journey, ScenarioId scenario, const Journey& as_is) {
    CJM_EXPECTS(as_is.touchpoints.size() <= journey.touchpoints.size());
    const Scenario& change = journey.scenarios[scenario.index()];
    Journey changed = journey;
    // additions stand behind the touchpoints as they are, so that positions agree
    for (const auto& each : change.each)
        for (std::size_t i = 0; i < as_is.touchpoints.size(); ++i)
            if (matches(each.where, as_is.touchpoints[i])) apply_each(each, changed.touchpoints[i]);
    replace_and_add(changed, change.touchpoints);
    multiply_hazards(changed, change.hazard);
    changed.scenario_cost += change.cost.likely;
    changed.scenario_cost_per_customer += change.cost_per_customer.likely;
    if (!changed.scenario.empty()) changed.scenario += '+';
    changed.scenario += change.id.value;
    return changed;
}

}  // namespace cjm
