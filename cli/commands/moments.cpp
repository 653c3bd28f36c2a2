#include "cli/commands/moments.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "cli/choices.hpp"
#include "cli/journey_options.hpp"
#include "cli/load.hpp"
#include "cli/moments_run.hpp"
#include "cli/output.hpp"
#include "cli/provenance_of.hpp"
#include "cli/report/markdown_report.hpp"
#include "cli/report/moments_csv.hpp"
#include "cli/report/moments_document.hpp"
#include "cli/report/moments_json.hpp"
#include "cli/report/text_report.hpp"
#include "cli/report_format.hpp"
#include "cli/run_options.hpp"
#include "cli/text_output.hpp"
#include "cli/uncertainty_run.hpp"
#include "cli/usage_error.hpp"

namespace cjm::cli {
namespace {

using simulate::Metric;

struct MomentsOptions {
    JourneyOptions journey;
    simulate::MomentsSettings settings;
    std::optional<double> minimum_effect;
    std::optional<ReportFormat> format;
    Output output;
};

std::string report(const Session& session, const MomentsOptions& options, const Journey& journey,
                   const MomentsResult& result) {
    const Provenance provenance = provenance_of(journey);
    switch (report_format(options.format, options.output)) {
        case ReportFormat::json:
            return moments_json(journey, result, provenance);
        case ReportFormat::csv:
            return moments_csv(journey, result, provenance);
        case ReportFormat::markdown:
            return document_markdown(moments_document(journey, result, provenance));
        case ReportFormat::text:
            break;
    }
    return document_text(moments_document(journey, result, provenance),
                         text_style_for(session, options.output));
}

/// The effect that a moment of truth must clear. Throws UsageError where it must be given.
double minimum_effect_of(const MomentsOptions& options) {
    constexpr double of_shares = 0.01;
    const Metric metric = options.settings.metric;
    if (options.minimum_effect) return *options.minimum_effect;
    if (simulate::is_share(metric)) return of_shares;
    throw UsageError(
        fmt::format("--metric {} needs --minimum-effect", simulate::name_of(metric)),
        metric == Metric::nps
            ? "the smallest impact worth acting on, in points, such as --minimum-effect 2"
            : "the smallest impact worth acting on, in the journey's currency, such as "
              "--minimum-effect 0.5");
}

/// Throws UsageError for a metric that the journey cannot give, and for a method that cannot give
/// it.
void expect_possible(const Journey& journey, const simulate::MomentsSettings& settings) {
    if (settings.metric == Metric::nps && !(journey.survey && journey.survey->nps))
        throw UsageError("--metric nps needs the journey's [survey] to have nps",
                         "add such as nps = { centre = 7.0, slope = 2.0, spread = 2.0 }");
    if (settings.run.method == Method::exact && journey.horizon_days)
        throw UsageError("--method exact is not possible under a horizon",
                         "--horizon none lifts it; without --method customers are simulated");
}

ExitStatus report_moments(MomentsOptions& options, const Session& session,
                          const std::string& file) {
    options.settings.minimum_effect = minimum_effect_of(options);
    expect_report(options.format, options.output, file);
    const auto journey = load_as_is_and_asked(session, file, options.journey);
    if (!journey) return ExitStatus::input_errors;
    expect_possible(journey->asked, options.settings);
    auto result = run_moments(session, *journey, options.journey, options.settings);
    if (!result) return ExitStatus::input_errors;
    deliver(options.output, report(session, options, journey->asked, *result));
    return ExitStatus::done;
}

void set_minimum_effect(MomentsOptions& options, const std::string& value) {
    double effect = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), effect);
    if (error != std::errc() || end != value.data() + value.size() || !(effect >= 0) ||
        !std::isfinite(effect))
        throw UsageError(fmt::format("--minimum-effect is {}; it must be a number from 0 on",
                                     cjm::quoted(value)),
                         "0.01 is one percentage point of success or ghosted");
    options.minimum_effect = effect;
}

std::vector<Option> own_options(MomentsOptions& options) {
    std::vector<std::string> metrics;
    for (const Metric metric : simulate::all_metrics)
        metrics.emplace_back(simulate::name_of(metric));
    return {
        choice_option("--metric", "metric",
                      "what impacts are on: success (default), margin, lifetime_value, ghosted or "
                      "nps",
                      metrics,
                      [&](std::size_t position) {
                          options.settings.metric = simulate::all_metrics[position];
                      }),
        {.name = "--minimum-effect",
         .value = "X",
         .help = "what an impact must clear to be a moment of truth (default 0.01 for success and "
                 "ghosted; needed for other metrics)",
         .set = [&](const std::string& value) { set_minimum_effect(options, value); }},
        {.name = "--sweep",
         .help = "also the ranks if a bad moment took 1, 2, 5, 12 or 25 times what a good one "
                 "gives",
         .set = [&](const std::string&) { options.settings.sweep = true; }},
        choice_option("--by", "part", "persona: also a table for each persona", {"persona"},
                      [&](std::size_t) { options.settings.by_persona = true; })};
}

/// Those of a simulation that make sense here.
std::vector<Option> shared_options(RunSettings& settings) {
    std::vector<Option> options = run_options(settings);
    std::erase_if(options, [](const Option& option) {
        return option.name == "--cohort" || option.name == "--observer";
    });
    for (Option& option : options)
        if (option.name == "--method")
            option.help =
                "auto, monte-carlo or exact (default auto: exact where there is no horizon)";
    return options;
}

std::vector<Option> moments_options(MomentsOptions& options) {
    std::vector<Option> all = journey_options(options.journey);
    for (std::vector<Option> more : {own_options(options), shared_options(options.settings.run)})
        std::move(more.begin(), more.end(), std::back_inserter(all));
    all.push_back(parameter_draws_option(options.settings.run));
    all.push_back(report_format_option(options.format));
    all.push_back(output_option(options.output));
    return all;
}

}  // namespace

Command moments_command() {
    const auto options = std::make_shared<MomentsOptions>();
    return {.name = "moments",
            .summary = "which touchpoints are moments of truth, ranked",
            .usage = "FILE [options]",
            .description =
                "Ranks the touchpoints by what they decide: the success rate (or another metric) "
                "with every experience there good, less with every one bad, all else the same "
                "luck. A touchpoint is a moment of truth where the whole interval of that impact "
                "lies above the minimum effect. Solved exactly where there is no horizon, else "
                "simulated with the same customers all good and all bad. FILE may be - for "
                "standard input.",
            .example =
                "  cjm moments journey.toml\n"
                "  cjm moments journey.toml --sweep --by persona\n"
                "  cjm moments journey.toml --metric margin --minimum-effect 0.5 -o "
                "moments.json\n",
            .arguments_offer = Offer::journey_file,
            .options = moments_options(*options),
            .run = [options](const Session& session, const std::vector<std::string>& arguments) {
                return report_moments(*options, session, single_file(arguments));
            }};
}

}  // namespace cjm::cli
