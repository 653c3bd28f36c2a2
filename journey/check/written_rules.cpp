#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/nearest.hpp"
#include "journey/any_behaviour.hpp"
#include "journey/check/rules.hpp"
#include "journey/each.hpp"

namespace cjm::check {
namespace {

using Names = std::set<std::string, std::less<>>;

// ---- hidden-by-persona ----

/// A key by its name and how to find its place in a behaviour.
struct Key {
    const char* name;
    std::optional<SourceSpan> (*place)(const Behaviour&);
};

template <auto member>
std::optional<SourceSpan> place_of(const Behaviour& behaviour) {
    const auto& key = behaviour.*member;
    return key ? std::optional(key->where) : std::nullopt;
}

std::optional<SourceSpan> place_of_after(const Behaviour& behaviour) {
    if (!behaviour.after_given) return std::nullopt;
    for (const auto& next : behaviour.after)
        if (next) return next->where;
    return behaviour.where;
}

constexpr Key keys[] = {
    {"experience", place_of<&Behaviour::experience>},
    {"next", place_of<&Behaviour::next>},
    {"after", place_of_after},
    {"causes", place_of<&Behaviour::causes>},
    {"silent", place_of<&Behaviour::silent>},
    {"effort", place_of<&Behaviour::effort>},
    {"cost", place_of<&Behaviour::cost>},
    {"revenue", place_of<&Behaviour::revenue>},
    {"refers", place_of<&Behaviour::refers>},
    {"weight", place_of<&Behaviour::weight>},
    {"wait", place_of<&Behaviour::wait>},
    {"patience", place_of<&Behaviour::patience>},
};

const Behaviour* own_of(const Touchpoint& touchpoint, const std::string& persona) {
    for (const auto& [id, own] : touchpoint.for_persona)
        if (id.value == persona) return &own;
    return nullptr;
}

void find_hidden_in(const Scenario& scenario, const Touchpoint& now, const Touchpoint& changed,
                    Findings& findings) {
    for (const Key& key : keys) {
        const auto place = key.place(changed.behaviour);
        if (!place) continue;
        std::vector<std::string> personas;
        std::vector<Note> notes;
        for (const auto& [persona, own] : now.for_persona) {
            const auto hides = key.place(own);
            const Behaviour* also_changed = own_of(changed, persona.value);
            if (!hides || (also_changed && key.place(*also_changed))) continue;
            personas.push_back(persona.value);
            notes.push_back(
                {*hides, fmt::format("persona \"{}\" has its own here", persona.value)});
        }
        if (personas.empty()) continue;
        Diagnostic found{Severity::warning, "hidden-by-persona", *place, {}, {}, std::move(notes)};
        found.message = fmt::format(
            "`{}` of scenario \"{}\" at touchpoint \"{}\" changes nothing for persona{} {}: {} own "
            "`{}` stays",
            key.name, scenario.id.value, now.id.value, personas.size() == 1 ? "" : "s",
            quoted_list(personas), personas.size() == 1 ? "its" : "their", key.name);
        found.hint =
            fmt::format("to change that too, give `{2}` in [scenario.touchpoint.{0}.for.{1}]",
                        as_key(now.id.value), as_key(personas.front()), key.name);
        findings.add(std::move(found));
    }
}

// ---- idle-each ----

struct WhereKey {
    const char* name;
    std::optional<Text> Where::*wanted;
};
constexpr WhereKey where_keys[] = {{"id", &Where::id},           {"stage", &Where::stage},
                                   {"channel", &Where::channel}, {"owner", &Where::owner},
                                   {"moment", &Where::moment},   {"tag", &Where::tag}};

std::string shown(const Where& where) {
    std::vector<std::string> parts;
    for (const auto& [name, wanted] : where_keys)
        if (where.*wanted) parts.push_back(fmt::format("{} \"{}\"", name, (where.*wanted)->value));
    return fmt::format("{}", fmt::join(parts, " and "));
}

bool matches_any(const Where& where, const Journey& journey) {
    return std::any_of(journey.touchpoints.begin(), journey.touchpoints.end(),
                       [&](const Touchpoint& touchpoint) { return matches(where, touchpoint); });
}

/// The channels and tags of a journey, which nothing else spells out.
std::vector<std::string> words_for(const Journey& journey, std::optional<Text> Where::*key) {
    Names words;
    for (const auto& touchpoint : journey.touchpoints) {
        if (key == &Where::channel && touchpoint.channel) words.insert(touchpoint.channel->value);
        if (key == &Where::tag)
            for (const auto& tag : touchpoint.tags) words.insert(tag.value);
    }
    return {words.begin(), words.end()};
}

std::string hint_for(const Where& where, const Journey& journey) {
    for (const auto& [name, wanted] : where_keys) {
        if (!(where.*wanted)) continue;
        Where alone;
        alone.*wanted = where.*wanted;
        if (matches_any(alone, journey)) continue;
        if (const auto near = nearest_name((where.*wanted)->value, words_for(journey, wanted)))
            return fmt::format("did you mean {} \"{}\"?", name, *near);
        return fmt::format("no touchpoint has {} \"{}\"", name, (where.*wanted)->value);
    }
    return "each of them is somewhere, but never all at one touchpoint";
}

// ---- idle-hazard ----

/// Causes that touchpoints name with a weight; `delay` is named by a patience.
void add_causes(const Touchpoint& touchpoint, Names& named) {
    for_each_behaviour(touchpoint, [&](const Behaviour& behaviour) {
        if (behaviour.patience) named.emplace(to_string(BuiltInCause::delay));
        if (!behaviour.causes) return;
        for (const auto& cause : behaviour.causes->entries)
            if (cause.number.high > 0) named.insert(cause.name.value);
    });
}

/// Without `causes` a touchpoint names dissatisfaction.
void add_default_cause(const Touchpoint& touchpoint, Names& named) {
    if (!touchpoint.behaviour.causes) named.emplace(to_string(BuiltInCause::dissatisfaction));
}

void find_idle(const Table<NamedNumber>& hazard, const Names& named, const std::string& whose,
               Findings& findings) {
    for (const auto& [cause, multiplier] : hazard.entries) {
        if (named.contains(cause.value)) continue;
        Diagnostic found{Severity::advice, "idle-hazard", cause.where, {}, {}, {}};
        const bool delay = cause.value == to_string(BuiltInCause::delay);
        found.message =
            fmt::format("the hazard of \"{}\" of {} multiplies nothing: no touchpoint {}",
                        cause.value, whose, delay ? "has a `patience`" : "names that cause");
        found.hint = delay ? "give a touchpoint with a wait a `patience`"
                           : "give that cause a weight in the `causes` of a touchpoint";
        findings.add(std::move(found));
    }
}

// ---- idle-target ----

void add_targets(const Touchpoint& touchpoint, Names& targets) {
    const auto add = [&](const std::optional<Next>& next) {
        if (!next) return;
        for (const auto& share : next->shares) targets.insert(share.name.value);
        for (const auto& count : next->counts) targets.insert(count.name.value);
    };
    for_each_behaviour(touchpoint, [&](const Behaviour& behaviour) {
        add(behaviour.next);
        for (const auto& next : behaviour.after) add(next);
    });
}

void find_idle_names(const Touchpoint& touchpoint, const Names& targets, Findings& findings) {
    const auto tell = [&](const char* key, const Name& name) {
        if (targets.contains(name.value)) return;
        Diagnostic found{Severity::advice, "idle-target", name.where, {}, {}, {}};
        found.message = fmt::format("`{}` names \"{}\", but touchpoint \"{}\" never leads there",
                                    key, name.value, touchpoint.id.value);
        const std::vector<std::string> candidates(targets.begin(), targets.end());
        if (const auto near = nearest_name(name.value, candidates))
            found.hint = fmt::format("did you mean \"{}\"?", *near);
        else if (candidates.size() <= 5)
            found.hint = fmt::format("it leads to {}", quoted_list(candidates));
        findings.add(std::move(found));
    };
    for_each_behaviour(touchpoint, [&](const Behaviour& behaviour) {
        if (behaviour.wait)
            for (const auto& entry : behaviour.wait->entries) tell("wait", entry.target);
        if (behaviour.patience)
            for (const auto& entry : behaviour.patience->entries) tell("patience", entry.name);
    });
    if (touchpoint.seamless)
        for (const auto& entry : touchpoint.seamless->entries) tell("seamless", entry.target);
}

/// Where a scenario says something about a touchpoint, by the touchpoint's id.
using Changes = std::map<std::string_view, std::vector<const Touchpoint*>>;

Changes changes_of(const Journey& journey) {
    Changes changes;
    for (const auto& scenario : journey.scenarios)
        for (const auto& touchpoint : scenario.touchpoints)
            changes[touchpoint.id.value].push_back(&touchpoint);
    return changes;
}

}  // namespace

std::size_t scenarios_to_check(const Journey& journey, Findings& findings) {
    constexpr std::size_t most_touchpoints = 2'000'000;  // over all scenarios: some seconds
    const std::size_t most =
        most_touchpoints / std::max<std::size_t>(journey.touchpoints.size(), 1);
    if (journey.scenarios.size() <= most) return journey.scenarios.size();
    Diagnostic found{Severity::advice, "scenarios-unchecked", {}, {}, {}, {}};
    found.where = journey.scenarios[most].id.where;
    found.message = fmt::format(
        "loops of this scenario and those after it are checked only when one is run: {} scenarios "
        "of "
        "{} touchpoints are too many to check at once",
        journey.scenarios.size(), journey.touchpoints.size());
    found.hint = "keep scenarios in files of their own";
    findings.add(std::move(found));
    return most;
}

void find_hidden_values(const Journey& journey, Findings& findings) {
    const NameIndex index(journey);
    for (const auto& scenario : journey.scenarios)
        for (const auto& changed : scenario.touchpoints) {
            const auto target = index.find(changed.id.value);
            if (const auto* now = std::get_if<TouchpointId>(&target))
                find_hidden_in(scenario, journey.touchpoints[now->index()], changed, findings);
        }
}

void find_losses_as_success(const Journey& journey, Findings& findings) {
    if (!journey.success) return;
    for (const Name& name : journey.success->entries)
        for (const Outcome& outcome : journey.outcomes) {
            if (outcome.id.value != name.value || outcome.kind.value != OutcomeKind::lost) continue;
            Diagnostic found{Severity::advice, "lost-as-success", name.where, {}, {}, {}};
            found.message = fmt::format(
                "outcome \"{}\" counts as success here, but its kind is \"lost\"", name.value);
            found.notes.push_back({outcome.kind.where, "here"});
            found.hint = fmt::format(
                "if it is a success, write kind = \"success\" there, else take \"{}\" "
                "out of `success`",
                name.value);
            findings.add(std::move(found));
        }
}

void find_idle_each(const Journey& journey, Findings& findings) {
    for (const auto& scenario : journey.scenarios)
        for (const auto& each : scenario.each) {
            if (matches_any(each.where, journey)) continue;
            Diagnostic found{Severity::advice, "idle-each", each.where.where, {}, {}, {}};
            found.message = fmt::format("`where` matches no touchpoint: {}", shown(each.where));
            found.hint = hint_for(each.where, journey);
            findings.add(std::move(found));
        }
}

void find_idle_hazards(const Journey& journey, Findings& findings) {
    Names as_it_is;
    for (const auto& touchpoint : journey.touchpoints) {
        add_causes(touchpoint, as_it_is);
        add_default_cause(touchpoint, as_it_is);
    }
    Names anywhere = as_it_is;
    for (const auto& scenario : journey.scenarios) {
        Names named = as_it_is;
        for (const auto& touchpoint : scenario.touchpoints) {
            add_causes(touchpoint, named);
            if (touchpoint.is_new) add_default_cause(touchpoint, named);
        }
        find_idle(scenario.hazard, named, fmt::format("scenario \"{}\"", scenario.id.value),
                  findings);
        anywhere.merge(named);
    }
    for (const auto& persona : journey.personas)
        find_idle(persona.hazard, anywhere, fmt::format("persona \"{}\"", persona.id.value),
                  findings);
}

void find_idle_targets(const Journey& journey, Findings& findings) {
    const Changes changes = changes_of(journey);
    for (const auto& touchpoint : journey.touchpoints) {
        Names targets;
        add_targets(touchpoint, targets);
        const auto found = changes.find(touchpoint.id.value);
        if (found != changes.end())
            for (const Touchpoint* change : found->second) add_targets(*change, targets);
        find_idle_names(touchpoint, targets, findings);
        if (found != changes.end())
            for (const Touchpoint* change : found->second)
                find_idle_names(*change, targets, findings);
    }
    const NameIndex index(journey);
    for (const auto& [id, added] : changes) {
        if (!std::holds_alternative<std::monostate>(index.find(id))) continue;
        for (const Touchpoint* touchpoint : added) {
            Names targets;
            add_targets(*touchpoint, targets);
            find_idle_names(*touchpoint, targets, findings);
        }
    }
}

}  // namespace cjm::check
