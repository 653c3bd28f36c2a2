// Owns: which fields of a touchpoint, a way and a whole journey differ. Must not know: who can get
// there.
#pragma once
#include <string_view>
#include <vector>

#include "journey/change.hpp"

namespace cjm {

/// A touchpoint with the journey that it is in.
struct PlacedTouchpoint {
    const Journey& journey;
    const Touchpoint& touchpoint;
};

/// Fields that belong to the touchpoint itself.
[[nodiscard]] std::vector<FieldChange> touchpoint_changes(const PlacedTouchpoint& before,
                                                          const PlacedTouchpoint& after);

/// Fields of the way from a touchpoint to a target.
[[nodiscard]] std::vector<FieldChange> way_changes(const PlacedTouchpoint& before,
                                                   const PlacedTouchpoint& after,
                                                   std::string_view to);

/// Personas, where they start, and what the scenarios applied cost.
[[nodiscard]] std::vector<FieldChange> whole_changes(const Journey& before, const Journey& after);

}  // namespace cjm
