#include "cli/command_line.hpp"

#include <algorithm>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "base/text_width.hpp"
#include "cli/usage_error.hpp"

namespace cjm::cli {
namespace {

/// "--seed" of "--seed=5".
std::string name_part(const std::string& word) {
    return word.substr(0, word.find('='));
}

const Option* find_option(const Command& command, const std::string& name) {
    if (name.empty()) return nullptr;  // what many options have for a short name
    const auto found = std::find_if(
        command.options.begin(), command.options.end(),
        [&](const Option& option) { return name == option.name || name == option.short_name; });
    return found == command.options.end() ? nullptr : &*found;
}

UsageError needs_value(const Option& option) {
    return UsageError(fmt::format("{} needs a value", option.name),
                      fmt::format("write {} {}", option.name, option.value));
}

/// `did you mean "--format json"?` for a word that is a value of an option; empty for any other.
std::string option_with_value(const Command& command, std::string_view word) {
    word.remove_prefix(std::min(word.find_first_not_of('-'), word.size()));
    for (const Option& option : command.options) {
        for (const std::string& value : option.choices) {
            if (word == value) return fmt::format("did you mean \"{} {}\"?", option.name, value);
        }
    }
    return {};
}

UsageError unknown_option(const Command& command, const std::string& word) {
    std::vector<std::string> names{"--help"};
    for (const Option& option : command.options) {
        if (!option.refused) names.push_back(option.name);
    }
    const std::string name = name_part(word);
    // one dash for two is the commonest slip
    std::string hint = did_you_mean(name.starts_with("--") ? name : "-" + name, names);
    if (name == "-v" || name == "-V") hint = "cjm --version tells the version";
    if (name == "-f")
        hint = fmt::format("a file needs no option: cjm {} FILE; its format is --format",
                           command.name);
    if (hint.empty()) hint = option_with_value(command, name);
    if (hint.empty())
        hint = fmt::format("see cjm {}--help", command.name.empty() ? "" : command.name + " ");
    return UsageError(fmt::format("unknown option {}", cjm::quoted(name)), hint);
}

bool looks_like_option(const std::string& word) {
    return word.size() > 1 && word.front() == '-';
}

void declare(CLI::App& app, const Option& option) {
    const std::string names =
        option.short_name.empty() ? option.name : option.short_name + "," + option.name;
    if (option.refused) {
        app.add_option(names)->expected(0, 1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    } else if (option.value.empty()) {
        app.add_flag(names)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    } else {
        app.add_option(names)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
}

/// Mistakes that the splitting itself would pass over or report in words of its own.
void refuse_missing_values(const Command& command, const std::vector<std::string>& words) {
    for (std::size_t position = 0; position < words.size(); ++position) {
        const std::string& word = words[position];
        const Option* option = find_option(command, name_part(word));
        if (option == nullptr || option->value.empty() || option->refused) continue;
        const bool attached = word.size() > name_part(word).size();
        if (attached && word.back() == '=' && word == option->name + "=")
            throw needs_value(*option);
        if (attached) continue;
        const bool last = position + 1 == words.size();
        if (last || words[position + 1].empty() ||
            find_option(command, name_part(words[position + 1])) != nullptr ||
            words[position + 1] == "--help") {
            throw needs_value(*option);
        }
        ++position;  // the value is no option, whatever it looks like
    }
}

void hand_on(const Option& option, const std::vector<std::string>& values) {
    if (values.empty()) return;
    if (option.refused) {
        throw UsageError(fmt::format("{} is not available in this version", option.name));
    }
    if (values.size() > 1 && !option.repeatable) {
        throw UsageError(fmt::format("{} is given twice", option.name));
    }
    for (const std::string& value : values) {
        if (option.value.empty() && value != "true") {
            throw UsageError(fmt::format("{} takes no value", option.name));
        }
        option.set(option.value.empty() ? std::string() : value);
    }
}

}  // namespace

CommandLine read_command_line(const Command& command, std::span<const std::string> all_words) {
    const auto end_of_options = std::find(all_words.begin(), all_words.end(), "--");
    const std::vector<std::string> words(all_words.begin(), end_of_options);

    CLI::App app;
    app.set_help_flag();
    CLI::Option* help = app.add_flag("-h,--help");
    help->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.allow_extras();
    for (const Option& option : command.options) declare(app, option);
    refuse_missing_values(command, words);
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::ParseError& error) {
        throw UsageError(error.what());
    }

    CommandLine line;
    line.help = help->count() > 0;
    if (line.help) return line;
    for (const std::string& word : app.remaining()) {
        if (looks_like_option(word)) throw unknown_option(command, word);
        line.arguments.push_back(word);
    }
    for (const Option& option : command.options) {
        hand_on(option, app.get_option(option.name)->results());
    }
    if (end_of_options != all_words.end()) {
        line.arguments.insert(line.arguments.end(), end_of_options + 1, all_words.end());
    }
    return line;
}

}  // namespace cjm::cli
