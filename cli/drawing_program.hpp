// Owns: where the program that draws is, and becoming it. Must not know: what it draws.
//
// Loading cairo, Pango and Graphviz takes longer than all else that happens at the start, and 7 MB.
// `cjm` is therefore linked without them, and hands commands that draw, as they were typed, to
// `cjm-draw`, the same program linked with them.
#pragma once

namespace cjm::cli {

/// Becomes `cjm-draw`, found beside this program or where the installation puts it, with the same
/// arguments. Throws FileError where it is missing or cannot be started.
[[noreturn]] void become_drawing_program(char** argv);

}  // namespace cjm::cli
