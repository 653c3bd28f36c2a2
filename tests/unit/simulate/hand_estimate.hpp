// Owns: what is estimated from paths written by hand. Must not know: what the figures ought to be.
#pragma once
#include <vector>

#include "simulate/estimate/estimate.hpp"
#include "simulate/tally/path_counter.hpp"
#include "tests/unit/simulate/hand_journey.hpp"

namespace cjm::simulate::hand {

// The names of the compiled journey written by hand.
inline Journey named() {
    Journey journey;
    for (const char* id : {"dissatisfaction", "price", "neglect", "priorities", "delay"})
        journey.causes.push_back({{id, {}}, {}});
    for (const char* id : {"early", "late"}) journey.stages.emplace_back().id.value = id;
    for (const char* id : {"calm", "anxious"}) journey.personas.emplace_back().id.value = id;
    for (const char* id : {"a", "b", "c"}) journey.touchpoints.emplace_back().id.value = id;
    for (const char* id : {"done", "elsewhere"}) journey.outcomes.emplace_back().id.value = id;
    journey.outcomes[0].kind.value = OutcomeKind::success;
    journey.outcomes[1].kind.value = OutcomeKind::lost;
    return journey;
}

inline SimulationResult result_of(const Journey& journey, const CompiledJourney& compiled,
                                  const std::vector<Path>& paths, RunSettings settings = {}) {
    const Amounts amounts(compiled);
    PathCounter counter(compiled, amounts);
    for (const Path& path : paths) counter.add(path);
    settings.customers = paths.size();
    return estimate(journey, compiled, amounts, counter.tally(), settings);
}

inline SimulationResult result_of(const CompiledJourney& compiled, const std::vector<Path>& paths) {
    return result_of(named(), compiled, paths);
}

inline std::vector<Path> everybody() {
    return {buyer(), leaver(), impatient(), switcher(), waiting()};
}

// In one number, so that a missing figure fails.
inline double value(const MaybeEstimate& figure) {
    return figure ? figure->estimate : -999;
}

}  // namespace cjm::simulate::hand
