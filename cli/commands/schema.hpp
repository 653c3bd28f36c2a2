// Owns: `cjm schema`. Must not know: what the schema says.
#pragma once
#include "cli/command.hpp"

namespace cjm::cli {

[[nodiscard]] Command schema_command();

}  // namespace cjm::cli
