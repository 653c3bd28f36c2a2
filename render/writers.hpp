// Owns: the functions that turn a Picture into bytes of a file format. Must not know: journeys,
// files.
#pragma once
#include <string>

#include "render/page/paper.hpp"
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

/// PPTX of native, editable shapes and text, a slide a page; all slides have slide_size(picture).
/// expects  is_slide_size(slide_size(picture)) (contract), callers refuse it before in words
[[nodiscard]] std::string to_pptx(const Picture& picture);

/// The sides that PowerPoint allows a slide: 1 to 56 inches.
inline constexpr double least_slide_mm = 25.4, most_slide_mm = 56 * 25.4;
/// The widest and the highest of the pages.
[[nodiscard]] PageSize slide_size(const Picture& picture);
[[nodiscard]] bool is_slide_size(PageSize size);

/// More pixels than this are not drawn.
inline constexpr double png_pixel_limit = 200e6;
/// The largest whole number of dots per inch at which a page stays within the limit of pixels (and
/// of 32,767 a side); below 1 for a page that is too large for any.
[[nodiscard]] double largest_dpi(const Page& page);

}  // namespace cjm::render
