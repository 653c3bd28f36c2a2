// Owns: the ids of warnings and advice, for those who choose among them. Must not know: what they
// mean.
#pragma once
#include <span>
#include <string_view>

namespace cjm {

/// Every id that a warning or advice of check_journey may carry, sorted. Ids of errors are not
/// among them.
[[nodiscard]] std::span<const std::string_view> advice_ids();

}  // namespace cjm
