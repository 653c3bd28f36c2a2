#include "render/image/logo.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <string_view>

#include <fmt/format.h>

#include "render/image/paint_image.hpp"
#include "render/image/svg_handle.hpp"
#include "render/pdf/painter.hpp"

namespace cjm::render {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view png_signature = "\x89PNG\r\n\x1a\n"sv;
constexpr double dots_of_svg = 1200;  // of the longer side of the PNG made from an SVG

ReadLogo refused(std::string mistake) {
    return {{}, std::move(mistake)};
}

std::uint32_t big_endian(std::string_view bytes) {
    std::uint32_t number = 0;
    for (const char byte : bytes.substr(0, 4))
        number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

bool looks_like_svg(std::string_view bytes) {
    constexpr std::size_t head = 4096;  // comments and declarations come first
    const std::size_t start = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return start != std::string_view::npos && bytes[start] == '<' &&
           bytes.substr(0, head).find("<svg") != std::string_view::npos;
}

std::shared_ptr<const std::string> png_of(cairo_surface_t* surface) {
    auto bytes = std::make_shared<std::string>();
    detail::check_status(
        cairo_surface_write_to_png_stream(surface, detail::append_bytes, bytes.get()),
        "writing a PNG");
    return bytes;
}

bool is_sensible(double aspect) {
    return std::isfinite(aspect) && aspect > 1 / most_logo_aspect && aspect < most_logo_aspect;
}

std::string odd_proportions() {
    return fmt::format("its sides are more than {} to 1", most_logo_aspect);
}

ReadLogo read_png(const std::string& bytes) {
    constexpr std::size_t width_at = 16, height_at = 20, header_end = 24;
    if (bytes.size() < header_end || bytes.compare(12, 4, "IHDR") != 0)
        return refused("it begins like a PNG file but is broken");
    const double width = big_endian(std::string_view(bytes).substr(width_at));
    const double height = big_endian(std::string_view(bytes).substr(height_at));
    if (width * height > logo_dot_limit)
        return refused(fmt::format("its {} x {} dots are more than {} million", width, height,
                                   logo_dot_limit / 1e6));
    if (!is_sensible(width / height)) return refused(odd_proportions());
    try {
        const detail::SurfaceHandle surface = detail::decode_png(bytes);
        return {Logo{png_of(surface.get()), nullptr, width / height}, ""};
    } catch (const std::runtime_error&) {
        return refused("it begins like a PNG file but is broken");
    }
}

/// Width over height of a document; 0 where it tells none.
double aspect_of(RsvgHandle* handle) {
    gboolean has_width = 0, has_height = 0, has_box = 0;
    RsvgLength width{}, height{};
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height, &has_box,
                                         &box);
    if (has_box != 0) return box.width / box.height;
    double dots_wide = 0, dots_high = 0;
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &dots_wide, &dots_high) == 0) return 0;
    return dots_wide / dots_high;
}

ReadLogo read_svg(const std::string& bytes) {
    std::string why;
    const detail::SvgHandle handle = detail::open_svg(bytes, why);
    if (!handle)
        return refused(fmt::format("it is no well-formed SVG: {}", why.substr(0, why.find('\n'))));
    const double aspect = aspect_of(handle.get());
    if (aspect == 0) return refused("it states neither its size nor a viewBox");
    if (!is_sensible(aspect)) return refused(odd_proportions());
    const double width = aspect >= 1 ? dots_of_svg : dots_of_svg * aspect;
    const detail::SurfaceHandle surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(std::lround(width)),
                                   static_cast<int>(std::lround(width / aspect))));
    try {
        const detail::CairoHandle cairo(cairo_create(surface.get()));
        detail::paint_svg(cairo.get(), bytes, {0, 0, width, width / aspect});
        return {Logo{png_of(surface.get()), std::make_shared<std::string>(bytes), aspect}, ""};
    } catch (const std::runtime_error& error) {
        return refused(error.what());
    }
}

}  // namespace

ReadLogo read_logo(const std::string& bytes) {
    if (bytes.size() > logo_byte_limit)
        return refused(fmt::format("it is larger than {} MB", logo_byte_limit >> 20));
    if (bytes.starts_with(png_signature)) return read_png(bytes);
    if (looks_like_svg(bytes)) return read_svg(bytes);
    return refused("it is neither PNG nor SVG");
}

}  // namespace cjm::render
