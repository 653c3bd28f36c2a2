#include "journey/parse/detail/resolve.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "journey/parse/detail/names.hpp"
#include "journey/parse/detail/stray_key.hpp"

namespace cjm::detail {
namespace {

// Names that a touchpoint may refer to: those of the file, and those its scenario adds.
struct Scope {
    const Directory* added = nullptr;
};

// What could be read for good: an entry whose id could not be read may be the one that a name
// means.
ListsRead readable(const Journey& journey, ListsRead read) {
    const auto all_named = [](const auto& entries) {
        return std::none_of(entries.begin(), entries.end(),
                            [](const auto& entry) { return entry.id.value.empty(); });
    };
    read.targets = read.targets && !journey.touchpoints.empty() && all_named(journey.touchpoints) &&
                   all_named(journey.outcomes);
    read.stages = read.stages && all_named(journey.stages);
    read.rows = read.rows && all_named(journey.rows);
    read.personas = read.personas && all_named(journey.personas);
    read.causes = read.causes && all_named(journey.causes);
    return read;
}

class Resolver {
  public:
    Resolver(Findings& findings, const Journey& journey, const ListsRead& read)
        : findings_(findings),
          journey_(journey),
          read_(readable(journey, read)),
          names_(define_names(findings, journey)) {}

    void resolve() {
        resolve_start(journey_.start);
        if (journey_.success)
            for (const auto& name : journey_.success->entries) resolve_success(name);
        for (const auto& persona : journey_.personas) {
            resolve_causes(persona.hazard, DelayIs::a_hazard);
            if (persona.start) resolve_start(*persona.start);
        }
        for (const auto& stage : journey_.stages) resolve_rows(stage.rows);
        for (const auto& touchpoint : journey_.touchpoints) {
            resolve_touchpoint(touchpoint, {});
            check_complete(touchpoint);
        }
        for (const auto& scenario : journey_.scenarios) resolve_scenario(scenario);
        if (journey_.survey)
            for (const auto& [attribute, touchpoints] : journey_.survey->csi)
                for (const auto& name : touchpoints) resolve_touchpoint_name(name);
    }

  private:
    enum class DelayIs { a_hazard, no_choice };

    // A key of the touchpoint under a header of one of its tables; whether it is one.
    bool say_stray(const Name& name) {
        auto hint = stray_key_hint(name.value, name.where);
        if (hint.empty()) return false;
        findings_.error("stray-key", name.where,
                        fmt::format("{} stands among the entries of a table", quoted(name.value)),
                        std::move(hint));
        return true;
    }

    // What to write for a title; empty where nothing is called so.
    template <class... Lists>
    static std::string id_of(const std::string& title, const Lists&... lists) {
        std::string hint;
        const auto look = [&](const auto& entries) {
            for (const auto& entry : entries)
                if (hint.empty() && entry.title && compose(entry.title->value) == title)
                    hint = fmt::format("write its id: {}", quoted(entry.id.value));
        };
        (look(lists), ...);
        return hint;
    }

    // --- what refers to it

    void resolve_start(const Start& start) {
        for (const auto& share : start.shares) {
            if (names_.outcomes.has(share.name.value) && !names_.touchpoints.has(share.name.value))
                findings_.error("unknown-touchpoint", share.name.where,
                                fmt::format("{} is an outcome; customers start at a touchpoint",
                                            quoted(share.name.value)));
            else
                resolve_touchpoint_name(share.name);
        }
    }

    void resolve_touchpoint_name(const Name& name) {
        if (!read_.targets || names_.touchpoints.has(name.value)) return;
        findings_.unknown_name("unknown-touchpoint", name.where,
                               fmt::format("{} is no touchpoint", quoted(name.value)), name.value,
                               names_.touchpoints.known());
    }

    void resolve_success(const Name& name) {
        if (!read_.targets || name.value == "in_progress" || names_.outcomes.has(name.value))
            return;
        const bool touchpoint = names_.touchpoints.has(name.value);
        findings_.unknown_name(
            "unknown-outcome", name.where,
            fmt::format("{} is {}; success names outcomes, or \"in_progress\"", quoted(name.value),
                        touchpoint ? "a touchpoint" : "no outcome"),
            name.value, std::make_shared<KnownNames>(names_.success));
    }

    void resolve_target(const Name& name, Scope scope) {
        if (!read_.targets || names_.targets.has(name.value)) return;
        if (scope.added != nullptr && scope.added->has(name.value)) return;
        if (name.value == "leave") {
            findings_.error(
                "unknown-target", name.where,
                "\"leave\" is no target; what the shares lack to 1 leaves here",
                "remove it, or write the numbers observed as counts, which may name leave");
            return;
        }
        if (say_stray(name)) return;
        if (auto hint = id_of(name.value, journey_.touchpoints, journey_.outcomes); !hint.empty())
            return findings_.error(
                "unknown-target", name.where,
                fmt::format("{} is neither a touchpoint nor an outcome", quoted(name.value)),
                std::move(hint));
        findings_.unknown_name(
            "unknown-target", name.where,
            fmt::format("{} is neither a touchpoint nor an outcome", quoted(name.value)),
            name.value, scope.added ? scope.added->known() : names_.targets.known());
    }

    void resolve_causes(const Table<NamedNumber>& table, DelayIs delay) {
        for (const auto& [name, number] : table.entries) {
            if (!read_.causes) return;
            const auto& allowed =
                delay == DelayIs::a_hazard ? names_.causes : names_.choosable_causes;
            if (allowed.has(name.value)) continue;
            if (say_stray(name)) continue;
            if (name.value == "delay")
                findings_.error(
                    "delay-as-cause", name.where,
                    "\"delay\" is no cause to choose; it comes from waits longer than the patience",
                    "give the wait a patience: patience = { target = \"3 d\" }");
            else
                findings_.unknown_name(
                    "unknown-cause", name.where,
                    fmt::format("{} is no cause of leaving", quoted(name.value)), name.value,
                    allowed.known(),
                    "the causes are dissatisfaction, price, neglect, priorities, and those "
                    "the file defines as [[cause]]");
        }
    }

    void resolve_rows(const RowTexts& rows) {
        for (const auto& [name, texts] : rows.own)
            if (read_.rows && !names_.rows.has(name.value))
                findings_.unknown_name(
                    "unknown-row", name.where,
                    fmt::format("{} is no row that the file defines", quoted(name.value)),
                    name.value, names_.rows.known(), "define it as [[row]]");
    }

    void resolve_next(const std::optional<Next>& next, Scope scope) {
        if (!next) return;
        if (next->counts.empty())
            for (const auto& share : next->shares) resolve_target(share.name, scope);
        for (const auto& count : next->counts)
            if (count.name.value != "leave") resolve_target(count.name, scope);
    }

    void resolve_behaviour(const Behaviour& behaviour, Scope scope) {
        resolve_next(behaviour.next, scope);
        for (const auto& next : behaviour.after) resolve_next(next, scope);
        if (behaviour.causes) resolve_causes(*behaviour.causes, DelayIs::no_choice);
        if (behaviour.wait)
            for (const auto& wait : behaviour.wait->entries) resolve_target(wait.target, scope);
        if (behaviour.patience)
            for (const auto& patience : behaviour.patience->entries)
                resolve_target(patience.name, scope);
    }

    void resolve_stage(const Name& name) {
        if (!read_.stages || !name.where.somewhere() || names_.stages.has(name.value)) return;
        if (auto hint = id_of(name.value, journey_.stages); !hint.empty())
            return findings_.error(
                "unknown-stage", name.where,
                fmt::format("{} is no stage that the file defines", quoted(name.value)),
                std::move(hint));
        findings_.unknown_name(
            "unknown-stage", name.where,
            fmt::format("{} is no stage that the file defines", quoted(name.value)), name.value,
            names_.stages.known(), "define it as [[stage]]");
    }

    void resolve_touchpoint(const Touchpoint& touchpoint, Scope scope) {
        if (touchpoint.stage) resolve_stage(*touchpoint.stage);
        resolve_behaviour(touchpoint.behaviour, scope);
        if (touchpoint.seamless)
            for (const auto& seamless : touchpoint.seamless->entries)
                resolve_target(seamless.target, scope);
        resolve_rows(touchpoint.rows);
        for (const auto& [persona, behaviour] : touchpoint.for_persona) {
            if (read_.personas && !names_.personas.has(persona.value))
                findings_.unknown_name(
                    "unknown-persona", persona.where,
                    fmt::format("{} is no persona that the file defines", quoted(persona.value)),
                    persona.value, names_.personas.known(), "define it as [[persona]]");
            resolve_behaviour(behaviour, scope);
        }
    }

    // --- what the rest of the file makes necessary

    void check_complete(const Touchpoint& touchpoint) {
        const auto what = touchpoint.id.value.empty() ? std::string("this touchpoint")
                                                      : "touchpoint " + quoted(touchpoint.id.value);
        if (!journey_.stages.empty() && !touchpoint.stage)
            findings_.error("missing-key", touchpoint.where,
                            fmt::format("{} has no stage, and the file has stages", what),
                            "say in which stage it is: stage = \"…\"");
        if (touchpoint.behaviour.next) return;
        const auto& own = touchpoint.for_persona;
        const auto without = std::find_if(
            journey_.personas.begin(), journey_.personas.end(), [&](const Persona& persona) {
                return std::none_of(own.begin(), own.end(), [&](const auto& entry) {
                    return entry.first.value == persona.id.value && entry.second.next;
                });
            });
        if (without == journey_.personas.end()) return;
        const bool some =
            std::any_of(own.begin(), own.end(), [](const auto& e) { return e.second.next; });
        const auto who = some ? fmt::format(" for persona {}", quoted(without->id.value)) : "";
        findings_.error("missing-key", touchpoint.where, fmt::format("{} has no next{}", what, who),
                        "say where customers go on: next = { target = 0.9 }");
    }

    void resolve_scenario(const Scenario& scenario) {
        resolve_causes(scenario.hazard, DelayIs::a_hazard);
        Directory added;
        for (const auto& touchpoint : scenario.touchpoints)
            if (is_new(touchpoint)) added.add(touchpoint.id);
        added.suggest_also(names_.targets);
        for (const auto& each : scenario.each) resolve_where(each.where, added);
        for (const auto& touchpoint : scenario.touchpoints) {
            if (is_new(touchpoint))
                check_new(touchpoint);
            else
                resolve_replaced(touchpoint.id);
            resolve_touchpoint(touchpoint, {&added});
        }
    }

    static bool is_new(const Touchpoint& touchpoint) {
        return touchpoint.is_new && touchpoint.is_new->value;
    }

    void check_new(const Touchpoint& touchpoint) {
        check_not_reserved(findings_, touchpoint.id);
        if (names_.targets.has(touchpoint.id.value))
            findings_.error("not-new", touchpoint.is_new->where,
                            fmt::format("{} is there already; new = true adds a touchpoint",
                                        quoted(touchpoint.id.value)),
                            names_.touchpoints.has(touchpoint.id.value)
                                ? "remove new = true to change it, or choose another id"
                                : "choose another id");
        check_complete(touchpoint);
    }

    void resolve_replaced(const Name& id) {
        if (!read_.targets || names_.touchpoints.has(id.value)) return;
        findings_.unknown_name("unknown-touchpoint", id.where,
                               fmt::format("{} is no touchpoint of the journey", quoted(id.value)),
                               id.value, names_.touchpoints.known(), "to add it, say new = true");
    }

    void resolve_where(const Where& where, const Directory& added) {
        if (where.stage) resolve_stage(*where.stage);
        if (!where.id || !read_.targets || names_.touchpoints.has(where.id->value)) return;
        if (added.has(where.id->value))
            findings_.error(
                "unknown-touchpoint", where.id->where,
                fmt::format(
                    "{} is added by this scenario; [[scenario.each]] changes the journey as it is",
                    quoted(where.id->value)),
                "write the values in its own table");
        else
            resolve_touchpoint_name(*where.id);
    }

    Findings& findings_;
    const Journey& journey_;
    ListsRead read_;
    Names names_;
};

}  // namespace

void resolve_names(Findings& findings, const Journey& journey, const ListsRead& read) {
    Resolver(findings, journey, read).resolve();
}

}  // namespace cjm::detail
