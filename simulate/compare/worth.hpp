// Owns: what a scenario's differences come to in a year. Must not know: how they were estimated.
#pragma once
#include "simulate/comparison_result.hpp"

namespace cjm::simulate {

/// Fills in the yearly figures of a scenario from its differences and costs; they stay none without
/// customers_per_year (0).
///
/// extra_successes         difference x customers_per_year
/// first_year_cost         cost + cost_per_customer x customers_per_year
/// cost_per_extra_success  their ratio; none where the extra successes are not positive. Where the
///                         interval of the extra successes reaches 0, it has no upper bound
/// payback_days            cost / (extra margin per customer x customers_per_year / 365); none
///                         where the extra margin is not positive; no upper bound where it may be 0
/// errors                  delta method; bounds are those of the difference put through the formula
void set_worth(ScenarioComparison& scenario, double customers_per_year);

}  // namespace cjm::simulate
