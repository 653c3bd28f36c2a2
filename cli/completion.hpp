// Owns: shell completion scripts, made from what the commands say of themselves. Must not know: the
// commands.
#pragma once
#include <span>
#include <string>

#include "cli/command.hpp"

namespace cjm::cli {

/// A script for the shell that completes commands, options, the words options choose from, and
/// files. Options that this version refuses are left out.
[[nodiscard]] std::string bash_completion(std::span<const Command> commands);
[[nodiscard]] std::string zsh_completion(std::span<const Command> commands);
[[nodiscard]] std::string fish_completion(std::span<const Command> commands);

}  // namespace cjm::cli
