#include "journey/model.hpp"

#include <algorithm>

namespace cjm {
namespace {

template <class IdType, class Entries>
IdType find_named(const Entries& entries, std::string_view name) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return e.id.value == name; });
    if (found == entries.end()) return {};
    return IdType(static_cast<std::size_t>(found - entries.begin()));
}

template <class T>
void replace(std::optional<T>& key, const std::optional<T>& replacement) {
    if (replacement) key = replacement;
}

}  // namespace

std::string_view to_string(BuiltInRow row) {
    static constexpr std::array<std::string_view, built_in_row_count> names{
        "does",       "thinks",    "feels",   "pains",  "ideas", "evidence_shown",
        "frontstage", "backstage", "support", "metrics"};
    return names.at(static_cast<std::size_t>(row));
}

std::string_view to_string(BuiltInCause cause) {
    static constexpr std::array<std::string_view, built_in_cause_count> names{
        "dissatisfaction", "price", "neglect", "priorities", "delay"};
    return names.at(static_cast<std::size_t>(cause));
}

TouchpointId find_touchpoint(const Journey& journey, std::string_view name) {
    return find_named<TouchpointId>(journey.touchpoints, name);
}
OutcomeId find_outcome(const Journey& journey, std::string_view name) {
    return find_named<OutcomeId>(journey.outcomes, name);
}
PersonaId find_persona(const Journey& journey, std::string_view name) {
    return find_named<PersonaId>(journey.personas, name);
}
StageId find_stage(const Journey& journey, std::string_view name) {
    return find_named<StageId>(journey.stages, name);
}
ScenarioId find_scenario(const Journey& journey, std::string_view name) {
    return find_named<ScenarioId>(journey.scenarios, name);
}
CauseId find_cause(const Journey& journey, std::string_view name) {
    return find_named<CauseId>(journey.causes, name);
}

NameIndex::NameIndex(const Journey& journey) {
    for (std::size_t i = 0; i < journey.touchpoints.size(); ++i)
        by_name_.emplace(journey.touchpoints[i].id.value, TouchpointId(i));
    for (std::size_t i = 0; i < journey.outcomes.size(); ++i)
        by_name_.emplace(journey.outcomes[i].id.value, OutcomeId(i));
}

NameIndex::Target NameIndex::find(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? Target{} : found->second;
}

bool counts_as_success(const Journey& journey, OutcomeId outcome) {
    const auto& entry = journey.outcomes[outcome.index()];
    if (!journey.success) return entry.kind.value == OutcomeKind::success;
    const auto& names = journey.success->entries;
    return std::any_of(names.begin(), names.end(),
                       [&](const Name& name) { return name.value == entry.id.value; });
}

bool in_progress_is_success(const Journey& journey) {
    if (!journey.success) return false;
    const auto& names = journey.success->entries;
    return std::any_of(names.begin(), names.end(),
                       [](const Name& name) { return name.value == "in_progress"; });
}

Behaviour behaviour_of(const Touchpoint& touchpoint, std::string_view persona) {
    Behaviour merged = touchpoint.behaviour;
    for (const auto& [name, own] : touchpoint.for_persona) {
        if (name.value != persona) continue;
        replace(merged.experience, own.experience);
        replace(merged.next, own.next);
        if (own.after_given) merged.after = own.after;
        replace(merged.causes, own.causes);
        replace(merged.silent, own.silent);
        replace(merged.effort, own.effort);
        replace(merged.cost, own.cost);
        replace(merged.revenue, own.revenue);
        replace(merged.refers, own.refers);
        replace(merged.weight, own.weight);
        replace(merged.wait, own.wait);
        replace(merged.patience, own.patience);
        merged.after_given = merged.after_given || own.after_given;
    }
    return merged;
}

}  // namespace cjm
