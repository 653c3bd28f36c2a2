// Owns: the options that say how customers are simulated or a journey is solved. Must not know: how
// that is done.
#pragma once
#include <vector>

#include "cli/command.hpp"
#include "simulate/result.hpp"

namespace cjm::cli {

/// --seed.
[[nodiscard]] Option seed_option(RunSettings& settings);

/// --method, --customers, --precision, --seed, --threads, --confidence and --cohort, setting
/// `settings`, which must outlive them; and those that this version refuses.
[[nodiscard]] std::vector<Option> run_options(RunSettings& settings);

}  // namespace cjm::cli
