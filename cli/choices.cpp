#include "cli/choices.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include <fmt/format.h>

#include "base/language_meant.hpp"
#include "base/text_width.hpp"
#include "cli/usage_error.hpp"

namespace cjm::cli {
namespace {

std::string lower(std::string text) {
    for (char& letter : text) {
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    return text;
}

}  // namespace

std::size_t choice(std::string_view kind, const std::string& word,
                   const std::vector<std::string>& choices) {
    const auto found =
        std::find_if(choices.begin(), choices.end(),
                     [&](const std::string& candidate) { return lower(candidate) == lower(word); });
    if (found == choices.end()) throw unknown_name(kind, word, choices);
    return static_cast<std::size_t>(found - choices.begin());
}

std::optional<std::size_t> choice_by_suffix(const std::string& path,
                                            const std::vector<std::string>& suffixes) {
    for (std::size_t position = 0; position < suffixes.size(); ++position) {
        if (lower(path).ends_with(suffixes[position])) return position;
    }
    return std::nullopt;
}

Option choice_option(std::string name, std::string kind, std::string help,
                     std::vector<std::string> choices, std::function<void(std::size_t)> accept) {
    std::string value = kind;
    for (char& letter : value) {
        letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
    return {.name = std::move(name),
            .value = std::move(value),
            .help = std::move(help),
            .offer = Offer::choices,
            .choices = choices,
            .set = [kind = std::move(kind), choices, accept = std::move(accept)](
                       const std::string& word) { accept(choice(kind, word, choices)); }};
}

Option language_option(const std::string& of_what, Language& language) {
    Option option = choice_option(
        "--language", "language", "en (the default) or vi: " + of_what, {"en", "vi"},
        [&language](std::size_t position) { language = static_cast<Language>(position); });
    option.set = [set = option.set](const std::string& word) {
        const auto meant = language_meant(word);
        if (!meant || language_from(lower(word))) return set(word);
        throw UsageError(fmt::format("unknown language {}", cjm::quoted(word)),
                         fmt::format("did you mean \"{}\"?", to_string(*meant)));
    };
    return option;
}

}  // namespace cjm::cli
