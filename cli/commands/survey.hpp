// Owns: the command `cjm survey`. Must not know: how scores are computed or told.
#pragma once
#include "cli/command.hpp"

namespace cjm::cli {

[[nodiscard]] Command survey_command();

}  // namespace cjm::cli
