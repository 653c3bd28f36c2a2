// Owns: `cjm compare`. Must not know: how journeys are compared, how reports are written.
#pragma once
#include "cli/command.hpp"

namespace cjm::cli {

[[nodiscard]] Command compare_command();

}  // namespace cjm::cli
