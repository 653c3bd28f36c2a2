// Owns: `cjm new`. Must not know: what is in a template.
#pragma once
#include "cli/command.hpp"

namespace cjm::cli {

[[nodiscard]] Command new_command();

}  // namespace cjm::cli
