// Owns: the CSV rows of what drawing the uncertain values says. Must not know: the rest of a
// report.
#pragma once
#include <string>

#include "simulate/uncertainty_result.hpp"

namespace cjm::cli {

/// Rows of the columns of csv_report, each ending its line.
[[nodiscard]] std::string uncertainty_rows(const UncertaintyResult& uncertainty);

}  // namespace cjm::cli
