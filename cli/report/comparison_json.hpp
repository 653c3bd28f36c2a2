// Owns: a comparison as JSON, format "cjm/comparison/1". Must not know: files, the terminal.
#pragma once
#include <string>

#include "cli/report/comparison.hpp"

namespace cjm::cli {

/// The whole comparison as one JSON object; the simulations in it are written as `simulate` writes
/// them. Two comparisons of the same files, seed and number of customers give the same bytes but
/// for "timing".
[[nodiscard]] std::string comparison_json(const ComparedJourneys& compared);

}  // namespace cjm::cli
