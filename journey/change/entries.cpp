#include "journey/change/entries.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "journey/notes.hpp"
#include "journey/shares.hpp"
#include "journey/wait_moments.hpp"

namespace cjm {
namespace {

FieldValue value_of(const std::optional<Text>& text) {
    return text ? FieldValue(text->value) : FieldValue();
}

template <class T>
FieldValue value_of(const std::optional<Sourced<T>>& sourced) {
    return sourced ? FieldValue(sourced->value) : FieldValue();
}

double likely(const std::optional<Number>& number, double otherwise) {
    return number ? number->likely : otherwise;
}

double multiplier(const Journey& journey, const std::string& cause) {
    const auto found = journey.scenario_hazard.find(cause);
    return found == journey.scenario_hazard.end() ? 1.0 : found->second;
}

/// Share that leaves where this `next` holds.
double leaving(const Next& next) {
    return 1 - std::min(1.0, sum_of_shares(next.shares));
}

constexpr std::array<Experience, 3> experiences{Experience::good, Experience::neutral,
                                                Experience::bad};

/// Every `next` of a behaviour, with the experience that alone leads to it.
template <class Each>
void for_each_next(const Behaviour& behaviour, const OwnNext& apart, Each&& each) {
    const bool shared = !std::ranges::all_of(apart, [](bool own) { return own; });
    if (behaviour.next && shared) each(*behaviour.next, std::nullopt);
    for (const Experience experience : experiences) {
        const auto place = static_cast<std::size_t>(experience);
        const auto& own = behaviour.after[place];
        if (apart[place] && (own || behaviour.next))
            each(own ? *own : *behaviour.next, std::optional(experience));
    }
}

void add_causes(const Journey& journey, const Behaviour& behaviour, const OwnNext& apart,
                Entries& entries) {
    double sum = 0, most_leave = 0;
    if (behaviour.causes)
        for (const auto& cause : behaviour.causes->entries) sum += cause.number.likely;
    for_each_next(behaviour, apart, [&](const Next& next, const auto&) {
        most_leave = std::max(most_leave, leaving(next));
    });
    const auto add = [&](const std::string& cause, double weight) {
        if (weight <= 0) return;
        entries.push_back({ChangedField::cause, cause, {}, weight});
        if (most_leave > 0)
            entries.push_back({ChangedField::hazard, cause, {}, multiplier(journey, cause)});
    };
    if (!behaviour.causes || sum <= 0)
        return add(std::string(to_string(BuiltInCause::dissatisfaction)), 1);
    for (const auto& cause : behaviour.causes->entries)
        add(cause.name.value, cause.number.likely / sum);
}

void add_wait(const Wait& wait, Entries& entries) {
    entries.push_back({ChangedField::wait, {}, {}, mean_days(wait)});
    entries.push_back({ChangedField::wait_spread, {}, {}, spread_days(wait)});
    entries.push_back({ChangedField::wait_law, {}, {}, wait.kind});
}

FieldValue said(const std::optional<Evidence>& evidence) {
    if (!evidence) return {};
    constexpr std::array<std::string_view, 5> kinds{"assumed", "expert", "survey", "log", "cited"};
    return std::string(kinds.at(static_cast<std::size_t>(evidence->kind)));
}

}  // namespace

Entries described(const Touchpoint& touchpoint) {
    Entries entries;
    const auto add = [&](ChangedField field, FieldValue value) {
        entries.push_back({field, {}, {}, std::move(value)});
    };
    add(ChangedField::title, touchpoint.shown());
    add(ChangedField::stage, value_of(touchpoint.stage));
    add(ChangedField::channel, value_of(touchpoint.channel));
    add(ChangedField::owner, touchpoint.owner_or_us());
    add(ChangedField::responsible, value_of(touchpoint.responsible));
    add(ChangedField::moment, value_of(touchpoint.moment));
    add(ChangedField::moment_of_truth, is_declared(touchpoint));
    add(ChangedField::emotion,
        touchpoint.emotion ? FieldValue(touchpoint.emotion->likely) : FieldValue());
    add(ChangedField::evidence, said(touchpoint.evidence));
    return entries;
}

Entries start_entries(const Journey& journey, const Persona& persona) {
    Entries entries;
    for (const auto& [name, number] : (persona.start ? *persona.start : journey.start).shares)
        if (number.likely > 0)
            entries.push_back({ChangedField::start, name.value, {}, number.likely});
    return entries;
}

Entries persona_entries(const Journey& journey, const Persona& persona) {
    Entries entries{{ChangedField::persona_share, {}, {}, persona.share.likely}};
    const Integer& goodwill = persona.goodwill ? *persona.goodwill : journey.goodwill.start;
    entries.push_back({ChangedField::start_goodwill, {}, {}, static_cast<double>(goodwill.value)});
    for (const auto& [cause, number] : persona.hazard.entries)
        entries.push_back({ChangedField::persona_hazard, cause.value, {}, number.likely});
    return entries;
}

OwnNext own_next(const Touchpoint& touchpoint, std::string_view persona) {
    const Behaviour behaviour = behaviour_of(touchpoint, persona);
    OwnNext own{};
    for (std::size_t i = 0; i < own.size(); ++i) own[i] = behaviour.after[i].has_value();
    return own;
}

Entries behaviour_entries(const PlacedTouchpoint& placed, std::string_view persona,
                          const OwnNext& apart) {
    const Behaviour behaviour = behaviour_of(placed.touchpoint, persona);
    Entries entries;
    const auto add = [&](ChangedField field, FieldValue value) {
        entries.push_back({field, {}, {}, std::move(value)});
    };
    add(ChangedField::good, behaviour.experience ? behaviour.experience->good.likely : 0.0);
    add(ChangedField::bad, behaviour.experience ? behaviour.experience->bad.likely : 0.0);
    add(ChangedField::weight,
        behaviour.weight ? static_cast<double>(behaviour.weight->value) : 1.0);
    for_each_next(behaviour, apart,
                  [&](const Next& next, const std::optional<Experience>& experience) {
                      entries.push_back({ChangedField::leave, {}, experience, leaving(next)});
                  });
    add_causes(placed.journey, behaviour, apart, entries);
    add(ChangedField::silent, likely(behaviour.silent, 1));
    add(ChangedField::effort, likely(behaviour.effort, 0));
    add(ChangedField::cost, likely(behaviour.cost, 0));
    add(ChangedField::revenue, likely(behaviour.revenue, 0));
    add(ChangedField::refers, likely(behaviour.refers, 0));
    return entries;
}

Entries way_entries(const PlacedTouchpoint& placed, std::string_view persona, std::string_view to,
                    const OwnNext& apart) {
    const Behaviour behaviour = behaviour_of(placed.touchpoint, persona);
    Entries entries;
    for_each_next(
        behaviour, apart, [&](const Next& next, const std::optional<Experience>& experience) {
            for (const auto& [name, number] : next.shares)
                if (name.value == to)
                    entries.push_back({ChangedField::share, {}, experience, number.likely});
        });
    if (behaviour.wait)
        for (const auto& [target, wait] : behaviour.wait->entries)
            if (target.value == to) add_wait(wait, entries);
    if (behaviour.patience)
        for (const auto& [name, number] : behaviour.patience->entries) {
            if (name.value != to) continue;
            const std::string delay(to_string(BuiltInCause::delay));
            entries.push_back({ChangedField::hazard, delay, {}, multiplier(placed.journey, delay)});
            entries.push_back({ChangedField::patience, {}, {}, number.likely});
        }
    if (placed.touchpoint.seamless)
        for (const auto& [target, flag] : placed.touchpoint.seamless->entries)
            if (target.value == to) entries.push_back({ChangedField::seamless, {}, {}, flag.value});
    return entries;
}

FieldValue unmentioned(ChangedField field) {
    switch (field) {
        case ChangedField::share:
        case ChangedField::cause:
        case ChangedField::wait:
        case ChangedField::wait_spread:
        case ChangedField::start:
            return 0.0;
        case ChangedField::hazard:
        case ChangedField::persona_hazard:
            return 1.0;
        case ChangedField::wait_law:
            return WaitKind::fixed;
        case ChangedField::seamless:
        case ChangedField::moment_of_truth:
            return false;
        default:
            return {};
    }
}

}  // namespace cjm
