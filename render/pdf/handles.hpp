// Owns: cairo's objects as C++ handles. Must not know: pictures.
#pragma once
#include <memory>
#include <string>

#include <cairo.h>

namespace cjm::render::detail {

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyCairo {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using SurfaceHandle = std::unique_ptr<cairo_surface_t, DestroySurface>;
using CairoHandle = std::unique_ptr<cairo_t, DestroyCairo>;

/// A cairo_write_func_t that appends to the std::string behind `closure`.
inline cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length) {
    try {
        static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::bad_alloc&) {
        return CAIRO_STATUS_NO_MEMORY;
    }
}

}  // namespace cjm::render::detail
