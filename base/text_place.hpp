// Owns: from bytes of a text to places in it and back, and whether it is text at all. Must not
// know: what the text means.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace cjm {

/// The span of `letters` code points from a byte offset on, within its line. A byte order mark at
/// the start of the text is no column. Cost: O(offset).
[[nodiscard]] SourceSpan place_of(const std::shared_ptr<const SourceText>& source,
                                  std::size_t offset, std::uint32_t letters);

/// A line of a text, counted from 1, without its end and a byte order mark; empty beyond the last.
/// Cost: O(bytes before its end).
[[nodiscard]] std::string_view line_of(std::string_view text, std::uint32_t line);

/// Byte of a line where a column, counted in code points from 1, begins; the line's end if beyond.
[[nodiscard]] std::size_t byte_of_column(std::string_view line, std::uint32_t column);

/// The lines of a text, found once, for whoever looks at many places of it.
class TextLines {
  public:
    /// text  must outlive it. Cost: O(bytes)
    explicit TextLines(std::string_view text);
    /// The text from one place to another; empty where the second comes before the first.
    [[nodiscard]] std::string_view between(SourcePoint begin, SourcePoint end) const;

  private:
    [[nodiscard]] std::size_t byte_of(SourcePoint point) const;

    std::string_view text_;
    std::vector<std::size_t> starts_;
};

/// The error "not-text" for a NUL byte or bytes that are not UTF-8; none where all is text.
/// what  the text as the hint calls it, such as "the journey". Cost: O(bytes).
[[nodiscard]] std::optional<Diagnostic> find_not_text(
    const std::shared_ptr<const SourceText>& source, std::string_view what);

}  // namespace cjm
