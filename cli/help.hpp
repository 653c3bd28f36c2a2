// Owns: the help pages. Must not know: what the commands do.
#pragma once
#include <span>
#include <string>

#include "cli/command.hpp"

namespace cjm::cli {

/// The page of `cjm --help`.
[[nodiscard]] std::string program_help(std::span<const Command> commands);

/// The page of `cjm COMMAND --help`: usage, description, options, example; at most 80 columns.
[[nodiscard]] std::string command_help(const Command& command);

}  // namespace cjm::cli
