#include "render/change/marks.hpp"

#include <algorithm>
#include <utility>

#include "render/marks.hpp"

namespace cjm::render {
namespace {

constexpr double bold = 0.7, fine = 0.28, between = 0.75;  // millimetres

Path bar(Point from, Point to, Colour colour, double width) {
    Path path;
    path.segments = {MoveTo{from}, LineTo{to}};
    path.stroke = Stroke{colour, width, {}};
    return path;
}

Colour colour_of(const Theme& theme) {
    return theme.line(Meaning::change, 1).colour;
}

Rectangle frame(const Box& box, double inset, double radius, Stroke stroke) {
    return {{box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset},
            std::max(0.0, radius - inset),
            {},
            std::move(stroke)};
}

}  // namespace

Group change_sign(const Theme& theme, ChangeKind kind, Point centre, double size) {
    Group sign;
    sign.items.emplace_back(circle(centre, size, Fill{colour_of(theme)}));
    const double reach = size * 0.27, width = size * 0.13;
    const auto level = [&](double y) {
        sign.items.emplace_back(bar({centre.x - reach, centre.y + y},
                                    {centre.x + reach, centre.y + y}, theme.card, width));
    };
    switch (kind) {
        case ChangeKind::added:
            level(0);
            sign.items.emplace_back(
                bar({centre.x, centre.y - reach}, {centre.x, centre.y + reach}, theme.card, width));
            break;
        case ChangeKind::gone:
            level(0);
            break;
        case ChangeKind::changed:
            level(-size * 0.12);
            level(size * 0.12);
            sign.items.emplace_back(bar({centre.x - reach * 0.55, centre.y + reach},
                                        {centre.x + reach * 0.55, centre.y - reach}, theme.card,
                                        width));
            break;
    }
    return sign;
}

std::vector<Item> change_frame(const Theme& theme, ChangeKind kind, const Box& box, double radius) {
    const Colour colour = colour_of(theme);
    switch (kind) {
        case ChangeKind::added:
            return {frame(box, 0, radius, Stroke{colour, fine, {}}),
                    frame(box, between, radius, Stroke{colour, fine, {}})};
        case ChangeKind::gone:
            return {frame(box, bold / 2, radius, Stroke{colour, bold, {0.5, 0.9}})};
        case ChangeKind::changed:
            break;
    }
    return {frame(box, bold / 2, radius, Stroke{colour, bold, {}})};
}

std::vector<Stroke> change_strokes(const Theme& theme, ChangeKind kind, double width) {
    const Colour colour = colour_of(theme);
    constexpr double least = 0.25;
    switch (kind) {
        case ChangeKind::added:
            return {Stroke{colour, std::max(width, 3 * least), {}},
                    Stroke{theme.page, std::max(width - 2 * least, least), {}}};
        case ChangeKind::gone:
            return {Stroke{theme.page, 3 * least, {}}, Stroke{colour, 2 * least, {0.5, 1.1}}};
        case ChangeKind::changed:
            break;
    }
    return {Stroke{theme.page, std::min(width, 3 * least), {}},
            Stroke{colour, std::max(least, std::min(width, 3 * least) - 0.3), {}}};
}

}  // namespace cjm::render
