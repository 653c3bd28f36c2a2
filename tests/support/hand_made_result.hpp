// Owns: a journey and its result filled in by hand, for tests of what is made of results. The
// numbers are made up.
#pragma once
#include "journey/model.hpp"
#include "simulate/result.hpp"

namespace cjm::testing {

struct JourneyWithResult {
    Journey journey;
    SimulationResult result;
};

/// A share among a million customers, its standard error and 95 % interval.
[[nodiscard]] Estimate share_of_a_million(double share);

/// A dentist's patients: 3 stages, 5 touchpoints (the last is reached by nobody), 2 personas,
/// money, waits, a horizon, a year's customers. In English or Vietnamese; titles of the Vietnamese
/// one are composed and decomposed by turns.
[[nodiscard]] JourneyWithResult dentist(Language language);

/// The least that a journey can be: one touchpoint, one outcome, nothing lost, no time, no money.
[[nodiscard]] JourneyWithResult least();

}  // namespace cjm::testing
