// Owns: what only the whole journey shows: structure errors, warnings, advice. Must not know: TOML text, simulation.
#pragma once
#include <vector>

#include "base/diagnostic.hpp"
#include "journey/model.hpp"

namespace cjm {

/// Errors of structure (a loop nobody can leave, persona by persona and scenario by scenario), warnings and
/// advice. Expects a journey that parse_journey returned without errors. Sorted by place.
[[nodiscard]] std::vector<Diagnostic> check_journey(const Journey& journey);

}  // namespace cjm
