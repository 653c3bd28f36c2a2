// Owns: the functions that turn a Picture into bytes of a file format. Must not know: journeys,
// files.
#pragma once
#include <string>

#include "render/picture.hpp"

namespace cjm::render {

// All give the same bytes for the same picture and fonts. They throw std::runtime_error where the
// drawing library fails.

/// SVG of one page (0-based): real text, <title> and <desc>, size in mm. Ends with a newline.
[[nodiscard]] std::string to_svg(const Picture& picture, std::size_t page = 0);
/// PDF of all pages: embedded fonts, searchable text, tags, exact page sizes, no clock.
[[nodiscard]] std::string to_pdf(const Picture& picture);
/// PNG of one page at `dpi` dots per inch.
[[nodiscard]] std::string to_png(const Picture& picture, double dpi, std::size_t page = 0);

}  // namespace cjm::render
