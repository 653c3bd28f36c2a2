// Owns: what differs between a journey and the same redesigned, as an author would say it. Must not
// know: simulation, words, drawing.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "journey/model.hpp"

namespace cjm {

/// How a part of a journey stands to the same part of the redesigned one.
enum class ChangeKind : std::uint8_t {
    changed,
    added,  ///< was not there, or nobody could come there
    gone,   ///< is no longer there, or nobody can come there any more
};

/// What an author may change. Values are those of the file at their likely values: shares, points,
/// amounts, days.
enum class ChangedField : std::uint8_t {
    // of a touchpoint
    title,
    stage,
    channel,
    owner,
    responsible,
    moment,
    moment_of_truth,
    good,    ///< share of visits
    bad,     ///< share of visits
    weight,  ///< of the experience
    leave,   ///< share of visits that leave at goodwill 0, before any multiplier
    cause,   ///< weight among the causes, of their sum
    hazard,  ///< what scenarios multiply the hazard of a cause by
    silent,
    effort,
    cost,
    revenue,
    refers,
    emotion,
    evidence,
    texts,  ///< rows of the map, links, tags: without values
    // of a way
    share,        ///< of the visits that go on this way, at goodwill 0
    wait,         ///< mean
    wait_spread,  ///< standard deviation
    wait_law,     ///< the kind, where mean and spread are the same
    patience,     ///< mean, multipliers of `delay` aside
    seamless,
    // of the whole
    start,              ///< share of a persona's customers who start at a touchpoint
    persona_share,      ///< of all customers
    start_goodwill,     ///< of a persona
    persona_hazard,     ///< multiplier of a cause
    cost_once,          ///< of the scenarios applied
    cost_per_customer,  ///< likewise
};

/// A value of a field; none where the author gave none and none holds.
using FieldValue = std::variant<std::monostate, bool, double, std::string, Owner, Moment, WaitKind>;

/// One thing that differs.
struct FieldChange {
    ChangedField field{};
    std::string of;       ///< the cause's, or for `start` the touchpoint's id; else empty
    std::vector<std::string> personas;  ///< whom alone it concerns, ids; empty = everybody
    std::optional<Experience> experience;  ///< of a way that only this experience leads to
    FieldValue before, after;

    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

struct TouchpointChange {
    std::string id;
    ChangeKind kind = ChangeKind::changed;
    std::vector<FieldChange> fields;  ///< in the order of ChangedField; empty where it is only in
                                      ///< one of the two
};

/// A way from a touchpoint to a target that some of its visits go on.
struct WayChange {
    std::string from, to;
    ChangeKind kind = ChangeKind::changed;
    std::vector<FieldChange> fields;
};

/// What differs, in the order of the redesigned journey; what is gone stands at the end.
struct JourneyChange {
    std::vector<TouchpointChange> touchpoints;
    std::vector<WayChange> ways;
    std::vector<FieldChange> whole;

    [[nodiscard]] bool nothing() const {
        return touchpoints.empty() && ways.empty() && whole.empty();
    }
    /// Null where it does not differ. Cost: O(changes).
    [[nodiscard]] const TouchpointChange* touchpoint(std::string_view id) const;
    [[nodiscard]] const WayChange* way(std::string_view from, std::string_view to) const;
};

/// Compares a journey with the same redesigned: all that a scenario may change, and personas and
/// where they start. Parts are matched by id; what differs by persona in the file and comes to the
/// same is the same, and what only widens or narrows an uncertain value is no change.
///
/// before, after  checked without errors
/// cost           O(personas x targets x log names)
[[nodiscard]] JourneyChange changes_between(const Journey& before, const Journey& after);

}  // namespace cjm
