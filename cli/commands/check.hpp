// Owns: `cjm check`. Must not know: the rules that journeys are checked by.
#pragma once
#include "cli/command.hpp"

namespace cjm::cli {

[[nodiscard]] Command check_command();

}  // namespace cjm::cli
