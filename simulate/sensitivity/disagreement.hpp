// Owns: where the tornado and rank correlation rank values differently. Must not know: where the
// numbers come from.
#pragma once
#include <vector>

#include "simulate/sensitivity_result.hpp"

namespace cjm::simulate {

/// Pairs of values of which one moves the metric more from end to end, the other surely more in
/// rank correlation: its interval, signs apart, lies above. Pairs whose swings are not told apart
/// by their errors are left out. The one with the largest gap of correlations first.
[[nodiscard]] std::vector<RankDisagreement> disagreements(
    const std::vector<SensitivityInput>& inputs);

}  // namespace cjm::simulate
