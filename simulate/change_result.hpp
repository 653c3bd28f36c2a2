// Owns: what a scenario changes, in the journey and for its customers, as plain structs that
// pictures read. Must not know: the engine, files, drawing.
#pragma once
#include <optional>

#include "journey/change.hpp"
#include "simulate/comparison_result.hpp"
#include "simulate/place_differences.hpp"

namespace cjm {

/// What the same customers do differently.
struct ChangeFigures {
    SimulationResult as_is;
    DifferenceResult difference;  ///< of the figures of the whole journey
    PlaceDifferences places;
};

/// A journey as a scenario changes it, beside the journey as it is.
struct ChangeResult {
    Journey as_is;
    JourneyChange journey;
    std::optional<ChangeFigures> figures;  ///< none where nothing was simulated
};

}  // namespace cjm
