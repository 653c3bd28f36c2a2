// Owns: simulating or solving a journey as the command line asks, under a clock and a progress bar.
// Must not know: what is done with the result.
#pragma once
#include <optional>

#include "cli/command.hpp"
#include "journey/model.hpp"
#include "simulate/result.hpp"

namespace cjm::cli {

/// Simulates or solves, as `settings.method` says, with a progress bar where sampling takes long;
/// `timing` is filled in. None where no exact solution was found, which is then told; without exact
/// values beside sampled ones a warning is.
[[nodiscard]] std::optional<SimulationResult> run_simulation(const Session& session,
                                                             const Journey& journey,
                                                             const RunSettings& settings);

}  // namespace cjm::cli
