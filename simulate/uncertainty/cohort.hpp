// Owns: how many of a cohort succeed when their chance itself is uncertain. Must not know: where
// the chances come from.
#pragma once
#include <span>

#include "base/interval.hpp"

namespace cjm::simulate {

/// The probability that at most `successes` of `cohort` customers succeed, each with the same
/// chance, which is one of `chances`, all equally likely: a mixture of binomial laws. Cohorts above
/// 1e6 by the normal law of each.
///
/// chances    not empty, each in [0, 1]
/// successes  whole, >= 0; cohort whole, > 0
[[nodiscard]] double probability_of_at_most(double successes, double cohort,
                                            std::span<const double> chances);

/// Successes to expect among a cohort: their mean, standard deviation and the interval that leaves
/// (1 - confidence) / 2 on either side, at most. It holds the chance of the cohort and what the
/// chances leave open.
///
/// chances  in rising order; more than 1,000 of them are pooled to the means of 1,000 equal parts
/// for
///          the interval
/// cost     O(min(chances, 1000) x log cohort) incomplete beta functions
[[nodiscard]] Estimate predict_successes(double cohort, std::span<const double> chances,
                                         const Confidence& confidence);

}  // namespace cjm::simulate
