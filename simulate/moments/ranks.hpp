// Owns: which places the impacts of touchpoints may take among each other, and which of them are
// moments of truth. Must not know: how impacts are found.
#pragma once
#include <vector>

#include "simulate/moments_result.hpp"

namespace cjm::simulate {

/// Ranks and moments of truth by the simultaneous intervals, among the touchpoints that have one.
/// Exact impacts that differ by less than rounding can are equal. Source: model page, section 3.
void set_ranks(MomentsResult& result);

/// Place of each impact among all, from 1: one more than how many are larger.
[[nodiscard]] std::vector<std::size_t> places(const std::vector<double>& impacts);

}  // namespace cjm::simulate
