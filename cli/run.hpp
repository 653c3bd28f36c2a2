// Owns: the program: arguments in, exit status out. Must not know: how anything is computed.
#pragma once
#include "cli/commands/commands.hpp"

namespace cjm::cli {

/// Runs the command that the arguments name. Returns the exit status (see
/// docs/reference/commands.md). A command that draws needs `drawing`; without it the process
/// becomes the drawing program (see drawing_program.hpp).
[[nodiscard]] int run(int argc, char** argv, const Drawing& drawing = {});

}  // namespace cjm::cli
