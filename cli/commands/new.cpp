#include "cli/commands/new.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/language_meant.hpp"
#include "base/safe_file.hpp"
#include "base/text_width.hpp"
#include "cli/choices.hpp"
#include "cli/output.hpp"
#include "cli/shell_word.hpp"
#include "cli/shipped_list.hpp"
#include "cli/usage_error.hpp"
#include "journey/templates/templates.hpp"

namespace cjm::cli {
namespace {

struct NewOptions {
    Language language = Language::english;
    bool list = false;
    Output output;
};

/// What to type next, for a journey in `file`.
std::string next_steps(const std::string& file) {
    const std::filesystem::path path = file.front() == '-' ? "./" + file : file;
    const std::string word = shell_word(path.string());
    const std::string picture =
        shell_word(std::filesystem::path(path).replace_extension(".pdf").string());
    return fmt::format(
        "{0} is written; next, for example:\n"
        "  cjm simulate {1}\n"
        "  cjm compare {1}\n"
        "  cjm render {1} -o {2}\n",
        file, word, picture);
}

ExitStatus write_template(const NewOptions& options, const std::string& name) {
    const std::vector<std::string> names = names_of(journey_templates());
    const JourneyTemplate& journey = journey_templates()[choice("template", name, names)];
    const std::string suffix = suffix_of(options.output);
    if (!suffix.empty() && !choice_by_suffix(options.output.path, {".toml"}))
        throw UsageError(
            fmt::format("{} would hold a journey, which is TOML", options.output.path),
            fmt::format("write -o {}.toml; cjm render draws it",
                        options.output.path.substr(0, options.output.path.size() - suffix.size())));
    expect_new_file(options.output, {});
    deliver(options.output, journey.text(options.language));
    if (is_existing_file(options.output)) tell(next_steps(options.output.path));
    return ExitStatus::done;
}

ExitStatus list_templates(const NewOptions& options) {
    expect_new_file(options.output, {});
    deliver(options.output, listed(journey_templates(), options.language));
    return ExitStatus::done;
}

/// The error for more words than a template's name, with what they were probably meant to be.
UsageError too_many(const std::vector<std::string>& words) {
    const auto file = std::find_if(words.begin(), words.end(), looks_like_file);
    const auto language = std::find_if(words.begin(), words.end(), [](const std::string& word) {
        return language_meant(word).has_value();
    });
    std::string hint = fmt::format("cjm new {}", shell_word(words.front()));
    if (language != words.end())
        hint += fmt::format(" --language {}", to_string(*language_meant(*language)));
    if (file != words.end() && file != words.begin())
        hint += fmt::format(" -o {}", shell_word(*file));
    const bool guessed = language != words.end() || file != words.end();
    return UsageError(
        fmt::format("cjm new takes the name of one template, and these are {} words", words.size()),
        guessed ? "write " + hint : "write one file with -o for each");
}

ExitStatus run_new(const NewOptions& options, const std::vector<std::string>& arguments) {
    if (options.list) {
        if (!arguments.empty()) throw UsageError("--list is given together with a template");
        return list_templates(options);
    }
    if (arguments.empty()) {
        throw UsageError("no template given", "cjm new --list tells which there are");
    }
    if (arguments.size() > 1) throw too_many(arguments);
    if (looks_like_file(arguments.front())) {
        throw UsageError(fmt::format("{} is no template", cjm::quoted(arguments.front())),
                         fmt::format("a template comes first, the file behind -o: cjm new blank "
                                     "-o {}; cjm new --list tells which templates there are",
                                     shell_word(arguments.front())));
    }
    return write_template(options, arguments.front());
}

std::vector<Option> new_options(NewOptions& options) {
    return {language_option("of the journey's texts and of --list", options.language),
            {.name = "--list",
             .help = "tell which templates there are, a line each",
             .set = [&](const std::string&) { options.list = true; }},
            output_option(options.output)};
}

}  // namespace

Command new_command() {
    const auto options = std::make_shared<NewOptions>();
    return {.name = "new",
            .summary = "a journey to start from",
            .usage = "TEMPLATE [options]",
            .description =
                "Writes a journey file that runs as it is, to be changed into your own: with texts "
                "for every row of the map, scenarios to compare, and numbers that each say where "
                "they come from. A file that exists already is never written over.",
            .example =
                "  cjm new --list                          which there are\n"
                "  cjm new eight-phases -o journey.toml\n"
                "  cjm new ghosting --language vi -o im-lang.toml\n"
                "  cjm new blank | cjm simulate -          without a file\n",
            .arguments_offer = Offer::choices,
            .arguments_choices = names_of(journey_templates()),
            .options = new_options(*options),
            .run = [options](const Session&, const std::vector<std::string>& arguments) {
                return run_new(*options, arguments);
            }};
}

}  // namespace cjm::cli
