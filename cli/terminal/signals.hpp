// Owns: what happens on Ctrl-C and its kin. Must not know: commands.
#pragma once

namespace cjm::cli {

/// From now on SIGINT, SIGTERM and SIGHUP end the program at once with status 130 and remove the
/// file it was writing; a closed pipe and a file at its size limit are reported by the write
/// instead of killing the program.
void install_signal_handlers();

}  // namespace cjm::cli
