// Owns: simulating or solving a journey as the command line asks, under a clock and a progress bar.
// Must not know: what is done with the result.
#pragma once
#include <optional>
#include <span>
#include <string>

#include "cli/command.hpp"
#include "journey/model.hpp"
#include "simulate/kernel/instruction_set.hpp"
#include "simulate/result.hpp"

namespace cjm::cli {

/// Simulates or solves, as `settings.method` says, with a progress bar where sampling takes long;
/// `timing` is filled in. None where no exact solution was found, which is then told; without exact
/// values beside sampled ones a warning is.
[[nodiscard]] std::optional<SimulationResult> run_simulation(const Session& session,
                                                             const Journey& journey,
                                                             const RunSettings& settings);

/// What the environment asks the walk to be run with, for tests and measurements; it changes the
/// speed alone. Throws UsageError for what this machine does not have.
[[nodiscard]] std::optional<simulate::InstructionSet> asked_instruction_set();

/// Why there are no exact values: the loop of "a" and "b".
[[nodiscard]] std::string unsolved_message(std::span<const std::string> loop);

}  // namespace cjm::cli
