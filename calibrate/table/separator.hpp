// Owns: telling which letter separates the cells of a CSV text. Must not know: what the cells say.
#pragma once
#include <string_view>

namespace cjm::calibrate {

/// The comma, semicolon, tab or bar that cuts the first lines of a text into rows of one length and
/// the most cells; a comma where none does. Letters in double quotes do not count. Cost: O(first
/// lines).
[[nodiscard]] char find_separator(std::string_view text);

}  // namespace cjm::calibrate
