#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "render/pdf/handles.hpp"
#include "render/pdf/painter.hpp"
#include "render/pdf/png_chunks.hpp"
#include "render/text/clean.hpp"
#include "render/writers.hpp"

namespace cjm::render {
namespace {

using detail::check_status;

constexpr double mm_per_inch = 25.4;
constexpr double side_limit = 32'767;  // of cairo's image surfaces

/// Pixels along a side; what the side has too much by rounding makes no further pixel.
double pixels(double mm, double dpi) {
    return std::max(1.0, std::ceil(mm / mm_per_inch * dpi - 1e-6));
}

bool is_drawable(const Page& page, double dpi) {
    const double width = pixels(page.width, dpi), height = pixels(page.height, dpi);
    return dpi > 0 && width <= side_limit && height <= side_limit &&
           width * height <= png_pixel_limit;
}

std::string words_chunks(const Picture& picture) {
    std::string chunks;
    const auto add = [&](std::string_view keyword, const std::string& words) {
        if (!words.empty()) chunks += detail::text_chunk(keyword, clean_text(words));
    };
    add("Title", picture.title);
    add("Description", picture.description);
    add("Source", picture.provenance);
    return chunks;
}

}  // namespace

double largest_dpi(const Page& page) {
    const double by_area = mm_per_inch * std::sqrt(png_pixel_limit / (page.width * page.height));
    const double by_side = mm_per_inch * side_limit / std::max(page.width, page.height);
    double dpi = std::floor(std::min(by_area, by_side));
    if (dpi >= 1 && !is_drawable(page, dpi)) dpi -= 1;  // pixels are rounded up
    return dpi;
}

std::string to_png(const Picture& picture, double dpi, std::size_t page_number) {
    const Page& page = picture.pages.at(page_number);
    if (!is_drawable(page, dpi))
        throw std::runtime_error(fmt::format("a page of {} x {} mm has too many dots at {} dpi",
                                             page.width, page.height, dpi));
    const detail::SurfaceHandle surface(cairo_image_surface_create(
        page.background.opacity < 1 ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
        static_cast<int>(pixels(page.width, dpi)), static_cast<int>(pixels(page.height, dpi))));
    check_status(cairo_surface_status(surface.get()), "making a PNG");
    const detail::CairoHandle cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), dpi / 72, dpi / 72);
    detail::paint(cairo.get(), page, detail::Output::image);
    cairo_surface_flush(surface.get());
    std::string bytes;
    check_status(cairo_surface_write_to_png_stream(surface.get(), detail::append_bytes, &bytes),
                 "writing a PNG");
    return detail::with_chunks(bytes, detail::physical_size_chunk(dpi) + words_chunks(picture));
}

}  // namespace cjm::render
