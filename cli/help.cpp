#include "cli/help.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text_width.hpp"

namespace cjm::cli {
namespace {

constexpr int page_width = 80;

/// Two columns: names, and what they mean, wrapped.
std::string table(const std::vector<std::pair<std::string, std::string>>& rows) {
    constexpr int indent = 2, gap = 2, widest_name = 26;
    int names = 0;
    for (const auto& [name, meaning] : rows) {
        if (display_width(name) <= widest_name) names = std::max(names, display_width(name));
    }
    const int left = indent + names + gap;
    std::string text;
    for (const auto& [name, meaning] : rows) {
        std::string line = std::string(indent, ' ') + align_left(name, names + gap);
        if (display_width(name) > names) {
            text += line + "\n";
            line = std::string(static_cast<std::size_t>(left), ' ');
        }
        for (const std::string& part : wrap_text(meaning, page_width - left)) {
            text += line + part + "\n";
            line = std::string(static_cast<std::size_t>(left), ' ');
        }
    }
    return text;
}

std::string paragraph(const std::string& words) {
    std::string text;
    for (const std::string& line : wrap_text(words, page_width)) text += line + "\n";
    return text;
}

std::string shown_name(const Option& option) {
    std::string name =
        option.short_name.empty() ? option.name : option.short_name + ", " + option.name;
    return option.value.empty() ? name : name + " " + option.value;
}

std::string shown_help(const Option& option) {
    return option.repeatable ? option.help + "; may be repeated" : option.help;
}

}  // namespace

std::string program_help(std::span<const Command> commands) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Command& command : commands) rows.emplace_back(command.name, command.summary);
    return "Usage: cjm COMMAND [arguments]\n\n" +
           paragraph("Reads customer journeys from files, simulates their customers, draws them.") +
           "\nCommands\n" + table(rows) + "\nOptions\n" +
           table({{"-h, --help", "this page; after a command, the page of that command"},
                  {"--version", "the version of the program"},
                  {"--color WHEN", "colour in text: auto (on a terminal), always, never"}}) +
           "\nExample\n"
           "  cjm check journey.toml && cjm simulate journey.toml\n";
}

std::string command_help(const Command& command) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Option& option : command.options) {
        if (!option.refused) rows.emplace_back(shown_name(option), shown_help(option));
    }
    rows.emplace_back("-h, --help", "this page");
    return fmt::format("Usage: cjm {} {}\n\n{}\nOptions\n{}\nExample\n{}", command.name,
                       command.usage, paragraph(command.description), table(rows), command.example);
}

}  // namespace cjm::cli
