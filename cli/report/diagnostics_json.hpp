// Owns: diagnostics as JSON. Must not know: where they come from or go to.
#pragma once
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace cjm::cli {

/// A JSON list of {"file", "line", "column", "end_line", "end_column", "severity", "id", "message",
/// "hint"}, one object a line, in the order given. What stands nowhere in a file has nulls for its
/// place; no hint is "".
[[nodiscard]] std::string diagnostics_json(const std::vector<Diagnostic>& diagnostics);

}  // namespace cjm::cli
