#include "render/text/shaper.hpp"

#include <cmath>

namespace cjm::render::detail {
namespace {

using ContextHandle = std::unique_ptr<PangoContext, Unref>;

ContextHandle new_context(PangoFontMap* map) {
    ContextHandle context(pango_font_map_create_context(map));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    // the locale of whoever runs us must not choose glyphs
    pango_context_set_language(context.get(), pango_language_from_string("en"));
    return context;
}

/// The fonts and two contexts: a painter's matrix must not stay behind in the measuring one.
struct Fonts {
    Fonts() : map(pango_cairo_font_map_new()) {
        pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), 72.0);
        measuring = new_context(map.get());
        painting = new_context(map.get());
    }
    std::unique_ptr<PangoFontMap, Unref> map;
    ContextHandle measuring, painting;
    std::mutex mutex;
};

/// Never destroyed: fontconfig may be gone before our statics are.
Fonts& fonts() {
    static Fonts* instance = new Fonts;
    return *instance;
}

PangoWeight pango_weight(Weight weight) {
    switch (weight) {
        case Weight::medium:
            return PANGO_WEIGHT_MEDIUM;
        case Weight::semibold:
            return PANGO_WEIGHT_SEMIBOLD;
        case Weight::bold:
            return PANGO_WEIGHT_BOLD;
        case Weight::regular:
            break;
    }
    return PANGO_WEIGHT_NORMAL;
}

}  // namespace

Shaper::Shaper() : lock_(fonts().mutex), context_(fonts().measuring.get()) {}

Shaper::Shaper(cairo_t* cairo) : lock_(fonts().mutex), context_(fonts().painting.get()) {
    pango_cairo_update_context(cairo, context_);
}

LayoutHandle Shaper::layout(const std::string& text, const TextStyle& style, bool right_to_left) {
    pango_context_set_base_dir(context_, right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    LayoutHandle layout(pango_layout_new(context_));
    const std::unique_ptr<PangoFontDescription, FreeFont> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), font_families);
    pango_font_description_set_weight(font.get(), pango_weight(style.weight));
    pango_font_description_set_style(font.get(),
                                     style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(font.get(), std::round(style.size_pt * PANGO_SCALE));
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

}  // namespace cjm::render::detail
