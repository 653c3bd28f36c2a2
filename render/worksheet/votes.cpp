#include "render/worksheet/votes.hpp"

#include <algorithm>

#include "render/marks.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::worksheet {
namespace {

/// Rings to put dots into, as many as have room below one another in two columns.
void add_rings(const Theme& theme, const Box& box, std::vector<Item>& items) {
    constexpr double ring = 5, pitch = 6.6;
    constexpr std::size_t most = 6;
    const auto rows = std::min(most, static_cast<std::size_t>(std::max(1.0, box.height / pitch)));
    const auto columns = box.width >= 2 * pitch ? 2u : 1u;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const Point centre{
                box.x + box.width / 2 + (static_cast<double>(column) - (columns - 1) / 2.0) * pitch,
                box.y + box.height / 2 +
                    (static_cast<double>(row) - static_cast<double>(rows - 1) / 2) * pitch};
            auto mark = circle(centre, std::min(ring, box.height), Fill{theme.card});
            mark.stroke = Stroke{theme.card_border, 0.25, {}};
            items.push_back(std::move(mark));
        }
    }
}

}  // namespace

Group draw_votes(const Content& content, const sheet::Strip& strip, double width) {
    const auto& theme = content.scene.theme;
    Group group;
    group.id = "votes";
    group.title = content.scene.words(Message::worksheet_votes);
    auto heading = set_text(group.title, content.tokens.label(theme.ink), width);
    // above the first row; where no stage stands there, the rings of that row make room for it
    const double above = std::max(0.0, strip.places.front().y - heading.box.height - 1);
    const double below = above + heading.box.height;
    group.items.push_back(placed_at(std::move(heading), {0, above}));
    for (const auto& place : strip.places) {
        constexpr double inset = 1.5;
        const double top = std::max(place.y, below) + inset;
        add_rings(theme, {0, top, width, std::max(0.0, place.y + place.height - inset - top)},
                  group.items);
    }
    return group;
}

}  // namespace cjm::render::worksheet
