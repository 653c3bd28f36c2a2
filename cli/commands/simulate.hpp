// Owns: `cjm simulate`. Must not know: how customers are simulated, how reports are written.
#pragma once
#include "cli/command.hpp"

namespace cjm::cli {

[[nodiscard]] Command simulate_command();

}  // namespace cjm::cli
