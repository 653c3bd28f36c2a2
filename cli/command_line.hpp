// Owns: splitting words into options and arguments. Must not know: what options mean.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace cjm::cli {

struct CommandLine {
    std::vector<std::string> arguments;  ///< what is no option, in order
    bool help = false;                   ///< -h or --help was among them
};

/// Reads the words after a command's name and hands every option's value to its `set`.
/// Values may be written `--name VALUE`, `--name=VALUE`, `-n VALUE` or `-nVALUE`; after `--`
/// nothing is an option. With `help` asked for, no value is handed on. Throws UsageError: an
/// unknown option (with the nearest one), one without its value, one given twice that may not be,
/// one that this version refuses.
[[nodiscard]] CommandLine read_command_line(const Command& command,
                                            std::span<const std::string> words);

}  // namespace cjm::cli
