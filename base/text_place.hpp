// Owns: from bytes of a text to places in it, and whether it is text at all. Must not know: what
// the text means.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"

namespace cjm {

/// The span of `letters` code points from a byte offset on, within its line. A byte order mark at
/// the start of the text is no column. Cost: O(offset).
[[nodiscard]] SourceSpan place_of(const std::shared_ptr<const SourceText>& source,
                                  std::size_t offset, std::uint32_t letters);

/// The error "not-text" for a NUL byte or bytes that are not UTF-8; none where all is text.
/// what  the text as the hint calls it, such as "the journey". Cost: O(bytes).
[[nodiscard]] std::optional<Diagnostic> find_not_text(
    const std::shared_ptr<const SourceText>& source, std::string_view what);

}  // namespace cjm
