// Owns: journeys derived from journeys: a scenario applied, a stretch cut out. Must not know:
// simulation.
#pragma once
#include <optional>
#include <string_view>

#include "journey/model.hpp"

namespace cjm {

/// The journey as a scenario changes it: `each` entries in order, then replacements and additions,
/// hazards multiplied, costs added. Works on likely values: what `each` changes becomes certain.
/// Apply twice for "a+b".
[[nodiscard]] Journey apply_scenario(const Journey& journey, ScenarioId scenario);

/// Only a stretch: everybody starts at touchpoint `from` (absent: as the journey starts) with their
/// start goodwill; arriving at `to` (a touchpoint, which becomes an outcome, or an outcome) is the
/// success. Touchpoints that cannot be reached then are left out. Expects: names that exist.
[[nodiscard]] Journey stretch(const Journey& journey, std::optional<std::string_view> from,
                              std::optional<std::string_view> to);

}  // namespace cjm
