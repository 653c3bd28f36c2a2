#include "cli/commands/simulate.hpp"

#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include "cli/journey_options.hpp"
#include "cli/load.hpp"
#include "cli/moments_run.hpp"
#include "cli/output.hpp"
#include "cli/provenance_of.hpp"
#include "cli/report/csv_report.hpp"
#include "cli/report/json_report.hpp"
#include "cli/report/markdown_report.hpp"
#include "cli/report/text_report.hpp"
#include "cli/report_format.hpp"
#include "cli/run_method.hpp"
#include "cli/run_options.hpp"
#include "cli/text_output.hpp"
#include "cli/uncertainty_run.hpp"
#include "cli/usage_error.hpp"
#include "journey/check/check.hpp"

namespace cjm::cli {
namespace {

struct SimulateOptions {
    JourneyOptions journey;
    RunSettings settings;
    std::optional<ReportFormat> format;
    Output output;
};

std::string text_for(const Session& session, const SimulateOptions& options, const Journey& journey,
                     const SimulationResult& result, const MomentsResult* moments) {
    const Provenance provenance = provenance_of(journey);
    const TextStyle style = text_style_for(session, options.output);
    return text_report(journey, result,
                       {.width = style.width,
                        .colour = style.colour,
                        .program = provenance.program,
                        .input_sha256 = provenance.input_sha256,
                        .moments = moments});
}

std::string report(const Session& session, const SimulateOptions& options, const Journey& journey,
                   const SimulationResult& result) {
    const ReportFormat format = report_format(options.format, options.output);
    if (format == ReportFormat::json) return json_report(journey, result, provenance_of(journey));
    if (format == ReportFormat::csv) return csv_report(journey, result, provenance_of(journey));
    const auto moments = quick_moments(journey, options.settings);
    const MomentsResult* found = moments ? &*moments : nullptr;
    if (format == ReportFormat::markdown)
        return markdown_report(journey, result, provenance_of(journey), found);
    return text_for(session, options, journey, result, found);
}

/// Throws UsageError where the firm's view of silence is asked for and cannot be had.
void expect_observer(const RunSettings& settings, const Journey& journey) {
    if (!settings.observer_range) return;
    if (settings.method == Method::exact)
        throw UsageError("--observer needs simulated customers; --method exact has none",
                         "leave one of them out");
    if (!journey.ghost_after_days)
        throw UsageError(
            "--observer needs to know how long a silence makes a ghost; the journey does not say",
            "add ghost_after = \"30 d\" to [journey]");
    if (!journey.horizon_days)
        throw UsageError("--observer needs a horizon, the day on which the firm looks",
                         "add --horizon 90d, or horizon = \"90 d\" to [journey]");
}

/// Throws UsageError where there is nothing to sharpen, or no way to.
void expect_control(const RunSettings& settings, const Journey& journey) {
    if (!settings.control_variate) return;
    if (settings.method == Method::exact)
        throw UsageError("--control-variate needs simulated customers; --method exact has none",
                         "leave one of them out");
    if (!journey.horizon_days)
        throw UsageError("--control-variate is for journeys under a horizon",
                         "without one the exact values stand beside the figures anyway");
    Journey lifted = journey;
    lifted.horizon_days.reset();
    if (!check_structure(lifted).empty())
        throw UsageError(
            "--control-variate needs a journey that ends without its horizon too; "
            "this one has a loop that nobody leaves",
            "leave it out");
    if (settings.precision)
        throw UsageError("--control-variate and --precision do not go together",
                         "say with --customers how many customers to walk");
}

ExitStatus simulate_file(const SimulateOptions& options, const Session& session,
                         const std::string& file) {
    expect_report(options.format, options.output, file);
    const auto journey = load_as_is_and_asked(session, file, options.journey);
    if (!journey) return ExitStatus::input_errors;
    expect_observer(options.settings, journey->asked);
    expect_control(options.settings, journey->asked);
    auto result = run_simulation(session, journey->asked, options.settings);
    if (!result) return ExitStatus::input_errors;
    add_uncertainty(journey->as_is, options.journey, *result);
    deliver(options.output, report(session, options, journey->asked, *result));
    return ExitStatus::done;
}

std::vector<Option> simulate_options(SimulateOptions& options) {
    std::vector<Option> all = journey_options(options.journey);
    std::vector<Option> run = run_options(options.settings);
    std::move(run.begin(), run.end(), std::back_inserter(all));
    all.push_back(parameter_draws_option(options.settings));
    all.push_back({.name = "--control-variate",
                   .help = "under a horizon: walk the same customers to their end too, and sharpen "
                           "the figures by what is known exactly of that",
                   .set = [&](const std::string&) { options.settings.control_variate = true; }});
    all.push_back({.name = "--observer",
                   .help = "also whom the firm would call a ghost, after which silence; needs a "
                           "horizon and ghost_after",
                   .set = [&](const std::string&) { options.settings.observer_range = true; }});
    all.push_back(report_format_option(options.format));
    all.push_back(output_option(options.output));
    return all;
}

}  // namespace

Command simulate_command() {
    const auto options = std::make_shared<SimulateOptions>();
    return {.name = "simulate",
            .summary = "what happens to the customers",
            .usage = "FILE [options]",
            .description =
                "Walks many customers through the journey and reports what becomes of them: who "
                "succeeds, who leaves where and why, how long it takes, what it costs and earns, "
                "each figure with its interval. The same file, seed and number of customers give "
                "the same figures. Without a horizon most figures are solved exactly too, or only "
                "so with --method exact. FILE may be - for standard input.",
            .example =
                "  cjm simulate journey.toml\n"
                "  cjm simulate journey.toml --scenario reminders -o reminders.json\n",
            .arguments_offer = Offer::journey_file,
            .options = simulate_options(*options),
            .run = [options](const Session& session, const std::vector<std::string>& arguments) {
                return simulate_file(*options, session, single_file(arguments));
            }};
}

}  // namespace cjm::cli
