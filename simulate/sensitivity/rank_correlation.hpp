// Owns: Spearman's rank correlation with its interval. Must not know: what is correlated.
#pragma once
#include <span>

#include "base/interval.hpp"
#include "simulate/result.hpp"

namespace cjm::simulate {

/// The correlation of the ranks of x and y, equal values sharing their mean rank.
///
/// x, y     of the same length
/// returns  none with fewer than 4 pairs, or where x or y is constant
/// errors   standard error (1 - r^2) sqrt((1 + r^2 / 2) / (n - 3)); the interval is that of
///          Fisher's z = atanh r with the standard error sqrt((1 + r^2 / 2) / (n - 3))
/// source   Spearman 1904; Bonett and Wright 2000, Psychometrika 65
[[nodiscard]] MaybeEstimate rank_correlation(std::span<const double> x, std::span<const double> y,
                                             const Confidence& confidence);

}  // namespace cjm::simulate
