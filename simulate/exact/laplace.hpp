// Owns: E[exp(-s W)] and E[W exp(-s W)] of waits. Must not know: journeys, chains.
#pragma once
#include "simulate/resolve.hpp"

namespace cjm::simulate {

/// What a wait W does against an exponential rate s (1 / mean patience, or a discount rate).
struct WaitTransform {
    double survive = 1;       ///< E[exp(-s W)], in (0, 1]
    double time_survive = 0;  ///< E[W exp(-s W)], days
};

/// law   parameters in days; rate s >= 0 a day, may be 0 (then survive = 1, time_survive = the
/// mean) returns  closed forms, else quadrature to a relative 1e-12; the same bits on every CPU
[[nodiscard]] WaitTransform transform(const WaitLaw& law, double rate);

/// Mean of the wait, days.
[[nodiscard]] double mean_days(const WaitLaw& law);

}  // namespace cjm::simulate
