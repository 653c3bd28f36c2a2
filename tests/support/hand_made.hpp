// Owns: journeys made by hand, for tests that do not want to read a file. Must not know: checks.
#pragma once
#include <initializer_list>
#include <string>
#include <utility>

#include "journey/model.hpp"

namespace cjm::testing {

using Shares = std::initializer_list<std::pair<const char*, Number>>;

inline Name name(std::string text) {
    return {std::move(text), {}};
}

inline std::vector<NamedNumber> numbers(Shares entries) {
    std::vector<NamedNumber> list;
    for (const auto& [id, number] : entries) list.push_back({name(id), number});
    return list;
}

inline Table<NamedNumber> table(Shares entries) {
    return {numbers(entries), {}};
}
inline Next next(Shares shares) {
    return {numbers(shares), {}, {}};
}
inline ExperienceShares experience(Number good, Number bad) {
    return {good, bad, {}};
}

inline Wait fixed_wait(double days) {
    Wait wait;
    wait.mean = days;
    return wait;
}

inline Table<NamedWait> waits(std::initializer_list<std::pair<const char*, Wait>> entries) {
    Table<NamedWait> list;
    for (const auto& [id, wait] : entries) list.entries.push_back({name(id), wait});
    return list;
}

inline Touchpoint touchpoint(const char* id, Shares shares) {
    Touchpoint made;
    made.id = name(id);
    if (shares.size() > 0) made.behaviour.next = next(shares);
    return made;
}

inline Outcome outcome(const char* id, OutcomeKind kind = OutcomeKind::success) {
    return {name(id), {}, {kind, {}}};
}

inline Persona persona(const char* id, double share) {
    Persona made;
    made.id = name(id);
    made.share = share;
    return made;
}

/// A journey with one persona "everyone", the built-in causes, a success "done" and a lost outcome
/// "lost".
inline Journey journey(const char* start, std::initializer_list<Touchpoint> touchpoints) {
    Journey made;
    made.title = {"by hand", {}};
    made.start.shares = numbers({{start, 1.0}});
    for (std::size_t cause = 0; cause < built_in_cause_count; ++cause)
        made.causes.push_back({name(std::string(to_string(static_cast<BuiltInCause>(cause)))), {}});
    made.personas = {persona("everyone", 1.0)};
    made.touchpoints = touchpoints;
    made.outcomes = {outcome("done"), outcome("lost", OutcomeKind::lost)};
    return made;
}

}  // namespace cjm::testing
