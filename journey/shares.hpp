// Owns: sums of shares as the model reads them. Must not know: where the shares come from.
#pragma once
#include <span>

#include "journey/model.hpp"

namespace cjm {

/// How far a sum of shares may lie from 1 and still be 1: what decimal fractions lose in binary.
inline constexpr double share_tolerance = 1e-9;

/// The sum of the likely values, in the order given; exactly 1 where it lies within share_tolerance
/// of 1.
[[nodiscard]] double sum_of_shares(std::span<const NamedNumber> shares);

}  // namespace cjm
