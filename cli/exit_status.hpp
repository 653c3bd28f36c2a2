// Owns: the exit statuses of the program. Must not know: commands.
#pragma once

namespace cjm::cli {

/// What the program tells its caller; the table stands in docs/reference/commands.md.
enum class ExitStatus : int {
    done = 0,
    input_errors = 1,   ///< the journey or the data has errors; nothing was computed
    usage = 2,          ///< the command line is wrong
    file = 3,           ///< a file could not be read or written
    not_met = 4,        ///< what was required of a comparison does not hold
    internal = 70,      ///< a defect of the program
    interrupted = 130,  ///< no output was left behind
};

}  // namespace cjm::cli
