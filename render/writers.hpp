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
/// PNG of one page at `dpi` dots per inch, which it also states; title and provenance as text
/// chunks. errors   std::runtime_error for a dpi that is not in (0, largest_dpi(page)], callers
/// refuse it before in words
[[nodiscard]] std::string to_png(const Picture& picture, double dpi, std::size_t page = 0);

/// More pixels than this are not drawn.
inline constexpr double png_pixel_limit = 200e6;
/// The largest whole number of dots per inch at which a page stays within the limit of pixels (and
/// of 32,767 a side); below 1 for a page that is too large for any.
[[nodiscard]] double largest_dpi(const Page& page);

}  // namespace cjm::render
