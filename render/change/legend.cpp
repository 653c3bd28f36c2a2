#include "render/change/legend.hpp"

#include <array>
#include <utility>

#include "render/change/marks.hpp"
#include "render/text/measure.hpp"

namespace cjm::render {

LegendEntry change_entry(const Voice& voice, ChangeKind kind) {
    constexpr std::array messages{Message::change_legend_changed, Message::change_legend_added,
                                  Message::change_legend_gone};
    constexpr double sign = 2.7, frame = 6, gap = 0.7;
    return {sign + gap + frame,
            [&theme = voice.theme, kind](Point at, std::vector<Item>& items) {
                const Box box{at.x + sign + gap, at.y - 1.6, frame, 3.2};
                items.emplace_back(change_sign(theme, kind, {at.x + sign / 2, at.y}, sign));
                items.emplace_back(Rectangle{box, 1, Fill{theme.card}, {}});
                for (Item& line : change_frame(theme, kind, box, 1))
                    items.emplace_back(std::move(line));
            },
            voice.words(messages[static_cast<std::size_t>(kind)])};
}

LegendEntry difference_entry(const Voice& voice, TextStyle style) {
    style.colour = voice.theme.text(Meaning::change);
    style.weight = Weight::bold;
    constexpr double room = 10;
    const TextItem sample = set_text("±", style, room);
    return {sample.box.width,
            [sample](Point at, std::vector<Item>& items) {
                items.emplace_back(placed_at(sample, {at.x, at.y - sample.box.height / 2}));
            },
            voice.words(Message::change_legend_points)};
}

}  // namespace cjm::render
