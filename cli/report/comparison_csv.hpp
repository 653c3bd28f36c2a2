// Owns: a comparison as CSV, one row per figure. Must not know: files, the terminal.
#pragma once
#include <string>

#include "cli/report/comparison.hpp"

namespace cjm::cli {

/// Rows as csv_report() writes them. Section `baseline` holds the compared figures of the journey
/// as it is, `scenario` by id what JSON has of each: `result.` and `difference.` figures, costs,
/// yearly figures and the probability of being the best.
[[nodiscard]] std::string comparison_csv(const ComparedJourneys& compared);

}  // namespace cjm::cli
