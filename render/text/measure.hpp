// Owns: breaking paragraphs into measured lines (Pango). Must not know: layouts, file formats.
#pragma once
#include <string_view>
#include <vector>

#include "render/picture.hpp"

namespace cjm::render {

/// A paragraph set at the origin: box.x = box.y = 0; width is that of the longest line.
/// With style.align centre or right the lines are placed within `max_width`.
///
/// paragraph  UTF-8, any script; line breaks in it are kept
/// max_width  millimetres; longer words are broken at graphemes; infinity = one line per given line break
/// max_lines  0 = as many as it takes; else the last line ends in "…" where text was left out
/// Measured without hinting at a fixed resolution, so that lines break the same everywhere. Thread-safe.
[[nodiscard]] TextItem set_text(std::string_view paragraph, const TextStyle& style, double max_width,
                                int max_lines = 0);

/// The item moved so that its box starts at `to`.
[[nodiscard]] TextItem placed_at(TextItem item, Point to);

/// Characters of the paragraph that no installed font can draw; 0 = all is well.
[[nodiscard]] int missing_glyphs(std::string_view paragraph, const TextStyle& style);

}  // namespace cjm::render
