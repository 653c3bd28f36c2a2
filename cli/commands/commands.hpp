// Owns: the list of all commands and the options they share. Must not know: what any of them does.
#pragma once
#include <vector>

#include "cli/command.hpp"

namespace cjm::cli {

/// Every command of this version, in the order of the help page. `session` is set by the options
/// that all of them share; it must outlive them.
[[nodiscard]] std::vector<Command> all_commands(Session& session);

/// `--color`, setting `session`, which must outlive it.
[[nodiscard]] Option colour_option(Session& session);

}  // namespace cjm::cli
