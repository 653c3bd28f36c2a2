#include "journey/strategies/effect.hpp"

#include <algorithm>
#include <set>

#include "base/nearest.hpp"
#include "journey/notes.hpp"
#include "journey/scenario.hpp"

namespace cjm {
namespace {

using Bound = double Number::*;

void settle(Number& number, Bound bound) {
    number = Number(number.*bound);
}

void settle(std::optional<Number>& number, Bound bound) {
    if (number) settle(*number, bound);
}

/// The scenario with every uncertain number at one of its three values.
Scenario settled(Scenario scenario, Bound bound) {
    for (NamedNumber& hazard : scenario.hazard.entries) settle(hazard.number, bound);
    for (Each& each : scenario.each)
        for (std::optional<Number>* number :
             {&each.bad, &each.good, &each.leave, &each.wait, &each.effort, &each.cost,
              &each.revenue, &each.patience, &each.refers, &each.cost_add})
            settle(*number, bound);
    return scenario;
}

Journey changed_by(Journey journey, Scenario scenario) {
    journey.scenarios.push_back(std::move(scenario));
    return apply_scenario(journey, ScenarioId(journey.scenarios.size() - 1));
}

JourneyChange changes_at(const Journey& journey, const Scenario& scenario, Bound bound) {
    return changes_between(journey, changed_by(journey, settled(scenario, bound)));
}

/// Whether two changes are of the same field.
bool same_field(const FieldChange& one, const FieldChange& other) {
    return one.field == other.field && one.of == other.of && one.personas == other.personas &&
           one.experience == other.experience;
}

/// What a bound makes of a field; where nothing differs there, what it was. change: null likewise
template <class Change>
FieldValue value_under(const Change* change, const FieldChange& likely) {
    if (change == nullptr) return likely.before;
    const auto found = std::ranges::find_if(
        change->fields, [&](const FieldChange& field) { return same_field(field, likely); });
    return found == change->fields.end() ? likely.before : found->after;
}

std::vector<FieldEffect> effects(const std::vector<FieldChange>& likely) {
    std::vector<FieldEffect> all;
    for (const FieldChange& change : likely)
        if (change.field != ChangedField::hazard)  // told once, for all places
            all.push_back({change, change.after, change.after});
    return all;
}

std::vector<PlaceEffect> places_of(const Journey& journey, const Scenario& scenario) {
    const JourneyChange likely = changes_at(journey, scenario, &Number::likely);
    std::vector<PlaceEffect> places;
    const auto add = [&](PlaceEffect place) {
        if (!place.fields.empty()) places.push_back(std::move(place));
    };
    for (const Touchpoint& touchpoint : journey.touchpoints) {
        const std::string& id = touchpoint.id.value;
        if (const auto* change = likely.touchpoint(id)) add({id, "", effects(change->fields)});
        for (const WayChange& way : likely.ways)
            if (way.from == id) add({id, way.to, effects(way.fields)});
    }
    return places;
}

/// Sets what a bound of the multipliers makes of every field.
void set_bound(const JourneyChange& changes, FieldValue FieldEffect::*bound,
               std::vector<PlaceEffect>& places) {
    for (PlaceEffect& place : places)
        for (FieldEffect& field : place.fields)
            field.*bound = place.to.empty()
                               ? value_under(changes.touchpoint(place.touchpoint), field.likely)
                               : value_under(changes.way(place.touchpoint, place.to), field.likely);
}

void add_causes(const Behaviour& behaviour, std::set<std::string>& causes) {
    if (behaviour.causes)
        for (const NamedNumber& cause : behaviour.causes->entries)
            if (cause.number.high > 0) causes.insert(cause.name.value);
    if (behaviour.patience) causes.emplace(to_string(BuiltInCause::delay));
}

/// The causes that somebody may leave for.
std::set<std::string> causes_in(const Journey& journey) {
    std::set<std::string> causes;
    for (const Touchpoint& touchpoint : journey.touchpoints) {
        if (!touchpoint.behaviour.causes) causes.emplace(to_string(BuiltInCause::dissatisfaction));
        add_causes(touchpoint.behaviour, causes);
        for (const auto& [persona, own] : touchpoint.for_persona) add_causes(own, causes);
    }
    return causes;
}

bool is_anywhere(const Journey& journey, const std::string& tag) {
    return std::ranges::any_of(journey.touchpoints, [&](const Touchpoint& touchpoint) {
        return has_tag(touchpoint, tag);
    });
}

/// Whether one is part of the other, as "service" of "service-desk".
bool holds(std::string_view one, std::string_view other) {
    constexpr std::size_t shortest = 4;
    return std::min(one.size(), other.size()) >= shortest &&
           (one.find(other) != std::string_view::npos || other.find(one) != std::string_view::npos);
}

}  // namespace

std::vector<std::string> tags_of(const Journey& journey) {
    std::vector<std::string> tags;
    for (const Touchpoint& touchpoint : journey.touchpoints)
        for (const Text& tag : touchpoint.tags)
            if (std::ranges::find(tags, tag.value) == tags.end()) tags.push_back(tag.value);
    return tags;
}

std::vector<std::string> tags_near(const Journey& journey, std::string_view tag) {
    std::vector<std::string> tags = tags_of(journey);
    const auto nearest = nearest_name(tag, tags);
    std::erase_if(tags, [&](const std::string& one) { return one != nearest && !holds(one, tag); });
    return tags;
}

std::vector<std::string> ScenarioEffect::touchpoints() const {
    std::vector<std::string> all;
    for (const PlaceEffect& place : places)
        if (all.empty() || all.back() != place.touchpoint) all.push_back(place.touchpoint);
    return all;
}

ScenarioEffect effect_of(const Journey& journey, const Scenario& scenario) {
    ScenarioEffect effect;
    effect.places = places_of(journey, scenario);
    const std::set<std::string> causes = causes_in(journey);
    for (const NamedNumber& hazard : scenario.hazard.entries) {
        if (causes.contains(hazard.name.value))
            effect.hazards.push_back({hazard.name.value, hazard.number});
        else
            effect.idle_causes.push_back(hazard.name.value);
    }
    for (const Each& each : scenario.each)
        if (each.where.tag && !is_anywhere(journey, each.where.tag->value))
            effect.idle_tags.push_back(each.where.tag->value);
    return effect;
}

ScenarioEffect effect_with_range(const Journey& journey, const Scenario& scenario) {
    ScenarioEffect effect = effect_of(journey, scenario);
    set_bound(changes_at(journey, scenario, &Number::low), &FieldEffect::low, effect.places);
    set_bound(changes_at(journey, scenario, &Number::high), &FieldEffect::high, effect.places);
    return effect;
}

}  // namespace cjm
