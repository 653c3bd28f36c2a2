// Owns: where the lines of a paragraph begin and end. Must not know: where lines are placed.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "render/text/shaper.hpp"

namespace cjm::render::detail {

/// Width of one unbroken line and the room its fonts need above and below the baseline;
/// millimetres.
struct LineSize {
    double width = 0, above = 0, below = 0;
};

/// Breaks one clean paragraph greedily, as wide as each line is when it is drawn alone.
///
/// Shapes the paragraph once and each line once; Pango's own wrapping is quadratic in the length of
/// a word. Locks the fonts for as long as it lives.
class Breaker {
  public:
    Breaker(const std::string& text, const TextStyle& style);

    /// The lines, without blanks at their ends, each at most `max_width` unless it is a single
    /// grapheme. With max_lines > 0 at most so many, the last ending in an ellipsis where text was
    /// left out.
    [[nodiscard]] std::vector<std::string> lines(double max_width, std::size_t max_lines);
    [[nodiscard]] LineSize measure(const std::string& line);

  private:
    /// A place between two characters of the text.
    struct Place {
        std::size_t byte = 0;
        double from_start = 0;  ///< width of all before it, millimetres
        bool may_break = false, grapheme = false, line_end = false;
    };

    void read_places(PangoLayout* layout);
    [[nodiscard]] std::string text_between(std::size_t from, std::size_t to) const;
    [[nodiscard]] std::size_t after_blanks(std::size_t place) const;
    [[nodiscard]] std::size_t before_blanks(std::size_t from, std::size_t place) const;
    [[nodiscard]] std::size_t line_end(std::size_t from, double max_width);
    [[nodiscard]] std::string shortened(std::size_t from, double max_width);

    const std::string& text_;
    const TextStyle& style_;
    bool right_to_left_;
    Shaper shaper_;
    std::vector<Place> places_;
};

}  // namespace cjm::render::detail
