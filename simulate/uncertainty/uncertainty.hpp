// Owns: running a journey under many draws of what its author does not know, and what that says.
// Must not know: files, streams, clocks.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>

#include "journey/model.hpp"
#include "simulate/result.hpp"
#include "simulate/simulate.hpp"

namespace cjm::simulate {

/// A journey as written, and what is asked of it: scenarios, horizon, stretch.
struct UncertainJourney {
    const Journey& as_is;
    /// From the journey with drawn values to the one that is run. Called from worker threads.
    std::function<Journey(const Journey&)> ask;
};

/// Thrown where so few draws make a journey that ends that nothing can be said about their spread.
class TooFewDraws : public std::runtime_error {
  public:
    TooFewDraws(std::uint64_t possible, std::uint64_t draws);
};

/// Draws the uncertain values `settings.parameter_draws` times, runs the journey under each draw,
/// and adds `uncertainty` (and the cohort's `averaged`) to a result at the likely values.
///
/// method    without a horizon each draw is solved exactly, unless `settings.method` is
/// monte_carlo.
///           Else draw k walks the customers
/// numbered
///           from k N / K on, N customers in all draws together but at least 1,000 each, so that
///           the sampling errors of draws are independent; their mean variance is taken out of that
///           between draws. A draw whose journey nobody can leave is left out and counted
/// progress  counts draws
/// returns   false where `control.stop` was set
/// throws    TooFewDraws where fewer than two draws can be run
/// cost      K times an exact solution, or max(N, 1,000 K) customers; the same figures for any
/// number
///           of threads
/// source    docs/explanation/uncertainty.md
[[nodiscard]] bool add_uncertainty(const UncertainJourney& journey, SimulationResult& result,
                                   const RunControl& control = {});

}  // namespace cjm::simulate
