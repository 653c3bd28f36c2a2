// Owns: `cjm strategies`. Must not know: what is in a strategy.
#pragma once
#include "cli/command.hpp"

namespace cjm::cli {

[[nodiscard]] Command strategies_command();

}  // namespace cjm::cli
