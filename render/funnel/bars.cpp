#include "render/funnel/bars.hpp"

#include "render/frame/voice.hpp"

namespace cjm::render::funnel {
namespace {

constexpr double grid_width = 0.18;

Path line(Point from, Point to, Stroke stroke) {
    Path path;
    path.segments = {MoveTo{from}, LineTo{to}};
    path.stroke = std::move(stroke);
    return path;
}

}  // namespace

Path upright_line(const Theme& theme, double x, double top, double bottom) {
    return line({x, top}, {x, bottom}, {theme.rule, grid_width, {}});
}

Path level_line(const Theme& theme, double y, double left, double right) {
    return line({left, y}, {right, y}, {theme.rule, grid_width, {}});
}

Rectangle cause_swatch(const Theme& theme, std::size_t cause, Point at, double size) {
    const Meaning meaning = meaning_of_cause(cause);
    return {{at.x, at.y - size / 2, size, size},
            size / 6,
            theme.mark(meaning),
            theme.mark_outline(meaning, 0.15)};
}

void add_whisker(const Theme& theme, Point low, Point high, double height,
                 std::vector<Item>& items) {
    if (!(high.x > low.x)) return;
    constexpr double halo = 0.7, ink = 0.3;
    Path path;
    path.segments = {MoveTo{low},
                     LineTo{high},
                     MoveTo{{low.x, low.y - height / 2}},
                     LineTo{{low.x, low.y + height / 2}},
                     MoveTo{{high.x, high.y - height / 2}},
                     LineTo{{high.x, high.y + height / 2}}};
    path.stroke = Stroke{theme.page, halo, {}};
    items.emplace_back(path);
    path.stroke = Stroke{theme.ink, ink, {}};
    items.emplace_back(std::move(path));
}

}  // namespace cjm::render::funnel
