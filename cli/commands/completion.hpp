// Owns: `cjm completion`. Must not know: the grammar of shells.
#pragma once
#include <vector>

#include "cli/command.hpp"

namespace cjm::cli {

/// commands  what is to be completed beside `completion` itself
/// shared    options that every command has
[[nodiscard]] Command completion_command(std::vector<Command> commands,
                                         const std::vector<Option>& shared);

}  // namespace cjm::cli
