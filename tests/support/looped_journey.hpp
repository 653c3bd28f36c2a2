// Owns: large journeys of many loops, for timing solvers. Must not know: any engine.
#pragma once
#include <cstdint>
#include <string>

namespace cjm::testing {

struct LoopedJourneyOptions {
    int touchpoints = 200;
    int loop = 20;  ///< touchpoints that lead back among each other; the next ones follow
    int personas = 1;
    bool sells = true;  ///< every tenth touchpoint is a purchase
};

/// A valid journey file with default goodwill, waits and experiences, one loop after the other,
/// each strongly connected. The same text for the same seed and options on every machine.
[[nodiscard]] std::string looped_journey(std::uint64_t seed, const LoopedJourneyOptions& options);

}  // namespace cjm::testing
