// Owns: the options that say how customers are simulated, and doing it under a clock and a progress
// bar. Must not know: what is done with the result.
#pragma once
#include <vector>

#include "cli/command.hpp"
#include "journey/model.hpp"
#include "simulate/result.hpp"

namespace cjm::cli {

/// --seed.
[[nodiscard]] Option seed_option(RunSettings& settings);

/// --method, --customers, --precision, --seed, --threads, --confidence and --cohort, setting
/// `settings`, which must outlive them; and those that this version refuses.
[[nodiscard]] std::vector<Option> run_options(RunSettings& settings);

/// Simulates, with a progress bar where it takes long; `timing` is filled in.
[[nodiscard]] SimulationResult run_simulation(const Journey& journey, const RunSettings& settings);

}  // namespace cjm::cli
