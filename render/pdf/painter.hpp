// Owns: painting a page with cairo. Must not know: file formats.
#pragma once
#include <string_view>

#include <cairo.h>

#include "render/picture.hpp"

namespace cjm::render::detail {

/// What is painted on: a PDF gets tags, links and letters, an image outlines of letters.
enum class Output { pdf, image };

/// Paints one page. The user space of `cairo` is points, origin at the page's corner.
///
/// Text is drawn from the broken lines, shaped as when it was measured.
/// errors  std::runtime_error where cairo has failed
void paint(cairo_t* cairo, const Page& page, Output output);

/// Throws std::runtime_error naming what was being done, where the status is not success.
void check_status(cairo_status_t status, std::string_view doing);

}  // namespace cjm::render::detail
