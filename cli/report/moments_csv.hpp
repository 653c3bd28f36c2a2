// Owns: moments of truth as CSV, one row per figure. Must not know: files, the terminal.
#pragma once
#include <string>

#include "cli/report/provenance.hpp"
#include "journey/model.hpp"
#include "simulate/moments_result.hpp"

namespace cjm::cli {

/// Rows as those of csv_report(): section `run`, `journey`, `touchpoint`; of a sweep
/// `sweep.RATIO.journey` and so on, of personas `by.PERSONA.journey` and so on. `quantity` is the
/// JSON field.
[[nodiscard]] std::string moments_csv(const Journey& journey, const MomentsResult& result,
                                      const Provenance& provenance);

}  // namespace cjm::cli
