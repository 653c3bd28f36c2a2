// Owns: covariances of a ratio between variants of a journey, from paired sums. Must not know:
// scenarios, results.
#pragma once
#include "simulate/paired/difference_sums.hpp"

namespace cjm::simulate {

/// Variances of two figures over the same customers, and of their difference.
struct PairVariances {
    double after = 0, before = 0, difference = 0;
};

/// Of the variant's ratio and the baseline's; units as of the figure. The difference's is exactly 0
/// where no customer differs. expects positive sums below
[[nodiscard]] PairVariances variances_of_ratio(const OwnSums& baseline,
                                               const DifferenceSums& variant, RatioFigure ratio,
                                               double units);

/// Covariance of two such differences.
///
/// joint   products of the differences of one (first) and other in the ratio's parts; turned: of
///         other (first) and one
[[nodiscard]] double covariance_of_ratio_differences(const OwnSums& baseline,
                                                     const DifferenceSums& one,
                                                     const DifferenceSums& other,
                                                     const JointSums::Product& joint,
                                                     const JointSums::Product& turned,
                                                     RatioFigure ratio, double units);

}  // namespace cjm::simulate
