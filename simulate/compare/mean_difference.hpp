// Owns: the estimate of a difference over the same customers, of means from what customers gained
// and lost, of ratios from those of the two. Must not know: what differs.
#pragma once
#include <cstdint>

#include "base/interval.hpp"
#include "simulate/paired/difference_sums.hpp"

namespace cjm::simulate {

/// Mean over so many customers of their own differences. The interval combines those of what
/// customers gained and of what they lost, so that few who differ are not taken for none.
///
/// scale  of what one customer gains or loses
/// share  each difference is -1, 0 or 1: as with every share, n stands in the denominator
[[nodiscard]] Estimate estimate_mean_difference(const DifferenceSums::Change& change,
                                                std::uint64_t customers, const Scale& scale,
                                                bool share, const Confidence& confidence);

/// a - b for ratios over the same customers, given the standard error of a - b. The interval
/// combines those of a and b (see estimate_difference()). Where the two mostly move together their
/// skewness does not cancel there and may be all of one side: each side is at least z standard
/// errors long.
[[nodiscard]] Estimate estimate_ratio_difference(const Estimate& a, const Estimate& b,
                                                 double standard_error,
                                                 const Confidence& confidence);

}  // namespace cjm::simulate
