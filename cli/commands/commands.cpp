#include "cli/commands/commands.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "base/contract.hpp"
#include "base/text_width.hpp"
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
#include "cli/usage_error.hpp"

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

namespace {

struct Entry {
    std::string_view name;
    Command (*describe)(const Commands& all, const Drawing& drawing);
};

template <Command (*describe)()>
Command without_surroundings(const Commands&, const Drawing&) {
    return describe();
}

constexpr Entry entries[] = {
    {"new", without_surroundings<new_command>},
    {"check", without_surroundings<check_command>},
    {"simulate", without_surroundings<simulate_command>},
    {"moments", without_surroundings<moments_command>},
    {"compare", without_surroundings<compare_command>},
    {"stories", without_surroundings<stories_command>},
    {"sensitivity", without_surroundings<sensitivity_command>},
    {"strategies", without_surroundings<strategies_command>},
    {"render",
     [](const Commands&, const Drawing& drawing) { return render_command(drawing.render); }},
    {"survey", without_surroundings<survey_command>},
    {"schema", without_surroundings<schema_command>},
    {"completion", [](const Commands& all,
                      const Drawing&) { return completion_command([all] { return all.all(); }); }},
};

UsageError no_command(const std::string& name) {
    if (!name.ends_with(".toml")) return unknown_name("command", name, Commands::names());
    return UsageError(fmt::format("{} is no command", cjm::quoted(name)),
                      fmt::format("say what to do with it, such as cjm simulate {}", name));
}

}  // namespace

std::vector<std::string> Commands::names() {
    std::vector<std::string> names;
    for (const Entry& entry : entries) names.emplace_back(entry.name);
    return names;
}

Command Commands::named(const std::string& name) const {
    const auto* const entry = std::ranges::find(entries, name, &Entry::name);
    if (entry == std::end(entries)) throw no_command(name);
    Command command = entry->describe(*this, drawing_);
    CJM_EXPECTS(command.name == name);
    command.options.push_back(colour_option(session_));
    return command;
}

std::vector<Command> Commands::all() const {
    std::vector<Command> commands;
    for (const Entry& entry : entries) commands.push_back(named(std::string(entry.name)));
    return commands;
}

}  // namespace cjm::cli
