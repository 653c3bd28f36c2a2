// Owns: the place of a syntax error and the words around it. Must not know: what is said about it.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace cjm::detail {

/// A stretch of a line, in bytes.
struct Stretch {
    std::size_t begin = 0, end = 0;
};

/// The line of a syntax error as its explanation looks at it.
class SyntaxScene {
  public:
    SyntaxScene(std::shared_ptr<const SourceText> source, std::string_view description,
                SourcePoint place);

    /// Whether the library's description holds these words.
    [[nodiscard]] bool says(std::string_view words) const {
        return description_.find(words) != std::string_view::npos;
    }
    [[nodiscard]] std::string_view description() const { return description_; }
    [[nodiscard]] std::string_view line() const { return line_; }
    [[nodiscard]] std::string_view text(Stretch stretch) const {
        return line_.substr(stretch.begin, stretch.end - stretch.begin);
    }
    [[nodiscard]] SourcePoint place() const { return place_; }
    /// Byte of the line where the library noticed; the line's end if beyond.
    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] const std::shared_ptr<const SourceText>& source() const { return source_; }

    /// The value around the place: from behind the `=`, `[` or `,` before it, to the end of the
    /// line, or in a list or table of one line to the next `,` or bracket; without a comment and
    /// outer spaces.
    [[nodiscard]] Stretch value() const;
    /// The name around the place: up to spaces, dots, brackets, `=` and commas.
    [[nodiscard]] Stretch word() const;
    /// The letter at the place.
    [[nodiscard]] Stretch letter() const;
    /// The line without outer spaces.
    [[nodiscard]] Stretch whole() const;

    [[nodiscard]] SourceSpan span(Stretch stretch) const;

  private:
    [[nodiscard]] bool in_brackets(std::size_t at) const;
    [[nodiscard]] Stretch trimmed(Stretch stretch) const;

    std::shared_ptr<const SourceText> source_;
    std::string_view description_, line_;
    SourcePoint place_;
    std::size_t at_ = 0;
};

}  // namespace cjm::detail
