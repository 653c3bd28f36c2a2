#include "cli/commands/sensitivity.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>

#include "cli/choices.hpp"
#include "cli/journey_options.hpp"
#include "cli/load.hpp"
#include "cli/output.hpp"
#include "cli/provenance_of.hpp"
#include "cli/report/markdown_report.hpp"
#include "cli/report/sensitivity_document.hpp"
#include "cli/report/sensitivity_json.hpp"
#include "cli/report/text_report.hpp"
#include "cli/report_format.hpp"
#include "cli/run_method.hpp"
#include "cli/run_options.hpp"
#include "cli/terminal/progress.hpp"
#include "cli/text_output.hpp"
#include "cli/uncertainty_run.hpp"
#include "cli/usage_error.hpp"
#include "simulate/sensitivity/sensitivity.hpp"

namespace cjm::cli {
namespace {

constexpr std::uint64_t usual_draws = 200;

struct SensitivityOptions {
    JourneyOptions journey;
    RunSettings settings;
    simulate::Metric metric = simulate::Metric::success;
    std::optional<ReportFormat> format;
    Output output;
};

std::string report(const Session& session, const SensitivityOptions& options,
                   const Journey& journey, const SensitivityResult& result) {
    const Provenance provenance = provenance_of(journey);
    switch (report_format(options.format, options.output)) {
        case ReportFormat::json:
            return sensitivity_json(journey, result, provenance);
        case ReportFormat::csv:
            return sensitivity_csv(journey, result, provenance);
        case ReportFormat::markdown:
            return document_markdown(sensitivity_document(journey, result, provenance));
        case ReportFormat::text:
            break;
    }
    return document_text(sensitivity_document(journey, result, provenance),
                         text_style_for(session, options.output));
}

/// What cannot be answered. Throws UsageError.
void expect_answerable(const SensitivityOptions& options, const Journey& journey) {
    if (options.settings.method == Method::exact && journey.horizon_days)
        throw UsageError("sensitivity under a horizon is sampled, not solved",
                         "leave out --method exact, or lift the horizon with --horizon none");
    if (options.metric == simulate::Metric::nps && !(journey.survey && journey.survey->nps))
        throw UsageError("--metric nps needs the journey's [survey] to have nps",
                         "add [survey] with nps = { centre = 7, slope = 2, spread = 2 }");
}

SensitivityResult measure(const SensitivityOptions& options, const AskedJourney& journey) {
    const auto start = std::chrono::steady_clock::now();
    const bool sampled =
        journey.asked.horizon_days || options.settings.method == Method::monte_carlo;
    Progress progress(1, sampled ? "customers" : "journeys");
    simulate::RunControl control;
    control.instruction_set = asked_instruction_set();
    control.expect = [&progress](std::uint64_t total) { progress.expect(total); };
    control.progress = [&progress](std::uint64_t done) { progress.update(done); };
    const simulate::UncertainJourney uncertain{journey.as_is, [&options](const Journey& drawn) {
                                                   return ask_journey(drawn, options.journey);
                                               }};
    auto result =
        simulate::measure_sensitivity(uncertain, options.metric, options.settings, control);
    if (!result) throw std::logic_error("the sensitivity analysis ended without a result");
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    result->seconds = elapsed.count();
    return *std::move(result);
}

ExitStatus analyse_file(const SensitivityOptions& options, const Session& session,
                        const std::string& file) {
    expect_report(options.format, options.output, file);
    const auto journey = load_as_is_and_asked(session, file, options.journey);
    if (!journey) return ExitStatus::input_errors;
    expect_answerable(options, journey->asked);
    const SensitivityResult result = measure(options, *journey);
    if (!result.unsolved_loop.empty()) {
        tell_error(session.colour, unsolved_message(result.unsolved_loop),
                   "simulate customers with --method monte-carlo");
        return ExitStatus::input_errors;
    }
    deliver(options.output, report(session, options, journey->asked, result));
    return ExitStatus::done;
}

Option metric_option(SensitivityOptions& options) {
    std::vector<std::string> names;
    for (const simulate::Metric metric : simulate::all_metrics) names.emplace_back(name_of(metric));
    return choice_option("--metric", "metric",
                         "what is watched: success, margin, lifetime_value, ghosted or nps "
                         "(default success)",
                         names, [&options](std::size_t position) {
                             options.metric = simulate::all_metrics.at(position);
                         });
}

/// Those of a run that make sense here.
std::vector<Option> sampling_options(RunSettings& settings) {
    std::vector<Option> options = run_options(settings);
    std::erase_if(options, [](const Option& option) {
        return option.name == "--precision" || option.name == "--cohort" || option.refused;
    });
    for (Option& option : options)
        if (option.name == "--method")
            option.help =
                "auto, monte-carlo or exact (default auto: exact where there is no horizon)";
    return options;
}

std::vector<Option> sensitivity_options(SensitivityOptions& options) {
    std::vector<Option> all = journey_options(options.journey);
    std::vector<Option> run = sampling_options(options.settings);
    std::move(run.begin(), run.end(), std::back_inserter(all));
    all.push_back(metric_option(options));
    Option draws = parameter_draws_option(options.settings);
    draws.help =
        "how many draws of the uncertain values stand behind rank correlations "
        "(default 200; 0 leaves them out)";
    all.push_back(std::move(draws));
    all.push_back(report_format_option(options.format));
    all.push_back(output_option(options.output));
    return all;
}

}  // namespace

Command sensitivity_command() {
    const auto options = std::make_shared<SensitivityOptions>();
    options->settings.parameter_draws = usual_draws;
    return {.name = "sensitivity",
            .summary = "which uncertain values and assumptions move the result",
            .usage = "FILE [options]",
            .description =
                "Moves one thing at a time, all others staying at their likely values: every value "
                "written as [low, likely, high] and every share of counts from its p10 to its p90, "
                "how many good moments outweigh a bad one (1 to 25) and the hazard ratio (1 to 4). "
                "The report draws the result at both ends, the largest move first. Beside it "
                "stands the rank correlation of each value with the result when all are drawn at "
                "once, and where the two disagree. Exact without a horizon; under one the same "
                "customers are walked at both ends. FILE may be - for standard input.",
            .example =
                "  cjm sensitivity journey.toml\n"
                "  cjm sensitivity journey.toml --metric margin --horizon none -o margin.md\n",
            .arguments_offer = Offer::journey_file,
            .options = sensitivity_options(*options),
            .run = [options](const Session& session, const std::vector<std::string>& arguments) {
                return analyse_file(*options, session, single_file(arguments));
            }};
}

}  // namespace cjm::cli
