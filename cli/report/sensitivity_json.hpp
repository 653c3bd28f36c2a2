// Owns: a sensitivity analysis as JSON, format "cjm/sensitivity/1", and as CSV. Must not know:
// files, the terminal.
#pragma once
#include <string>

#include "cli/report/provenance.hpp"
#include "journey/model.hpp"
#include "simulate/sensitivity_result.hpp"

namespace cjm::cli {

/// The whole result as one JSON object; docs/reference/commands.md has every field. The same file,
/// seed and settings give the same bytes but for "timing", the last field.
[[nodiscard]] std::string sensitivity_json(const Journey& journey, const SensitivityResult& result,
                                           const Provenance& provenance);

/// The same as rows of `section,id,quantity,estimate,standard_error,low,high,exact`.
[[nodiscard]] std::string sensitivity_csv(const Journey& journey, const SensitivityResult& result,
                                          const Provenance& provenance);

}  // namespace cjm::cli
