// Owns: the set of scenarios that is best within a budget. Must not know: files, streams, clocks.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "simulate/comparison_result.hpp"
#include "simulate/simulate.hpp"

namespace cjm::simulate {

/// Scenarios by position, ascending: the order in which they are applied.
using ScenarioSet = std::vector<std::size_t>;

/// What may be bought.
struct Market {
    std::vector<std::string> ids;
    std::vector<double> costs;  ///< once
    /// The journey with a set applied; none where the scenarios do not go together. The empty set
    /// is the journey as it is.
    std::function<std::optional<Journey>(const ScenarioSet&)> make;
};

/// Up to so many scenarios every set is looked at.
inline constexpr std::size_t most_scenarios_for_every_set = 12;

/// The set of scenarios, of all whose costs come to at most `limit`, that is best in the metric.
///
/// method   every set is run as a whole, so that what scenarios do to each other counts: up to 12
///          scenarios all sets, beyond that a search that adds, one at a time, the scenario that
///          helps most, and the one that helps most for its cost. Without a horizon (and method
///          monte_carlo not asked for) each is solved exactly; else the same customers walk through
///          all. Where there are more than 31 sets, fewer customers choose those that could be the
///          best, and all customers walk through the best 31 of them
/// ties     sets that are not told from the best: equal exact values; else a difference within its
///          paired interval, unless they make the very same journey. Of equal sets the cheapest is
///          chosen, then the smallest
/// returns  none where stopped
/// cost     O(sets) exact solutions or walks
[[nodiscard]] std::optional<BudgetResult> best_within(double limit, const Market& market,
                                                      Metric metric, const RunSettings& settings,
                                                      const RunControl& control = {});

}  // namespace cjm::simulate
