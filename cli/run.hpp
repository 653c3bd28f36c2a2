// Owns: the program: arguments in, exit status out. Must not know: how anything is computed.
#pragma once

namespace cjm::cli {

/// Runs the command that the arguments name. Returns the exit status (see
/// docs/reference/commands.md).
[[nodiscard]] int run(int argc, char** argv);

}  // namespace cjm::cli
