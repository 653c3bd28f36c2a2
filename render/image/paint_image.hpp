// Owns: decoding pictures from elsewhere and painting them with cairo. Must not know: where they
// come from, drawings.
#pragma once
#include <string>

#include <cairo.h>

#include "render/pdf/handles.hpp"
#include "render/picture.hpp"

namespace cjm::render::detail {

// Both stretch the picture over the box, in the user space of `cairo`, and throw std::runtime_error
// where it is broken.

void paint_png(cairo_t* cairo, const std::string& bytes, const Box& box);
/// Lines and letters stay lines and letters in a PDF. Nothing outside the bytes is read.
void paint_svg(cairo_t* cairo, const std::string& bytes, const Box& box);

/// The dots of a PNG. expects  bytes whose size in dots has been looked at, see read_logo()
[[nodiscard]] SurfaceHandle decode_png(const std::string& bytes);

}  // namespace cjm::render::detail
