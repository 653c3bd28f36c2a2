#include "cli/completion.hpp"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/shell_word.hpp"

namespace cjm::cli {
namespace {

std::vector<const Option*> offered_options(const Command& command) {
    std::vector<const Option*> options;
    for (const Option& option : command.options) {
        if (!option.refused) options.push_back(&option);
    }
    return options;
}

// bash ------------------------------------------------------------------------------------------

std::string bash_offer(Offer offer, const std::vector<std::string>& choices) {
    switch (offer) {
        case Offer::choices:
            return fmt::format("_cjm_words {}",
                               in_shell_quotes(fmt::format("{}", fmt::join(choices, " "))));
        case Offer::any_file:
            return "_cjm_files";
        case Offer::journey_file:
            return "_cjm_files '!*.toml'";
        case Offer::nothing:
            break;
    }
    return ":";
}

std::string bash_command(const Command& command) {
    std::string values;
    std::vector<std::string> names{"--help"};
    for (const Option* option : offered_options(command)) {
        names.push_back(option->name);
        if (option->value.empty()) continue;
        const std::string pattern =
            option->short_name.empty() ? option->name : option->short_name + "|" + option->name;
        values += fmt::format("                {}) {} ;;\n", pattern,
                              bash_offer(option->offer, option->choices));
    }
    return fmt::format(
        "        {0})\n"
        "            case $previous in\n{1}"
        "                *) case $current in\n"
        "                    -*) _cjm_words {2} ;;\n"
        "                    *) {3} ;;\n"
        "                esac ;;\n"
        "            esac ;;\n",
        command.name, values, in_shell_quotes(fmt::format("{}", fmt::join(names, " "))),
        bash_offer(command.arguments_offer, command.arguments_choices));
}

// zsh -------------------------------------------------------------------------------------------

/// A description in the brackets of _arguments.
std::string zsh_brackets(const std::string& text) {
    std::string escaped;
    for (const char letter : text) {
        if (letter == '[' || letter == ']' || letter == '\\') escaped += '\\';
        escaped += letter;
    }
    return "[" + escaped + "]";
}

/// The part of a specification after the description: what a value is and how it is completed.
std::string zsh_value(const std::string& what, Offer offer,
                      const std::vector<std::string>& choices) {
    switch (offer) {
        case Offer::choices:
            return fmt::format(":{}:({})", what, fmt::join(choices, " "));
        case Offer::any_file:
            return fmt::format(":{}:_files", what);
        case Offer::journey_file:
            return fmt::format(":{}:_files -g \"*.toml\"", what);
        case Offer::nothing:
            break;
    }
    return fmt::format(":{}: ", what);
}

std::string zsh_option(const Option& option) {
    const std::string value =
        option.value.empty() ? "" : zsh_value(option.value, option.offer, option.choices);
    const std::string after = zsh_brackets(option.help) + value;
    const std::string repeat = option.repeatable ? "*" : "";
    std::string lines =
        fmt::format(" \\\n                {}", in_shell_quotes(repeat + option.name + after));
    if (!option.short_name.empty()) {
        lines += fmt::format(" \\\n                {}",
                             in_shell_quotes(repeat + option.short_name + after));
    }
    return lines;
}

std::string zsh_command(const Command& command) {
    std::string text = fmt::format("            {})\n                _arguments", command.name);
    for (const Option* option : offered_options(command)) text += zsh_option(*option);
    text += " \\\n                '--help[help on this command]'";
    if (command.arguments_offer != Offer::nothing) {
        text += " \\\n                " +
                in_shell_quotes("*" + zsh_value("argument", command.arguments_offer,
                                                command.arguments_choices));
    }
    return text + " ;;\n";
}

// fish ------------------------------------------------------------------------------------------

std::string fish_offer(Offer offer, const std::vector<std::string>& choices) {
    switch (offer) {
        case Offer::choices:
            return fmt::format(" -x -a {}",
                               in_shell_quotes(fmt::format("{}", fmt::join(choices, " "))));
        case Offer::any_file:
            return " -r -F";
        case Offer::journey_file:
            return " -r -F";
        case Offer::nothing:
            break;
    }
    return " -x";
}

std::string fish_command(const Command& command) {
    const std::string when =
        fmt::format("complete -c cjm -n '__fish_seen_subcommand_from {}'", command.name);
    std::string text = fmt::format("complete -c cjm -n __fish_use_subcommand -a {} -d {}\n",
                                   command.name, in_shell_quotes(command.summary));
    for (const Option* option : offered_options(command)) {
        const std::string short_name =
            option->short_name.empty() ? "" : fmt::format(" -s {}", option->short_name.substr(1));
        text += fmt::format("{}{} -l {}{} -d {}\n", when, short_name, option->name.substr(2),
                            option->value.empty() ? "" : fish_offer(option->offer, option->choices),
                            in_shell_quotes(option->help));
    }
    if (command.arguments_offer == Offer::choices) {
        text += fmt::format(
            "{} -a {}\n", when,
            in_shell_quotes(fmt::format("{}", fmt::join(command.arguments_choices, " "))));
    } else if (command.arguments_offer != Offer::nothing) {
        text += fmt::format("{} -k -a '(__fish_complete_suffix .toml)'\n", when);
    }
    return text;
}

}  // namespace

std::string bash_completion(std::span<const Command> commands) {
    std::string cases;
    std::vector<std::string> first{"--help", "--version", "--color"};
    for (const Command& command : commands) {
        first.push_back(command.name);
        cases += bash_command(command);
    }
    return fmt::format(
        R"(# Completion of cjm for bash. Load it with: source <(cjm completion bash)
_cjm_words() {{
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
}}
# $1: pattern of the files to leave out
_cjm_files() {{
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(
        compgen -f ${{1:+-X "$1"}} -- "$current"
        [[ -z ${{1:-}} ]] || compgen -d -- "$current"
    )
}}
_cjm() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}} command= at
    COMPREPLY=()
    for ((at = 1; at < COMP_CWORD; ++at)); do
        case ${{COMP_WORDS[at]}} in
            --color) ((++at)) ;;
            -*) ;;
            *) command=${{COMP_WORDS[at]}} && break ;;
        esac
    done
    # --name=value arrives as three words
    if [[ $current == = ]]; then
        current=
    elif [[ $previous == = ]]; then
        previous=${{COMP_WORDS[COMP_CWORD - 2]}}
    fi
    case $command in
        '')
            case $previous in
                --color) _cjm_words 'auto always never' ;;
                *) _cjm_words {} ;;
            esac ;;
{}    esac
}}
complete -F _cjm cjm
)",
        in_shell_quotes(fmt::format("{}", fmt::join(first, " "))), cases);
}

std::string zsh_completion(std::span<const Command> commands) {
    std::string names, cases;
    for (const Command& command : commands) {
        names += "\n                " + in_shell_quotes(command.name + ":" + command.summary);
        cases += zsh_command(command);
    }
    return fmt::format(
        R"(#compdef cjm
# Completion of cjm for zsh. Save it as _cjm in a folder of $fpath, or: source <(cjm completion zsh)
_cjm() {{
    local curcontext="$curcontext" state line
    typeset -A opt_args
    _arguments -C \
        '(- *)--help[help]' \
        '(- *)--version[the version of the program]' \
        '--color[colour in text]:WHEN:(auto always never)' \
        '1:command:->command' \
        '*::argument:->argument'
    case $state in
        command)
            local -a commands
            commands=({}
            )
            _describe command commands ;;
        argument)
            case $words[1] in
{}            esac ;;
    esac
}}
if [[ $funcstack[1] == _cjm ]]; then
    _cjm "$@"
else
    compdef _cjm cjm
fi
)",
        names, cases);
}

std::string fish_completion(std::span<const Command> commands) {
    std::string text =
        "# Completion of cjm for fish. Save it as ~/.config/fish/completions/cjm.fish\n"
        "complete -c cjm -f\n"
        "complete -c cjm -s h -l help -d 'help'\n"
        "complete -c cjm -n __fish_use_subcommand -l version -d 'the version of the program'\n";
    for (const Command& command : commands) text += fish_command(command);
    return text;
}

}  // namespace cjm::cli
