#include "cli/commands/commands.hpp"

#include <cstddef>

#include "cli/choices.hpp"
#include "cli/commands/check.hpp"
#include "cli/commands/compare.hpp"
#include "cli/commands/completion.hpp"
#include "cli/commands/moments.hpp"
#include "cli/commands/new.hpp"
#include "cli/commands/render.hpp"
#include "cli/commands/schema.hpp"
#include "cli/commands/sensitivity.hpp"
#include "cli/commands/simulate.hpp"
#include "cli/commands/stories.hpp"
#include "cli/commands/strategies.hpp"
#include "cli/commands/survey.hpp"

namespace cjm::cli {

Option colour_option(Session& session) {
    Option option = choice_option(
        "--color", "colour choice",
        "colour in text: auto (on a terminal, the default), always, never",
        {"auto", "always", "never"},
        [&session](std::size_t position) { session.colour = static_cast<ColourChoice>(position); });
    option.value = "WHEN";
    return option;
}

std::vector<Command> all_commands(Session& session, const Drawing& drawing) {
    std::vector<Command> commands{
        new_command(),         check_command(),      simulate_command(),
        moments_command(),     compare_command(),    stories_command(),
        sensitivity_command(), strategies_command(), render_command(drawing.render),
        survey_command(),      schema_command()};
    const Option shared = colour_option(session);
    for (Command& command : commands) command.options.push_back(shared);
    commands.push_back(completion_command(commands, {shared}));
    return commands;
}

}  // namespace cjm::cli
