#include "cli/commands/strategies.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/safe_file.hpp"
#include "base/text_width.hpp"
#include "cli/choices.hpp"
#include "cli/load.hpp"
#include "cli/output.hpp"
#include "cli/report/markdown_report.hpp"
#include "cli/report/strategies_document.hpp"
#include "cli/report/text_report.hpp"
#include "cli/report_format.hpp"
#include "cli/shell_word.hpp"
#include "cli/shipped_list.hpp"
#include "cli/terminal/terminal.hpp"
#include "cli/text_output.hpp"
#include "cli/usage_error.hpp"
#include "journey/parse/parse.hpp"
#include "journey/strategies/strategies.hpp"

namespace cjm::cli {
namespace {

struct StrategiesOptions {
    Language language = Language::english;
    bool language_given = false;
    std::optional<std::string> file;
    std::optional<bool> markdown;  ///< none = by the suffix of the output
    Output output;
};

/// The error for a file where a strategy's name belongs, or behind it. name  empty = none
UsageError misplaced_file(const std::string& file, const std::string& name) {
    const std::string word = shell_word(file);
    if (name.empty())
        return UsageError(
            fmt::format("{} is no strategy", cjm::quoted(file)),
            fmt::format("cjm strategies --file {} tells what each would change there", word));
    return UsageError(fmt::format("{} is no second strategy", cjm::quoted(file)),
                      fmt::format("cjm strategies {0} --file {1} tells what it would change there; "
                                  "cjm strategies {0} >> {1} puts it at the end of that file",
                                  name, word));
}

std::optional<Strategy> asked_strategy(const std::vector<std::string>& arguments) {
    if (arguments.empty()) return std::nullopt;
    if (looks_like_file(arguments.front())) throw misplaced_file(arguments.front(), {});
    const Strategy& strategy =
        strategies()[choice("strategy", arguments.front(), names_of(strategies()))];
    if (arguments.size() == 2 && looks_like_file(arguments[1]))
        throw misplaced_file(arguments[1], arguments[0]);
    if (arguments.size() > 1)
        throw UsageError(fmt::format("{} strategies named; one is told at a time, or all of them",
                                     arguments.size()));
    return strategy;
}

/// The language of the journey that standard output is put at the end of, as `>> journey.toml`
/// does; none where it goes elsewhere.
std::optional<Language> language_of_appended() {
    const auto text = read_appended_file(static_cast<int>(Stream::output), largest_journey_file);
    if (!text) return std::nullopt;
    const auto journey = parse_journey(
        std::make_shared<const SourceText>(SourceText{"standard output", *std::move(text)}));
    if (!journey.value) return std::nullopt;
    return journey.value->language;
}

/// The list of all, or the text of one: begins with an empty line, so that it can be put at the end
/// of a file.
ExitStatus print(const StrategiesOptions& options, const std::optional<Strategy>& strategy) {
    Language language = options.language;
    if (!options.language_given && options.output.to_standard_output())
        language = language_of_appended().value_or(language);
    if (strategy)
        expect_new_file(options.output,
                        fmt::format("put it at the end of that file: cjm strategies "
                                    "{} >> {}",
                                    strategy->name, shell_word(options.output.path)));
    deliver(options.output, strategy ? "\n" + std::string(strategy->text(language))
                                     : listed(strategies(), language));
    return ExitStatus::done;
}

Document changes_in(const Journey& journey, const std::optional<Strategy>& strategy) {
    if (strategy) return strategy_document(journey, scenario_of(*strategy, journey.language));
    std::vector<Scenario> all;
    for (const Strategy& one : strategies()) all.push_back(scenario_of(one, journey.language));
    return strategies_document(journey, all);
}

/// What they would change in a journey.
ExitStatus tell_changes(const StrategiesOptions& options, const Session& session,
                        const std::optional<Strategy>& strategy) {
    if (options.language_given)
        throw UsageError("--language is for the texts; with --file the journey's language counts");
    expect_words(options.markdown, options.output, *options.file);
    const auto journey = load_journey(session, *options.file);
    if (!journey) return ExitStatus::input_errors;
    const Document document = changes_in(*journey, strategy);
    deliver(options.output, wants_markdown(options.markdown, options.output)
                                ? document_markdown(document)
                                : document_text(document, text_style_for(session, options.output)));
    return ExitStatus::done;
}

ExitStatus run_strategies(const StrategiesOptions& options, const Session& session,
                          const std::vector<std::string>& arguments) {
    const auto strategy = asked_strategy(arguments);
    if (options.file) return tell_changes(options, session, strategy);
    if (options.markdown)
        throw UsageError("--format is for what changes in a journey: name its --file");
    return print(options, strategy);
}

Option text_language_option(StrategiesOptions& options) {
    Option option = language_option("of the list and of what is printed", options.language);
    option.set = [&options, set = option.set](const std::string& value) {
        set(value);
        options.language_given = true;
    };
    return option;
}

std::vector<Option> strategies_options(StrategiesOptions& options) {
    return {{.name = "--file",
             .value = "FILE",
             .help = "tell what would change in this journey: which touchpoints, which numbers",
             .offer = Offer::journey_file,
             .set = [&](const std::string& value) { options.file = value; }},
            text_language_option(options),
            words_format_option(options.markdown, "with --file: "),
            output_option(options.output)};
}

}  // namespace

Command strategies_command() {
    const auto options = std::make_shared<StrategiesOptions>();
    return {
        .name = "strategies",
        .summary = "ready scenarios for any journey",
        .usage = "[NAME] [options]",
        .description =
            "Ten strategies of keeping customers and five mitigations of silent leaving, as "
            "scenarios that fit any journey: they multiply what is there, by cause and by tag. "
            "Without a name all are listed; with one its text is printed, to be put at the end "
            "of a journey file and edited. Their effects are assumed, as ranges; they have no "
            "costs until you write them in. cjm compare FILE --with NAME tells what one brings.",
        .example =
            "  cjm strategies                                   which there are\n"
            "  cjm strategies --file journey.toml               what each would change there\n"
            "  cjm strategies quick-support --file journey.toml one of them, number by number\n"
            "  cjm strategies quick-support >> journey.toml     to be edited\n"
            "  cjm compare journey.toml --with quick-support --parameter-draws 200\n",
        .arguments_offer = Offer::choices,
        .arguments_choices = names_of(strategies()),
        .options = strategies_options(*options),
        .run = [options](const Session& session, const std::vector<std::string>& arguments) {
            return run_strategies(*options, session, arguments);
        }};
}

}  // namespace cjm::cli
