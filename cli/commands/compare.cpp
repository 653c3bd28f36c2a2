#include "cli/commands/compare.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "cli/budget_run.hpp"
#include "cli/choices.hpp"
#include "cli/compare_run.hpp"
#include "cli/output.hpp"
#include "cli/provenance_of.hpp"
#include "cli/report/comparison_csv.hpp"
#include "cli/report/comparison_document.hpp"
#include "cli/report/comparison_json.hpp"
#include "cli/report/markdown_report.hpp"
#include "cli/report/text_report.hpp"
#include "cli/report_format.hpp"
#include "cli/requirement.hpp"
#include "cli/run_options.hpp"
#include "cli/shipped_list.hpp"
#include "cli/text_output.hpp"
#include "cli/uncertainty_run.hpp"
#include "cli/usage_error.hpp"
#include "cli/values.hpp"
#include "journey/strategies/strategies.hpp"

namespace cjm::cli {
namespace {

struct CompareOptions {
    JourneyOptions journey;
    std::vector<std::string> scenarios;
    std::vector<std::string> ready;    ///< those of --with to compare, a+b for several at once
    std::vector<Strategy> strategies;  ///< those named in `ready`, each once
    RunSettings settings;
    simulate::Metric metric = simulate::Metric::success;
    std::optional<double> budget;
    std::vector<Requirement> requirements;
    std::optional<ReportFormat> format;
    Output output;
};

std::string report(const Session& session, const CompareOptions& options, ReportFormat format,
                   const ComparedFiles& files, const ComparisonResult& result) {
    ComparedJourneys compared{files.as_is,       {},         result, provenance_of(files.as_is), {},
                              &files.written[0], files.files};
    for (const simulate::Candidate& candidate : files.others) {
        compared.scenarios.push_back(&candidate.journey);
        compared.scenario_provenance.push_back(provenance_of(candidate.journey));
    }
    switch (format) {
        case ReportFormat::json:
            return comparison_json(compared);
        case ReportFormat::csv:
            return comparison_csv(compared);
        case ReportFormat::markdown:
            return document_markdown(comparison_document(compared));
        case ReportFormat::text:
            break;
    }
    return document_text(comparison_document(compared), text_style_for(session, options.output));
}

/// The metric must be asked for in every journey: told before the work.
void expect_metric(simulate::Metric metric, const ComparedFiles& files) {
    const auto asks = [](const Journey& journey) { return journey.survey && journey.survey->nps; };
    bool all = asks(files.as_is);
    for (const simulate::Candidate& candidate : files.others) all = all && asks(candidate.journey);
    if (metric == simulate::Metric::nps && !all)
        throw UsageError("--metric nps needs the journey's [survey] to have nps",
                         "add such as nps = { centre = 7.0, slope = 2.0, spread = 2.0 }");
}

/// What a requirement names must be compared: told before the work.
void expect_requirements(const CompareOptions& options, const ComparedFiles& files) {
    std::vector<std::string> ids;
    for (const simulate::Candidate& candidate : files.others) ids.push_back(candidate.id);
    for (const Requirement& requirement : options.requirements) expect_scenario(requirement, ids);
}

ExitStatus test_requirements(const Session& session, const CompareOptions& options,
                             const ComparisonResult& result) {
    ExitStatus status = ExitStatus::done;
    for (const Requirement& requirement : options.requirements) {
        const std::string reason = unmet(requirement, result);
        if (reason.empty()) continue;
        tell_error(session.colour, reason, "");
        status = ExitStatus::not_met;
    }
    return status;
}

/// Those of the file and the ready ones; none = all of the file.
std::vector<std::string> asked_scenarios(const CompareOptions& options) {
    std::vector<std::string> asked = options.scenarios;
    asked.insert(asked.end(), options.ready.begin(), options.ready.end());
    return asked;
}

ExitStatus compare_files(const CompareOptions& options, const Session& session,
                         const std::vector<std::string>& files) {
    for (const std::string& file : files) expect_report(options.format, options.output, file);
    if (files.size() > 1 && options.budget)
        throw UsageError("--budget chooses among the scenarios of one file",
                         "name one file, with scenarios that have a cost");
    const std::vector<std::string> asked = asked_scenarios(options);
    const auto compared = load_compared(session, files, options.journey, asked, options.strategies);
    if (!compared) return ExitStatus::input_errors;
    expect_metric(options.metric, *compared);
    expect_requirements(options, *compared);
    const ReportFormat format = report_format(options.format, options.output);
    const bool for_people = format == ReportFormat::text || format == ReportFormat::markdown;
    auto result = run_comparison(
        session, *compared, {.metric = options.metric, .places = !for_people}, options.settings);
    if (!result) return ExitStatus::input_errors;
    if (options.budget) spend_budget(*compared, asked, *options.budget, options.settings, *result);
    deliver(options.output, report(session, options, format, *compared, *result));
    return test_requirements(session, options, *result);
}

Option metric_option(CompareOptions& options) {
    std::vector<std::string> names;
    for (const simulate::Metric metric : simulate::all_metrics)
        names.emplace_back(simulate::name_of(metric));
    return choice_option(
        "--metric", "metric",
        "what the best is judged by: success, margin, lifetime_value, ghosted "
        "or nps (default success)",
        names, [&options](std::size_t at) { options.metric = simulate::all_metrics.at(at); });
}

/// Nothing to spend is a budget too: for what costs nothing once.
double amount_of(const std::string& value) {
    expect_no_thousands_marks("--budget", value);
    const auto amount = decimal_number(value);
    if (!amount || *amount < 0)
        throw UsageError(
            fmt::format("--budget is {}; it must be a number, 0 or more", cjm::quoted(value)));
    return *amount;
}

Option budget_option(CompareOptions& options) {
    return {.name = "--budget",
            .value = "X",
            .help =
                "also the set of scenarios that is best by --metric among those whose costs, "
                "once, come to at most X",
            .set = [&options](const std::string& value) { options.budget = amount_of(value); }};
}

Option require_option(CompareOptions& options) {
    return {.name = "--require",
            .value = "RULE",
            .help =
                "exit with 4 unless the whole interval of a difference meets a bound, such as "
                "\"reminders.success >= 0.02\"",
            .repeatable = true,
            .set = [&options](const std::string& value) {
                options.requirements.push_back(read_requirement(value));
            }};
}

void add_ready(CompareOptions& options, const std::string& value) {
    std::string joined;
    for (const std::string& name : scenarios_named(value, "--with")) {
        const Strategy& one = strategies()[choice("strategy", name, names_of(strategies()))];
        joined += (joined.empty() ? "" : "+") + std::string(one.name);
        if (std::ranges::find(options.strategies, one.name, &Strategy::name) ==
            options.strategies.end())
            options.strategies.push_back(one);
    }
    if (std::ranges::find(options.ready, joined) != options.ready.end())
        throw UsageError(fmt::format("--with {} is given twice", joined));
    options.ready.push_back(joined);
}

Option with_option(CompareOptions& options) {
    return {.name = "--with",
            .value = "STRATEGY",
            .help =
                "compare a ready scenario, applied to this journey; a+b applies a, then b; "
                "cjm strategies lists them",
            .offer = Offer::choices,
            .choices = names_of(strategies()),
            .repeatable = true,
            .set = [&options](const std::string& value) { add_ready(options, value); }};
}

/// --scenario says which to compare, and the rest of what is said of the journey.
std::vector<Option> journey_part(CompareOptions& options) {
    std::vector<Option> all = journey_options(options.journey);
    for (Option& option : all)
        if (option.name == "--scenario") {
            option.help = "compare this scenario (default all of the file); a+b applies a, then b";
            option.repeatable = true;
            option.set = [&options](const std::string& value) {
                (void)scenarios_named(value, "--scenario");  // refuses what cannot be
                options.scenarios.push_back(value);
            };
        }
    return all;
}

std::vector<Option> compare_options(CompareOptions& options) {
    std::vector<Option> all = journey_part(options);
    all.push_back(metric_option(options));
    all.push_back(budget_option(options));
    all.push_back(require_option(options));
    all.push_back(with_option(options));
    std::vector<Option> run = run_options(options.settings);
    std::move(run.begin(), run.end(), std::back_inserter(all));
    all.push_back(parameter_draws_option(options.settings));
    all.push_back(report_format_option(options.format));
    all.push_back(output_option(options.output));
    return all;
}

}  // namespace

Command compare_command() {
    const auto options = std::make_shared<CompareOptions>();
    return {.name = "compare",
            .summary = "scenarios against the journey as it is",
            .usage = "FILE [OTHER...] [options]",
            .description =
                "Walks the same customers, with the same luck, through the journey as it is and "
                "through each of its scenarios, and reports how far every figure moves, with its "
                "interval; what each scenario costs and brings; and with which probability it is "
                "the best. With several files each is compared with the first. FILE may be - for "
                "standard input.",
            .example =
                "  cjm compare journey.toml\n"
                "  cjm compare journey.toml --scenario reminders --require "
                "\"reminders.success >= 0.02\"\n",
            .arguments_offer = Offer::journey_file,
            .options = compare_options(*options),
            .run = [options](const Session& session, const std::vector<std::string>& arguments) {
                return compare_files(*options, session, arguments);
            }};
}

}  // namespace cjm::cli
