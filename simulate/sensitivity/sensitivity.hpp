// Owns: how far a metric moves with each uncertain value and assumption. Must not know: files,
// streams, clocks.
#pragma once
#include <optional>

#include "simulate/sensitivity_result.hpp"
#include "simulate/uncertainty/uncertainty.hpp"

namespace cjm::simulate {

/// A metric as it is, at both ends of every uncertain value and of the model's assumptions (see
/// varied_inputs()), each with all else at its likely value; and the rank correlation of each
/// uncertain value with the metric over `settings.parameter_draws` draws of all of them.
///
/// method    without a horizon everything is solved exactly, unless `settings.method` is
///           monte_carlo or the journey cannot be solved. Else the same customers are walked at
///           both ends; draw k walks customers of its own, N / K but at least 1,000, so that their
///           noise weakens all correlations alike
/// expects   a `[survey]` nps where that is the metric
/// progress  counts journeys solved, or customers walked through pairs and draws
/// returns   none where `control.stop` was set; with method exact perhaps only the loop that could
///           not be solved
/// cost      2 solutions or walks an input, and one a draw; the same figures for any number of
///           threads
/// source    docs/explanation/sensitivity.md
[[nodiscard]] std::optional<SensitivityResult> measure_sensitivity(const UncertainJourney& journey,
                                                                   Metric metric,
                                                                   const RunSettings& settings,
                                                                   const RunControl& control = {});

}  // namespace cjm::simulate
