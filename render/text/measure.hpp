// Owns: breaking paragraphs into measured lines (Pango). Must not know: layouts, file formats.
#pragma once
#include <string_view>
#include <vector>

#include "render/picture.hpp"

namespace cjm::render {

/// A paragraph set with the corner of its box at the origin.
///
/// paragraph  any bytes, any script; line breaks in it are kept; the item holds it cleaned
/// (text/clean.hpp) max_width  millimetres; longer words are broken at graphemes; infinity = one
/// line per given line break max_lines  0 = as many as it takes; else the last line ends in "…"
/// where text was left out returns    box at (0, 0), its height the sum of the line heights, its
/// width the longest line's. With
///            style.align centre or right and a finite max_width the box is max_width wide and the
///            lines are placed within it, so that placed_at() puts the column, not the ink
///
/// Measured without hinting at a fixed resolution, so that lines break the same everywhere.
/// Thread-safe. Cost: about 100 microseconds for two lines, 15 where the same words were set before
/// in whatever size; the first call in a process loads the fonts (10 to 20 milliseconds).
[[nodiscard]] TextItem set_text(std::string_view paragraph, const TextStyle& style,
                                double max_width, int max_lines = 0);

/// Likewise, with lines of about the same length: no more lines than set_text() takes, and no word
/// alone in the last one where that can be helped. For titles. cost  some calls of set_text()
[[nodiscard]] TextItem set_balanced(std::string_view paragraph, const TextStyle& style,
                                    double max_width, int max_lines = 0);

/// Width of the longest word, millimetres.
[[nodiscard]] double longest_word(std::string_view words, const TextStyle& style);

/// The item moved so that its box starts at `to`.
[[nodiscard]] TextItem placed_at(TextItem item, Point to);

/// Where the line's letters may have ink: its width, from ascent to descent of the type size,
/// without leading.
[[nodiscard]] Box line_box(const TextLine& line, const TextStyle& style);

/// Characters of the paragraph that no installed font can draw; 0 = all is well. Thread-safe.
[[nodiscard]] int missing_glyphs(std::string_view paragraph, const TextStyle& style);

}  // namespace cjm::render
