// Owns: the option that draws the uncertain values, and doing it under a progress bar. Must not
// know: what is done with the result.
#pragma once
#include "cli/command.hpp"
#include "cli/journey_options.hpp"
#include "simulate/result.hpp"

namespace cjm::cli {

/// --parameter-draws, setting `settings`, which must outlive it.
[[nodiscard]] Option parameter_draws_option(RunSettings& settings);

/// Adds what the draws say to a result, where they were asked for; its `timing` grows.
void add_uncertainty(const Journey& as_is, const JourneyOptions& options, SimulationResult& result);

}  // namespace cjm::cli
