#include "journey/change/fields.hpp"

#include <algorithm>
#include <cmath>

#include "journey/change/entries.hpp"

namespace cjm {
namespace {

const Entry* find(const Entries& entries, const Entry& like) {
    const auto found =
        std::ranges::find_if(entries, [&](const Entry& entry) { return entry.same_place(like); });
    return found == entries.end() ? nullptr : &*found;
}

/// Numbers that come from the same text by other sums differ in the last bits.
bool same(const FieldValue& one, const FieldValue& other) {
    const auto *a = std::get_if<double>(&one), *b = std::get_if<double>(&other);
    if (a == nullptr || b == nullptr) return one == other;
    constexpr double rounding = 1e-12;
    return std::abs(*a - *b) <= rounding * std::max(std::abs(*a), std::abs(*b));
}

std::vector<FieldChange> differences(const Entries& before, const Entries& after) {
    std::vector<FieldChange> changes;
    const auto add = [&](const Entry& at, const Entry* was, const Entry* is) {
        const FieldValue none = unmentioned(at.field);
        const FieldValue& one = was != nullptr ? was->value : none;
        const FieldValue& other = is != nullptr ? is->value : none;
        if (!same(one, other)) changes.push_back({at.field, at.of, {}, at.experience, one, other});
    };
    for (const Entry& entry : after) add(entry, find(before, entry), &entry);
    for (const Entry& entry : before)
        if (find(after, entry) == nullptr) add(entry, &entry, nullptr);
    std::ranges::stable_sort(changes, {}, &FieldChange::field);
    return changes;
}

/// Another law with the same mean and spread is told; with another mean or spread that says it all.
void drop_laws_beside_moments(std::vector<FieldChange>& changes) {
    const bool moments = std::ranges::any_of(changes, [](const FieldChange& change) {
        return change.field == ChangedField::wait || change.field == ChangedField::wait_spread;
    });
    if (moments)
        std::erase_if(changes, [](const FieldChange& change) {
            return change.field == ChangedField::wait_law;
        });
}

/// Each change once, with the personas that it concerns where these are not all.
std::vector<FieldChange> merged(const std::vector<std::vector<FieldChange>>& by_persona,
                                const std::vector<std::string>& personas) {
    std::vector<FieldChange> all;
    std::vector<std::vector<std::string>> concerned;
    for (std::size_t i = 0; i < by_persona.size(); ++i)
        for (const FieldChange& change : by_persona[i]) {
            const auto at = static_cast<std::size_t>(std::ranges::find(all, change) - all.begin());
            if (at == all.size()) {
                all.push_back(change);
                concerned.emplace_back();
            }
            concerned[at].push_back(personas[i]);
        }
    for (std::size_t i = 0; i < all.size(); ++i)
        if (concerned[i].size() < personas.size()) all[i].personas = std::move(concerned[i]);
    std::ranges::stable_sort(all, {}, &FieldChange::field);
    return all;
}

/// Those who are in both journeys.
std::vector<std::string> common_personas(const Journey& before, const Journey& after) {
    std::vector<std::string> personas;
    for (const Persona& persona : after.personas)
        if (find_persona(before, persona.id.value)) personas.push_back(persona.id.value);
    if (personas.empty()) personas.emplace_back();  // then what holds for nobody in particular
    return personas;
}

template <class EntriesOf>
std::vector<FieldChange> by_persona(const Journey& before, const Journey& after,
                                    EntriesOf&& entries_of) {
    const std::vector<std::string> personas = common_personas(before, after);
    std::vector<std::vector<FieldChange>> changes;
    for (const std::string& persona : personas) {
        changes.push_back(differences(entries_of(true, persona), entries_of(false, persona)));
        drop_laws_beside_moments(changes.back());
    }
    return merged(changes, personas);
}

/// An experience that goes its own ways in one of the two is told apart in both.
OwnNext told_apart(const PlacedTouchpoint& before, const PlacedTouchpoint& after,
                   std::string_view persona) {
    OwnNext apart = own_next(before.touchpoint, persona);
    const OwnNext also = own_next(after.touchpoint, persona);
    for (std::size_t i = 0; i < apart.size(); ++i) apart[i] = apart[i] || also[i];
    return apart;
}

bool same_texts(const std::vector<Text>& one, const std::vector<Text>& other) {
    return std::ranges::equal(one, other, {}, &Text::value, &Text::value);
}

bool same_texts(const Touchpoint& one, const Touchpoint& other) {
    for (std::size_t row = 0; row < built_in_row_count; ++row)
        if (!same_texts(one.rows.built_in[row], other.rows.built_in[row])) return false;
    const auto same_own = [](const auto& a, const auto& b) {
        return a.first.value == b.first.value && same_texts(a.second, b.second);
    };
    return same_texts(one.links, other.links) && same_texts(one.tags, other.tags) &&
           std::ranges::equal(one.rows.own, other.rows.own, same_own);
}

void add_personas(const Journey& before, const Journey& after, std::vector<FieldChange>& all) {
    const auto add = [&](const std::string& id, const Persona* was, const Persona* is) {
        auto changes = differences(was != nullptr ? persona_entries(before, *was) : Entries{},
                                   is != nullptr ? persona_entries(after, *is) : Entries{});
        for (FieldChange& change : changes) {
            change.personas = {id};
            all.push_back(std::move(change));
        }
    };
    for (const Persona& persona : after.personas) {
        const PersonaId was = find_persona(before, persona.id.value);
        add(persona.id.value, was ? &before.personas[was.index()] : nullptr, &persona);
    }
    for (const Persona& persona : before.personas)
        if (!find_persona(after, persona.id.value)) add(persona.id.value, &persona, nullptr);
}

}  // namespace

std::vector<FieldChange> touchpoint_changes(const PlacedTouchpoint& before,
                                            const PlacedTouchpoint& after) {
    auto changes = differences(described(before.touchpoint), described(after.touchpoint));
    for (FieldChange& change :
         by_persona(before.journey, after.journey, [&](bool was, const std::string&persona) {
             return behaviour_entries(was ? before : after, persona,
                                      told_apart(before, after, persona));
         }))
        changes.push_back(std::move(change));
    if (!same_texts(before.touchpoint, after.touchpoint))
        changes.push_back({ChangedField::texts, {}, {}, {}, {}, {}});
    std::ranges::stable_sort(changes, {}, &FieldChange::field);
    return changes;
}

std::vector<FieldChange> way_changes(const PlacedTouchpoint& before, const PlacedTouchpoint& after,
                                     std::string_view to) {
    return by_persona(before.journey, after.journey, [&](bool was, const std::string& persona) {
        return way_entries(was ? before : after, persona, to, told_apart(before, after, persona));
    });
}

std::vector<FieldChange> whole_changes(const Journey& before, const Journey& after) {
    std::vector<FieldChange> all = by_persona(before, after, [&](bool was, const std::string& id) {
        const Journey& journey = was ? before : after;
        const PersonaId persona = find_persona(journey, id);
        return persona ? start_entries(journey, journey.personas[persona.index()]) : Entries{};
    });
    add_personas(before, after, all);
    const auto add = [&](ChangedField field, double was, double is) {
        if (was != is) all.push_back({field, {}, {}, {}, was, is});
    };
    add(ChangedField::cost_once, before.scenario_cost, after.scenario_cost);
    add(ChangedField::cost_per_customer, before.scenario_cost_per_customer,
        after.scenario_cost_per_customer);
    return all;
}

}  // namespace cjm
