// Owns: mean and spread of a wait. Must not know: touchpoints, sampling.
#pragma once
#include "journey/model.hpp"

namespace cjm {

/// The mean of a wait in days, at its likely values.
[[nodiscard]] double mean_days(const Wait& wait);

/// Its standard deviation in days, at its likely values; 0 for a fixed wait.
[[nodiscard]] double spread_days(const Wait& wait);

}  // namespace cjm
