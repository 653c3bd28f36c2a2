#include "cli/commands/commands.hpp"

#include <cstddef>

#include "cli/choices.hpp"
#include "cli/commands/completion.hpp"
#include "cli/commands/schema.hpp"

namespace cjm::cli {

Option colour_option(Session& session) {
    return choice_option(
        "--color", "when", "colour in text: auto (on a terminal, the default), always, never",
        {"auto", "always", "never"},
        [&session](std::size_t position) { session.colour = static_cast<ColourChoice>(position); });
}

std::vector<Command> all_commands(Session& session) {
    std::vector<Command> commands{schema_command()};
    const Option shared = colour_option(session);
    for (Command& command : commands) command.options.push_back(shared);
    commands.push_back(completion_command(commands, {shared}));
    return commands;
}

}  // namespace cjm::cli
