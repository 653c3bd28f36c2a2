// Owns: the estimate of a mean difference from what customers gained and lost. Must not know: what
// differs.
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

}  // namespace cjm::simulate
