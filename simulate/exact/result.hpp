// Owns: exact figures in the form of a simulation's result. Must not know: how they were solved,
// samples, formats.
#pragma once
#include "journey/model.hpp"
#include "simulate/exact/figures.hpp"
#include "simulate/exact/horizon.hpp"
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

/// The same under a horizon: every estimate has its `exact_error`. Figures without a value, and
/// those worked out of others that are then known too vaguely, are none; where a figure cannot be
/// none its numbers are nan.
[[nodiscard]] SimulationResult exact_result(const Journey& journey, const ResolvedJourney& resolved,
                                            const HorizonSolution& solution,
                                            const RunSettings& settings);

}  // namespace cjm::simulate
