// Owns: reading a journey file's text into a Journey. Must not know: files, the terminal, simulation.
#pragma once
#include <memory>

#include "base/diagnostic.hpp"
#include "journey/model.hpp"

namespace cjm {

/// Reads TOML into a Journey: syntax, keys, types, ranges, ids (undefined, defined twice), sums. All errors
/// at once, sorted by place. Reachability and advice: journey/check/check.hpp.
/// source  kept alive by the spans; must be valid UTF-8 without NUL, at most 8 MB (else a diagnostic)
[[nodiscard]] Parsed<Journey> parse_journey(std::shared_ptr<const SourceText> source);

}  // namespace cjm
