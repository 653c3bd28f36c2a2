// Owns: the number in a label of a point of a scale. Must not know: scales, tables.
#pragma once
#include <optional>
#include <string_view>

namespace cjm::calibrate {

/// The whole number that a label begins with, as survey tools write them out: "5 - very satisfied",
/// "5: rất hài lòng", "5. Excellent", "10 (extremely likely)", "1 = never". None where no mark
/// stands between number and text, and where more figures follow, as in "4-5", "3/5" or "2 times".
///
/// text  without white space around it
[[nodiscard]] std::optional<double> number_of_label(std::string_view text);

}  // namespace cjm::calibrate
