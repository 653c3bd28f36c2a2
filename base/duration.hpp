// Owns: lengths of time as people write them. Must not know: journeys, how they are printed.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace cjm {

/// The days that a text such as "2 d", "1.5h" or "3 mo" stands for: a number, optional white space,
/// and a unit: s, min, h, d, w, mo (30 d) or y (365 d); "0" needs none. Maybe below 0 or infinite:
/// its user knows the range. None for anything else. One rounding only: "12 h" is exactly half a
/// day.
[[nodiscard]] std::optional<double> duration_days(std::string_view text);

/// What to write for a text that is no duration, such as `write "28 h"` for "28 hours" or "28 hrz",
/// in English and Vietnamese; empty where nothing tells.
[[nodiscard]] std::string duration_hint(std::string_view text);

}  // namespace cjm
