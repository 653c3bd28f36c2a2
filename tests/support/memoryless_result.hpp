// Owns: the result of a journey whose customers have no memory, from its shares alone, for tests of
// drawings. Must not know: the engine.
#pragma once
#include "journey/model.hpp"
#include "simulate/result.hpp"

namespace cjm::testing {

/// Reach, stages, visits, experiences, leaving by cause, outcomes and transitions as the likely
/// `next`, `causes` and `silent` of every touchpoint (persona "everyone", no waits, no goodwill)
/// make them; errors as if a million customers had been sampled.
[[nodiscard]] SimulationResult memoryless_result(const Journey& journey);

}  // namespace cjm::testing
