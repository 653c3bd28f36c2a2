// Owns: what a file must satisfy before it is given to the TOML library. Must not know: journeys,
// TOML values.
#pragma once
#include <memory>
#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"

namespace cjm::detail {

inline constexpr std::size_t largest_file_bytes = 8'000'000;
inline constexpr std::size_t deepest_brackets = 24;  ///< brackets and braces within one another
inline constexpr int most_dots_in_a_name = 24;       ///< a.b.c…: each dot nests one table deeper

/// Why the text must not be parsed: more than 8 MB, a NUL, invalid UTF-8, nesting so deep that
/// reading or freeing it could overflow the stack. None where it may. Cost: O(bytes).
[[nodiscard]] std::optional<Diagnostic> find_limit_error(
    const std::shared_ptr<const SourceText>& source);

/// Byte offset of the last bracket or brace that is opened and never closed; npos where all are.
[[nodiscard]] std::size_t find_open_bracket(std::string_view text);

}  // namespace cjm::detail
