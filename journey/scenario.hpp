// Owns: journeys derived from journeys: a scenario applied, a stretch cut out. Must not know:
// simulation.
#pragma once
#include <optional>
#include <string_view>

#include "journey/model.hpp"

namespace cjm {

/// The journey as a scenario changes it: `each` entries in order, then replacements and additions,
/// hazards multiplied, costs added. Works on likely values: what `each` changes becomes certain.
[[nodiscard]] Journey apply_scenario(const Journey& journey, ScenarioId scenario);

/// The second of "a+b": `journey` is as a changed it, `as_is` without any scenario. `where` is
/// matched against `as_is`, and what a added gets no `each`.
[[nodiscard]] Journey apply_scenario(const Journey& journey, ScenarioId scenario,
                                     const Journey& as_is);

/// Only a stretch of the journey, as it is or with scenarios applied before.
///
/// from     everybody starts at this touchpoint with their start goodwill; absent: as the journey
/// starts to       arriving there is the only success, `in_progress` included; a touchpoint becomes
/// an outcome.
///          Those who would start there have no stretch to walk and are left out, shares grow in
///          proportion
/// returns  the journey without the touchpoints that cannot be reached then, whatever the
/// experiences and
///          uncertain values; other ends stay as they are
/// expects  names that exist, `from` a touchpoint other than `to`, somebody who starts elsewhere
/// than at `to` cost     O(journey)
[[nodiscard]] Journey stretch(const Journey& journey, std::optional<std::string_view> from,
                              std::optional<std::string_view> to);

}  // namespace cjm
