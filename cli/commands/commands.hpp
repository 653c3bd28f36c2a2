// Owns: the list of all commands. Must not know: what any of them does.
#pragma once
#include <vector>

#include "cli/command.hpp"

namespace cjm::cli {

/// Every command of this version, in the order of the help page.
[[nodiscard]] std::vector<Command> all_commands();

}  // namespace cjm::cli
