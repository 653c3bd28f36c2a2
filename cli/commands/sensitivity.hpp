// Owns: `cjm sensitivity`. Must not know: how a sensitivity is measured, how reports are written.
#pragma once
#include "cli/command.hpp"

namespace cjm::cli {

[[nodiscard]] Command sensitivity_command();

}  // namespace cjm::cli
