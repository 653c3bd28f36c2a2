// Owns: what ready scenarios would change in a journey, as a report. Must not know: where it is
// shown, simulation.
#pragma once
#include <vector>

#include "cli/report/document.hpp"
#include "journey/model.hpp"

namespace cjm::cli {

/// A line a scenario: where it acts and on which hazards.
[[nodiscard]] Document strategies_document(const Journey& journey,
                                           const std::vector<Scenario>& scenarios);

/// One scenario: every field that it changes, as it is, likely, and from its low to its high value.
[[nodiscard]] Document strategy_document(const Journey& journey, const Scenario& scenario);

}  // namespace cjm::cli
