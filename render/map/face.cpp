#include "render/map/face.hpp"

#include <algorithm>

#include "render/marks.hpp"

namespace cjm::render::map {

void add_face(const Theme& theme, Point centre, double size, double mood, Colour outline,
              std::vector<Item>& items) {
    const double line = 0.085 * size;
    Path head = circle(centre, size - line, Fill{theme.card});
    head.stroke = Stroke{outline, line, {}};
    items.emplace_back(std::move(head));
    const double eye_x = 0.17 * size, eye_y = 0.11 * size;
    for (const double side : {-1.0, 1.0})
        items.emplace_back(
            circle({centre.x + side * eye_x, centre.y - eye_y}, 0.1 * size, Fill{theme.ink}));
    const double bend = 0.17 * size * std::clamp(mood, -1.0, 1.0);
    const double half = 0.21 * size, y = centre.y + 0.19 * size;
    Path mouth;
    mouth.segments = {MoveTo{{centre.x - half, y - bend / 2}},
                      CurveTo{{centre.x - half / 2, y + bend / 2 + bend * 0.17},
                              {centre.x + half / 2, y + bend / 2 + bend * 0.17},
                              {centre.x + half, y - bend / 2}}};
    mouth.stroke = Stroke{theme.ink, 0.075 * size, {}};
    items.emplace_back(std::move(mouth));
}

}  // namespace cjm::render::map
