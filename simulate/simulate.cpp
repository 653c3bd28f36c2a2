#include "simulate/simulate.hpp"

#include "simulate/compile.hpp"
#include "simulate/control_variate.hpp"
#include "simulate/estimate/estimate.hpp"
#include "simulate/precision.hpp"
#include "simulate/random/words.hpp"
#include "simulate/run/run.hpp"
#include "simulate/tally/path_counter.hpp"

namespace cjm::simulate {

namespace {

std::optional<Tally> tally_asked(const CompiledJourney& compiled, const Amounts& amounts,
                                 const RunSettings& settings, const RunControl& control) {
    if (settings.precision) return tally_to_precision(compiled, amounts, settings, control);
    return tally_customers(compiled, amounts, settings.seed, {0, settings.customers},
                           settings.threads, control);
}

}  // namespace

std::optional<SimulationResult> simulate(const Journey& journey, const RunSettings& asked,
                                         const RunControl& control) {
    const std::optional<LiftedWalk> lifted =
        asked.control_variate ? walk_lifted(journey, asked, control) : std::nullopt;
    const CompiledJourney compiled = compile(journey);
    const Amounts amounts(compiled);
    const std::optional<Tally> tally =
        lifted ? lifted->tally.tallies.front() : tally_asked(compiled, amounts, asked, control);
    if (!tally) return std::nullopt;
    RunSettings settings = asked;
    settings.customers = tally->customers;
    SimulationResult result = estimate(journey, compiled, amounts, *tally, settings);
    result.generator = generator_name;
    if (lifted) result.control_variate = control_variate(*lifted, result);
    for (const TouchpointTally& touchpoint : tally->touchpoints)
        result.timing.steps += touchpoint.visits.sum;
    result.timing.threads = worker_threads(settings.threads, settings.customers);
    return result;
}

}  // namespace cjm::simulate
