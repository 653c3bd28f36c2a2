// Owns: the one Pango context that text is measured and painted with. Must not know: layouts, file
// formats.
#pragma once
#include <memory>
#include <mutex>
#include <string>

#include <pango/pangocairo.h>

#include "render/picture.hpp"

namespace cjm::render::detail {

inline constexpr double points_per_mm = 72.0 / 25.4;
/// The families asked for, best first; all hold every Vietnamese letter.
inline constexpr const char* font_families = "Inter,Noto Sans,DejaVu Sans";
/// Ascent and descent of Inter in ems: where baselines lie, whichever font is found.
inline constexpr double font_ascent = 0.96875, font_descent = 0.24121;

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
struct FreeFont {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using LayoutHandle = std::unique_ptr<PangoLayout, Unref>;

/// Makes Pango layouts; hold one only while it is used: it locks out every other thread.
class Shaper {
  public:
    /// For measuring.
    Shaper();
    /// For painting with `cairo`, whose user space is points: glyphs are made for its device.
    explicit Shaper(cairo_t* cairo);
    /// A layout of one paragraph, unwrapped, in the style's font. 1 Pango unit = 1/1024 point.
    ///
    /// right_to_left  base direction of the paragraph, see text/direction.hpp
    [[nodiscard]] LayoutHandle layout(const std::string& text, const TextStyle& style,
                                      bool right_to_left);

  private:
    std::unique_lock<std::mutex> lock_;
    PangoContext* context_;
};

}  // namespace cjm::render::detail
