// Owns: from tallies of customers to the figures of a simulation. Must not know: how customers are
// walked, threads, how figures are printed.
#pragma once
#include "journey/model.hpp"
#include "simulate/compile.hpp"
#include "simulate/result.hpp"
#include "simulate/tally/path_counter.hpp"
#include "simulate/tally/tally.hpp"

namespace cjm::simulate {

/// Every figure of a simulation with its standard error and interval; only `generator` and `timing`
/// are left to the caller.
///
/// journey   for names and the order of lists; `compiled` is made of it, `amounts` of that
/// tally     of at least one customer
/// settings  confidence and cohort are used; all of it is repeated in the result
/// errors    a single proportion has Wilson's interval; a ratio of sums the delta method's standard
/// error
///           over customers; a figure that did not vary among the customers the bound for an event
///           that none of them met, unless it is constant by construction (see base/interval.hpp).
///           A ratio over nothing is none. What takes no time in a journey without waits is none.
/// source    model page, section 3; cost O(touchpoints x (causes + goodwill span) + transitions)
[[nodiscard]] SimulationResult estimate(const Journey& journey, const CompiledJourney& compiled,
                                        const Amounts& amounts, const Tally& tally,
                                        const RunSettings& settings);

}  // namespace cjm::simulate
