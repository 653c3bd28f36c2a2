#include "render/map/touchpoint_row.hpp"

#include <limits>
#include <utility>

#include "render/map/touchpoint_card.hpp"
#include "render/marks.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::map {

sheet::Row touchpoint_row(const Content& content) {
    sheet::Row row;
    row.id = "touchpoints";
    row.label = content.scene.words(Message::map_touchpoints);
    std::vector<std::vector<TouchpointCard>> cards(content.plan.columns);
    for (const Stop& stop : content.plan.stops) cards[stop.column].emplace_back(content, stop);
    std::vector<std::vector<sheet::BlockPtr>> blocks(content.plan.columns);
    for (std::size_t column = 0; column < cards.size(); ++column)
        if (!cards[column].empty()) blocks[column].push_back(card_grid(std::move(cards[column])));
    row.bands.push_back(band_of(std::move(blocks)));
    return row;
}

void add_badge(const Content& content, std::size_t number, Point centre, double size,
               std::vector<Item>& items) {
    const Theme& theme = content.scene.theme;
    items.emplace_back(circle(centre, size, Fill{theme.ink}));
    TextStyle style = content.tokens.smallest(theme.page);
    style.weight = Weight::semibold;
    TextItem words =
        set_text(std::to_string(number), style, std::numeric_limits<double>::infinity());
    const double width = words.box.width, height = words.box.height;
    items.emplace_back(placed_at(std::move(words), {centre.x - width / 2, centre.y - height / 2}));
}

}  // namespace cjm::render::map
