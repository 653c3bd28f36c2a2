// Owns: `cjm completion`. Must not know: the grammar of shells.
#pragma once
#include <functional>
#include <vector>

#include "cli/command.hpp"

namespace cjm::cli {

/// commands  gives all that is to be completed, `completion` itself among them
[[nodiscard]] Command completion_command(std::function<std::vector<Command>()> commands);

}  // namespace cjm::cli
