// Owns: differences of exact values. Must not know: how they were solved, samples.
#pragma once
#include "simulate/comparison_result.hpp"

namespace cjm::simulate {

/// Puts after - before, of exact values, beside sampled differences, its bound the sum of theirs;
/// with `alone` as the differences themselves, with standard error 0, and none where either has no
/// exact value.
void set_exact_difference(const SimulationResult& after, const SimulationResult& before,
                          DifferenceResult& difference, bool alone);

}  // namespace cjm::simulate
