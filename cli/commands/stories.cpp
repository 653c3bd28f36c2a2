#include "cli/commands/stories.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "cli/journey_options.hpp"
#include "cli/load.hpp"
#include "cli/output.hpp"
#include "cli/report/markdown_report.hpp"
#include "cli/report/stories_report.hpp"
#include "cli/report_format.hpp"
#include "cli/run_options.hpp"
#include "cli/text_output.hpp"
#include "cli/values.hpp"
#include "simulate/compile.hpp"
#include "simulate/walk/walker.hpp"

namespace cjm::cli {
namespace {

constexpr std::uint64_t usual_customers = 5, most_customers = 1000;
constexpr std::uint64_t last_customer = (std::uint64_t{1} << 40U) - 1;

struct StoriesOptions {
    JourneyOptions journey;
    RunSettings settings;
    std::uint64_t customers = usual_customers;
    std::uint64_t first = 0;
    std::optional<bool> markdown;  ///< none = by the suffix of the output
    Output output;
};

std::string stories(const Session& session, const StoriesOptions& options, const Journey& journey) {
    const simulate::CompiledJourney compiled = simulate::compile(journey);
    std::vector<simulate::Path> paths(options.customers);
    for (std::uint64_t at = 0; at < options.customers; ++at) {
        simulate::walk_customer(compiled, options.settings.seed, options.first + at, paths[at]);
    }
    const StoryTellers customers{.paths = paths,
                                 .transitions = compiled.transitions,
                                 .first_customer = options.first,
                                 .seed = options.settings.seed};
    if (wants_markdown(options.markdown, options.output))
        return document_markdown(stories_document(journey, customers));
    return stories_report(journey, customers, text_style_for(session, options.output));
}

ExitStatus tell_stories(const StoriesOptions& options, const Session& session,
                        const std::string& file) {
    expect_words(options.markdown, options.output, file);
    const auto journey = load_asked_journey(session, file, options.journey);
    if (!journey) return ExitStatus::input_errors;
    deliver(options.output, stories(session, options, *journey));
    return ExitStatus::done;
}

std::vector<Option> stories_options(StoriesOptions& options) {
    std::vector<Option> all{
        {.name = "--customers",
         .value = "N",
         .help = "how many customers (default 5)",
         .set =
             [&](const std::string& value) {
                 options.customers = whole_number("--customers", value, 1, most_customers);
             }},
        {.name = "--first",
         .value = "K",
         .help = "number of the first of them, counted from 0 (default 0)",
         .set =
             [&](const std::string& value) {
                 options.first = whole_number("--first", value, 0, last_customer);
             }},
        seed_option(options.settings)};
    for (Option& option : journey_options(options.journey)) all.push_back(std::move(option));
    all.push_back(words_format_option(options.markdown));
    all.push_back(output_option(options.output));
    return all;
}

}  // namespace

Command stories_command() {
    const auto options = std::make_shared<StoriesOptions>();
    return {
        .name = "stories",
        .summary = "a few simulated customers, told step by step",
        .usage = "FILE [options]",
        .description =
            "Tells what happens to a few simulated customers: where they go, how it feels, what "
            "they wait for, why they leave. They are the first of the customers that simulate "
            "walks with the same seed. FILE may be - for standard input.",
        .example =
            "  cjm stories journey.toml --customers 3\n"
            "  cjm stories journey.toml --first 1000 --scenario reminders\n",
        .arguments_offer = Offer::journey_file,
        .options = stories_options(*options),
        .run = [options](const Session& session, const std::vector<std::string>& arguments) {
            return tell_stories(*options, session, single_file(arguments));
        }};
}

}  // namespace cjm::cli
