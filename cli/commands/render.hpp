// Owns: `cjm render`, as the command line and the help know it. Must not know: how anything is
// drawn.
#pragma once
#include <functional>
#include <string>

#include "cli/command.hpp"

namespace cjm::cli {

struct RenderOptions;

/// What draws: render_file, in the program that has it.
using RenderFunction =
    std::function<ExitStatus(const RenderOptions&, const Session&, const std::string& file)>;

/// render  empty in the program that cannot draw; the command is then `drawn_elsewhere`
[[nodiscard]] Command render_command(RenderFunction render);

}  // namespace cjm::cli
