// Owns: where the lines of a paragraph begin and end. Must not know: where lines are placed.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "render/text/metrics.hpp"

namespace cjm::render::detail {

struct BrokenLine {
    std::string text;  ///< without blanks at its ends
    LineSize size;     ///< millimetres, as the line is when it is drawn alone
};

/// Breaks one clean paragraph greedily.
///
/// Shapes the paragraph once and each line once; Pango's own wrapping is quadratic in the length of
/// a word. Locks the fonts for as long as it lives.
class Breaker {
  public:
    Breaker(const std::string& text, const TextStyle& style);

    /// The lines, each at most `max_width` millimetres unless it is a single grapheme. With
    /// max_lines > 0 at most so many, the last ending in an ellipsis where text was left out.
    [[nodiscard]] std::vector<BrokenLine> lines(double max_width, std::size_t max_lines);

  private:
    [[nodiscard]] BrokenLine line_of(std::string text);
    [[nodiscard]] BrokenLine line_between(std::size_t from, std::size_t to);
    [[nodiscard]] double width_between(std::size_t from, std::size_t to) const;
    [[nodiscard]] std::size_t after_blanks(std::size_t place) const;
    [[nodiscard]] std::size_t before_blanks(std::size_t from, std::size_t place) const;
    [[nodiscard]] std::size_t best_end(std::size_t from, double max_width) const;
    [[nodiscard]] BrokenLine shortened(std::size_t from, double max_width);

    const std::string& text_;
    double em_;  ///< millimetres
    Metrics metrics_;
    std::shared_ptr<const std::vector<BreakPlace>> shared_places_;
    const std::vector<BreakPlace>& places_;
};

}  // namespace cjm::render::detail
