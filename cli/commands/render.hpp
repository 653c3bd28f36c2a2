// Owns: `cjm render`. Must not know: layouts, file formats from within.
#pragma once
#include "cli/command.hpp"

namespace cjm::cli {

[[nodiscard]] Command render_command();

}  // namespace cjm::cli
