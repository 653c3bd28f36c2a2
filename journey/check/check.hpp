// Owns: what only the whole journey shows: structure errors, warnings, advice. Must not know: TOML
// text, simulation.
#pragma once
#include <vector>

#include "base/diagnostic.hpp"
#include "journey/model.hpp"

namespace cjm {

/// Errors of structure (a loop nobody can leave, more than a million expected visits), persona by
/// persona and scenario by scenario, warnings and advice. Expects a journey that parse_journey
/// returned without errors. Sorted by place. Cost: about 10 ms for each scenario and 1,000
/// touchpoints.
[[nodiscard]] std::vector<Diagnostic> check_journey(const Journey& journey);

/// Only the errors, and only of the journey just as it is given: for scenarios applied together,
/// another horizon, a stretch. What passes can be simulated: every customer comes to an end.
[[nodiscard]] std::vector<Diagnostic> check_structure(const Journey& journey);

}  // namespace cjm
