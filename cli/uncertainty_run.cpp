#include "cli/uncertainty_run.hpp"

#include <chrono>
#include <stdexcept>

#include "cli/run_options.hpp"
#include "cli/terminal/progress.hpp"
#include "cli/usage_error.hpp"
#include "cli/values.hpp"
#include "simulate/uncertainty/uncertainty.hpp"

namespace cjm::cli {
namespace {

constexpr std::uint64_t most_draws = 100'000;

}  // namespace

Option parameter_draws_option(RunSettings& settings) {
    return {.name = "--parameter-draws",
            .value = "K",
            .help =
                "draw the uncertain values K times, such as 1000, and report how far that "
                "ignorance moves the results (default 0)",
            .set = [&](const std::string& value) {
                const std::uint64_t draws = whole_number("--parameter-draws", value, 0, most_draws);
                if (draws == 1)
                    throw UsageError("--parameter-draws is 1; one draw says nothing about a spread",
                                     "draw 1000 times");
                settings.parameter_draws = draws;
            }};
}

void add_uncertainty(const Journey& as_is, const JourneyOptions& options,
                     SimulationResult& result) {
    if (result.settings.parameter_draws == 0) return;
    const auto start = std::chrono::steady_clock::now();
    Progress progress(result.settings.parameter_draws, "parameter draws");
    simulate::RunControl control;
    control.progress = [&progress](std::uint64_t done) { progress.update(done); };
    const simulate::UncertainJourney journey{
        as_is, [&options](const Journey& drawn) { return ask_journey(drawn, options); }};
    if (!simulate::add_uncertainty(journey, result, control))
        throw std::logic_error("the parameter draws ended without a result");
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    result.timing.seconds += elapsed.count();
}

}  // namespace cjm::cli
