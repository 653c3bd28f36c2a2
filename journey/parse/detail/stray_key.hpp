// Owns: keys of a touchpoint that were typed below the header of one of its tables. Must not know:
// what the keys hold.
#pragma once
#include <string>
#include <string_view>

#include "journey/parse/detail/document.hpp"
#include "journey/parse/detail/findings.hpp"

namespace cjm::detail {

/// What to do with such a key: move it above the header; empty for any other name, and for names
/// in braces. Cost: O(bytes before the place), for mistakes only.
[[nodiscard]] std::string stray_key_hint(std::string_view name, const SourceSpan& where);

/// Says so of an entry whose value is none that the table may hold (`fits` is whether it is);
/// false, and silent, for any other.
[[nodiscard]] bool is_stray_key(Findings& findings, const Member& entry, bool fits);

}  // namespace cjm::detail
