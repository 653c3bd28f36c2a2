// Owns: what a scenario of multipliers does to a journey, from its low to its high values. Must not
// know: words, simulation.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "journey/change.hpp"
#include "journey/model.hpp"

namespace cjm {

/// A field of a touchpoint or way, changed by the likely multiplier, and what the lowest and the
/// highest make of it. `low` and `high` are those of the multiplier: less of `leave` is better.
struct FieldEffect {
    FieldChange likely;
    FieldValue low, high;  ///< what it becomes likely, where no range is asked for
};

/// What changes at a touchpoint (`to` is empty) or on a way from it.
struct PlaceEffect {
    std::string touchpoint, to;
    std::vector<FieldEffect> fields;
};

/// A hazard multiplied everywhere.
struct HazardEffect {
    std::string cause;
    Number multiplier;
};

struct ScenarioEffect {
    /// In the order of the file, ways behind their touchpoint; hazards stand apart.
    std::vector<PlaceEffect> places;
    std::vector<HazardEffect> hazards;     ///< of causes that somebody leaves for here
    std::vector<std::string> idle_tags;    ///< asked for by `where`, on no touchpoint
    std::vector<std::string> idle_causes;  ///< multiplied, but nobody leaves for them here

    [[nodiscard]] bool nothing() const { return places.empty() && hazards.empty(); }
    /// The touchpoints where something changes, each once.
    [[nodiscard]] std::vector<std::string> touchpoints() const;
};

/// The tags of a journey, each once, in the order of the file.
[[nodiscard]] std::vector<std::string> tags_of(const Journey& journey);

/// Those of them that may be meant by another: one holds the other, or is a slip away from it.
[[nodiscard]] std::vector<std::string> tags_near(const Journey& journey, std::string_view tag);

/// By the likely multipliers alone.
///
/// journey   as it is, checked without errors
/// scenario  of multipliers: what it adds or replaces is not told
/// cost      that of changes_between
[[nodiscard]] ScenarioEffect effect_of(const Journey& journey, const Scenario& scenario);

/// With what the lowest and the highest multipliers make of each field. Cost: three times as much
[[nodiscard]] ScenarioEffect effect_with_range(const Journey& journey, const Scenario& scenario);

}  // namespace cjm
