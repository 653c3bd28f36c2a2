// Owns: the command `cjm moments`. Must not know: how moments of truth are found or shown.
#pragma once
#include "cli/command.hpp"

namespace cjm::cli {

[[nodiscard]] Command moments_command();

}  // namespace cjm::cli
