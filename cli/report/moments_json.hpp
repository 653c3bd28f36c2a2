// Owns: moments of truth as JSON, format "cjm/moments/1". Must not know: files, the terminal.
#pragma once
#include <string>

#include "cli/report/provenance.hpp"
#include "journey/model.hpp"
#include "simulate/moments_result.hpp"

namespace cjm::cli {

/// The whole result as one JSON object; docs/reference/commands.md has its fields. Two results of
/// the same file, seed and number of customers give the same bytes but for "timing", the last
/// field.
///
/// journey  the journey that was run, a scenario already applied
[[nodiscard]] std::string moments_json(const Journey& journey, const MomentsResult& result,
                                       const Provenance& provenance);

}  // namespace cjm::cli
