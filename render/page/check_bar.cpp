#include "render/page/check_bar.hpp"

#include <algorithm>

#include "base/message.hpp"
#include "render/page/paper.hpp"
#include "render/page/within.hpp"
#include "render/text/measure.hpp"
#include "render/theme.hpp"

namespace cjm::render {
namespace {

constexpr double bar = 100, thickness = 0.25;

Path line(Point from, Point to, Colour ink) {
    Path path;
    path.segments = {MoveTo{from}, LineTo{to}};
    path.stroke = Stroke{ink, thickness, {}};
    return path;
}

Language language_of(const Picture& picture) {
    return language_from(picture.language).value_or(Language::english);
}

/// What is read on any ground: black or white.
Colour ink_on(Colour ground) {
    constexpr Colour black{0, 0, 0, 1}, white{255, 255, 255, 1};
    return contrast(black, ground) >= contrast(white, ground) ? black : white;
}

}  // namespace

Group check_bar(Point corner, double width, Language language, Colour ink) {
    constexpr int ticks = 10;
    constexpr double gap = 2;
    Group group{"check-bar", "", "", {}, {}};
    const double base = corner.y + check_bar_height - thickness / 2;
    group.items.emplace_back(line({corner.x, base}, {corner.x + bar, base}, ink));
    for (int i = 0; i <= ticks; ++i) {
        const double x = corner.x + bar * i / ticks;
        const double height = i % ticks == 0 ? check_bar_height : i % 5 == 0 ? 1.6 : 1.0;
        group.items.emplace_back(line({x, base}, {x, base - height}, ink));
    }
    TextStyle style;
    style.size_pt = 6;
    style.colour = ink;
    TextItem caption = set_text(text(language, Message::paper_check_bar), style,
                                std::max(0.0, width - bar - gap), 1);
    const double y = corner.y + (check_bar_height - caption.box.height) / 2;
    group.items.emplace_back(placed_at(std::move(caption), {corner.x + bar + gap, y}));
    return group;
}

Picture with_check_bars(Picture picture) {
    for (Page& page : picture.pages) {
        const double edge = margin({page.width, page.height});
        const double width = page.width - 2 * edge;
        constexpr double unprintable = 5;  // many printers leave so much white at the edge
        const double lowest = page.height - unprintable - check_bar_height;
        const Point corner{edge, std::min(page.height - edge + 2.4, lowest)};
        const double air = 0.3;
        const Box room{edge - air, corner.y - air, width + 2 * air, check_bar_height + air};
        constexpr double caption = 20;
        if (width < bar + caption || !is_free(page.content, room)) continue;
        page.content.items.emplace_back(
            check_bar(corner, width, language_of(picture), ink_on(page.background)));
    }
    return picture;
}

}  // namespace cjm::render
