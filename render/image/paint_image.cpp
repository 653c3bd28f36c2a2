#include "render/image/paint_image.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "render/image/svg_handle.hpp"
#include "render/pdf/painter.hpp"

namespace cjm::render::detail {
namespace {

struct Reader {
    const std::string& bytes;
    std::size_t at = 0;
};

cairo_status_t read_bytes(void* closure, unsigned char* data, unsigned int length) {
    auto& reader = *static_cast<Reader*>(closure);
    if (reader.bytes.size() - reader.at < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, reader.bytes.data() + reader.at, length);
    reader.at += length;
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

SvgHandle open_svg(const std::string& bytes, std::string& why) {
    GError* error = nullptr;
    SvgHandle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()),
                                               bytes.size(), &error));
    if (error != nullptr) {
        why = error->message;
        g_error_free(error);
    }
    return handle;
}

SurfaceHandle decode_png(const std::string& bytes) {
    Reader reader{bytes};
    SurfaceHandle surface(cairo_image_surface_create_from_png_stream(read_bytes, &reader));
    check_status(cairo_surface_status(surface.get()), "reading a PNG");
    return surface;
}

void paint_png(cairo_t* cairo, const std::string& bytes, const Box& box) {
    const SurfaceHandle surface = decode_png(bytes);
    cairo_translate(cairo, box.x, box.y);
    cairo_scale(cairo, box.width / cairo_image_surface_get_width(surface.get()),
                box.height / cairo_image_surface_get_height(surface.get()));
    cairo_set_source_surface(cairo, surface.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BEST);
    cairo_paint(cairo);
}

void paint_svg(cairo_t* cairo, const std::string& bytes, const Box& box) {
    std::string why;
    const SvgHandle handle = open_svg(bytes, why);
    if (!handle) throw std::runtime_error("reading an SVG failed: " + why);
    const RsvgRectangle place{box.x, box.y, box.width, box.height};
    GError* error = nullptr;
    if (rsvg_handle_render_document(handle.get(), cairo, &place, &error) == 0) {
        const std::string message = error != nullptr ? error->message : "unknown";
        g_clear_error(&error);
        throw std::runtime_error("drawing an SVG failed: " + message);
    }
}

}  // namespace cjm::render::detail
