// Owns: exact figures in the form of a simulation's result. Must not know: how they were solved,
// samples, formats.
#pragma once
#include "journey/model.hpp"
#include "simulate/exact/figures.hpp"
#include "simulate/resolve.hpp"
#include "simulate/result.hpp"

namespace cjm::simulate {

/// A result whose every figure is exact: standard error 0, an interval of one point. What has no
/// exact value (quantiles of times, survival, yearly churn) is none. The cohort's interval holds
/// the chance of the cohort.
///
/// resolved  of `journey`; figures  of `resolved`, without a horizon
/// returns   settings with method `exact` and no customers; no generator, no steps
[[nodiscard]] SimulationResult exact_result(const Journey& journey, const ResolvedJourney& resolved,
                                            const ExactFigures& figures,
                                            const RunSettings& settings);

}  // namespace cjm::simulate
