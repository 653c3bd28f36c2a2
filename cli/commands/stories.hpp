// Owns: `cjm stories`. Must not know: how customers are walked, how stories are worded.
#pragma once
#include "cli/command.hpp"

namespace cjm::cli {

[[nodiscard]] Command stories_command();

}  // namespace cjm::cli
