#include "render/map/header.hpp"

#include <utility>

#include "render/flow/describe.hpp"
#include "render/map/persona_cards.hpp"
#include "render/page/transform.hpp"
#include "render/sheet/tokens.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::map {

namespace {

constexpr double below_cards = 1.5;

/// "Page 2 of 3" in the right corner.
void add_page_number(const Content& content, double width, const sheet::PageSpot& spot,
                     Group& group) {
    TextItem number = set_text(content.scene.words(Message::map_page, spot.page + 1, spot.pages),
                               content.tokens.small(content.scene.theme.soft_ink), number_room);
    const double x = width - number.box.width;
    constexpr double y = 1.5;
    group.items.emplace_back(placed_at(std::move(number), {x, y}));
}

}  // namespace

sheet::Part make_header(const Content& content, const Frame& frame, double width,
                        const sheet::PageSpot& spot) {
    sheet::Part part;
    part.group.id = "header-" + std::to_string(spot.page + 1);
    if (spot.pages > 1) add_page_number(content, width, spot, part.group);
    if (spot.page > 0) {
        TextItem title =
            set_text(content.scene.journey.title.value,
                     style(content.tokens.heading_type, Weight::bold, content.scene.theme.ink),
                     width - number_room, 3);
        part.height = title.box.height;
        part.group.items.emplace_back(std::move(title));
        return part;
    }
    part.group.items.emplace_back(frame.heading);
    part.height = frame.heading_height;
    sheet::Part cards = persona_cards(content, width);
    if (cards.height > 0) {
        part.group.items.emplace_back(translated(std::move(cards.group), 0, part.height));
        part.height += cards.height + below_cards;
    }
    return part;
}

Frame frame_for(const Content& content, const DrawOptions& options,
                const std::vector<LegendEntry>& legend, double width) {
    const FrameType type{content.tokens.title_type, content.tokens.subtitle_type,
                         content.tokens.smallest_type};
    return make_frame(content.scene, options, type, flow::summary(content.scene), legend, width);
}

}  // namespace cjm::render::map
