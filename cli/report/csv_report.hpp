// Owns: a simulation as CSV, one row per figure. Must not know: files, the terminal.
#pragma once
#include <string>

#include "cli/report/csv_rows.hpp"
#include "cli/report/provenance.hpp"
#include "journey/model.hpp"
#include "simulate/result.hpp"

namespace cjm::cli {

/// Rows of `section,id,quantity,estimate,standard_error,low,high,exact` under that header (RFC
/// 4180, lines end in a line feed). Numbers are plain and read back to the same bits; what does not
/// exist is an empty cell. Section `run` holds what the figures were computed from; `quantity` is
/// the JSON field's path below its section.
[[nodiscard]] std::string csv_report(const Journey& journey, const SimulationResult& result,
                                     const Provenance& provenance);

}  // namespace cjm::cli
