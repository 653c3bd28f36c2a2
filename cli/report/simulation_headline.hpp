// Owns: the opening sentences of a simulation's report. Must not know: tables.
#pragma once
#include <string>
#include <vector>

#include "cli/report/simulation_words.hpp"

namespace cjm::cli {

/// Paragraphs in plain words: how many succeed, who leaves and where, what that is in a year.
[[nodiscard]] std::vector<std::string> headline(const SimulationWords& words);

}  // namespace cjm::cli
