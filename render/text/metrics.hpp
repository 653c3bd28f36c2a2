// Owns: how wide letters are and where lines may break, in ems. Must not know: sizes, lines'
// places.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "render/text/shaper.hpp"

namespace cjm::render::detail {

/// A place between two characters of a paragraph.
struct BreakPlace {
    std::size_t byte = 0;
    double from_start = 0;   ///< width of all before it, ems
    bool may_break = false;  ///< between words or where a line ends
    bool grapheme = false;   ///< between letters with all their marks
    bool line_end = false;   ///< given, or the end of the paragraph
};

/// Width of one unbroken line and the room its fonts need above and below the baseline.
struct LineSize {
    double width = 0, above = 0, below = 0;
};

/// Shapes text at one reference size: unhinted letters grow in proportion, so what was shaped once
/// need not be shaped again at another size. Remembers the last few thousand texts. Locks the fonts
/// for as long as it lives.
class Metrics {
  public:
    /// Of the style only weight and slant count.
    Metrics(const TextStyle& style, bool right_to_left);

    /// Every place of the paragraph, before its first character to behind its last. Never empty.
    [[nodiscard]] std::shared_ptr<const std::vector<BreakPlace>> places(
        const std::string& paragraph);
    /// Of a text without line breaks; in ems.
    [[nodiscard]] LineSize line(const std::string& text);

  private:
    [[nodiscard]] std::string key(const std::string& text) const;

    TextStyle style_;
    bool right_to_left_;
    Shaper shaper_;
};

}  // namespace cjm::render::detail
