#include "cli/moments_run.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <utility>

#include "cli/run_method.hpp"
#include "cli/terminal/progress.hpp"
#include "simulate/exact/answer.hpp"
#include "simulate/moments/over_draws.hpp"

namespace cjm::cli {
namespace {

simulate::RunControl watched(Progress& progress) {
    simulate::RunControl control;
    control.progress = [&progress](std::uint64_t done) { progress.update(done); };
    control.instruction_set = asked_instruction_set();
    return control;
}

/// As many customers as the asked precision of the success rate takes.
void settle_customers(const Journey& journey, simulate::MomentsSettings& settings) {
    if (!settings.run.precision || simulate::solves_exactly(journey, settings.run.method)) return;
    Progress progress(settings.run.customers);
    simulate::RunControl control = watched(progress);
    control.expect = [&progress](std::uint64_t total) { progress.expect(total); };
    const auto result = simulate::simulate(journey, settings.run, control);
    if (!result) throw std::logic_error("the simulation ended without a result");
    settings.run.customers = result->settings.customers;
}

/// Where no method is asked for and the loops do not settle, customers are simulated instead.
std::optional<MomentsResult> find(const Session& session, const Journey& journey,
                                  simulate::MomentsSettings settings) {
    settle_customers(journey, settings);
    const std::uint64_t customers = simulate::customers_walked(journey, settings);
    Progress progress(std::max<std::uint64_t>(customers, 1));
    simulate::MomentsAnswer answer = simulate::find_moments(journey, settings, watched(progress));
    if (answer.result) return std::move(answer.result);
    if (answer.unsolved_loop.empty())
        throw std::logic_error("moments of truth ended without a result");
    const std::string unsolved = unsolved_message(answer.unsolved_loop);
    if (settings.run.method == Method::automatic) {
        tell_warning(session.colour, unsolved + "; customers are simulated instead");
        settings.run.method = Method::monte_carlo;
        return find(session, journey, settings);
    }
    tell_error(session.colour, unsolved, "simulate customers with --method monte-carlo");
    return std::nullopt;
}

void draw(const AskedJourney& journey, const JourneyOptions& options,
          simulate::MomentsSettings settings, MomentsResult& result) {
    if (result.settings.method != Method::exact)
        settings.run.customers = result.settings.customers;  // as many as a precision took
    Progress progress(settings.run.parameter_draws, "parameter draws");
    const simulate::UncertainJourney uncertain{
        journey.as_is, [&options](const Journey& drawn) { return ask_journey(drawn, options); }};
    if (!simulate::add_draws(uncertain, settings, result, watched(progress)))
        throw std::logic_error("the parameter draws ended without a result");
}

}  // namespace

std::optional<MomentsResult> moments_beside(const Journey& journey, const RunSettings& settings) {
    simulate::MomentsSettings beside;
    beside.run = settings;
    beside.run.customers = std::min(settings.customers, most_customers_beside);
    const bool solves = simulate::solves_exactly(journey, settings.method);
    if (settings.method == Method::exact) {
        if (!solves) return std::nullopt;
    } else if (solves && simulate::work_to_answer(journey) > simulate::much_work) {
        beside.run.method = Method::monte_carlo;
    }
    simulate::RunControl control;
    control.instruction_set = asked_instruction_set();
    return simulate::find_moments(journey, beside, control).result;
}

std::optional<MomentsResult> quick_moments(const Journey& journey, const RunSettings& settings) {
    const bool solves = simulate::solves_exactly(journey, settings.method);
    if (!solves || simulate::work_to_answer(journey) > simulate::much_work) return std::nullopt;
    return moments_beside(journey, settings);
}

std::optional<MomentsResult> run_moments(const Session& session, const AskedJourney& journey,
                                         const JourneyOptions& options,
                                         const simulate::MomentsSettings& settings) {
    const auto start = std::chrono::steady_clock::now();
    std::optional<MomentsResult> result = find(session, journey.asked, settings);
    if (!result) return std::nullopt;
    if (settings.run.parameter_draws > 0) draw(journey, options, settings, *result);
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    result->timing.seconds = elapsed.count();
    result->timing.threads = settings.run.threads > 0
                                 ? settings.run.threads
                                 : std::max(1U, std::thread::hardware_concurrency());
    return result;
}

}  // namespace cjm::cli
