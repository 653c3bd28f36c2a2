#include "cli/commands/completion.hpp"

#include <functional>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "cli/choices.hpp"
#include "cli/completion.hpp"
#include "cli/output.hpp"
#include "cli/usage_error.hpp"

namespace cjm::cli {
namespace {

const std::vector<std::string> shells{"bash", "zsh", "fish"};

/// What it says of itself, without what it does.
Command description() {
    return {.name = "completion",
            .summary = "completion of commands and options for a shell",
            .usage = "bash|zsh|fish [options]",
            .description =
                "Prints a script that teaches the shell to complete cjm's commands, "
                "options, their values and files.",
            .example =
                "  source <(cjm completion bash)       # in ~/.bashrc\n"
                "  cjm completion fish > ~/.config/fish/completions/cjm.fish\n",
            .arguments_offer = Offer::choices,
            .arguments_choices = shells};
}

std::string script(const std::string& shell, const std::vector<Command>& commands) {
    const std::function<std::string(std::span<const Command>)> writers[] = {
        bash_completion, zsh_completion, fish_completion};
    return writers[choice("shell", shell, shells)](commands);
}

}  // namespace

Command completion_command(std::function<std::vector<Command>()> commands) {
    const auto output = std::make_shared<Output>();
    Command command = description();
    command.options = {output_option(*output)};
    command.run = [commands = std::move(commands), output](
                      const Session&, const std::vector<std::string>& arguments) {
        if (arguments.size() != 1) {
            throw UsageError("cjm completion needs the name of one shell", "bash, zsh or fish");
        }
        expect_deliverable(*output, {});
        deliver(*output, script(arguments.front(), commands()));
        return ExitStatus::done;
    };
    return command;
}

}  // namespace cjm::cli
