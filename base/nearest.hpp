// Owns: the nearest right name for a mistyped one. Must not know: what the names mean.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cjm {

/// The candidate that was probably meant by `typed`: smallest edit distance (insert, delete, replace,
/// swap of neighbours; over code points, case and composition of marks ignored), at most a third of the
/// longer word's length but at least 1; the first of equals. Forgotten marks, however many, count as one
/// slip ("dat-lich" for "đặt-lịch"). None where nothing is near, and for names of more than 400 bytes.
/// Cost: O(candidates x length^2) time.
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view typed,
                                                      std::span<const std::string> candidates);

}  // namespace cjm
