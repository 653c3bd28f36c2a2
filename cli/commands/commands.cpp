#include "cli/commands/commands.hpp"

#include "cli/commands/check.hpp"

namespace cjm::cli {

std::vector<Command> all_commands() {
    return {};
}

}  // namespace cjm::cli
