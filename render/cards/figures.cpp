#include "render/cards/figures.hpp"

#include <algorithm>

#include "render/cards/writer.hpp"

namespace cjm::render::cards {
namespace {

constexpr double top_gap = 1.2, column_gap = 2;
constexpr double figure_type = 11;

}  // namespace

FigureRow::FigureRow(const Voice& voice, const std::vector<Figure>& figures, double width,
                     double scale)
    : rule_(voice.theme.rule), width_(width) {
    if (figures.empty()) return;
    const auto& theme = voice.theme;
    column_ = width / static_cast<double>(figures.size());
    const double room = column_ - column_gap;
    const auto small = style(card_type.small * scale, Weight::regular, theme.soft_ink);
    double words_height = 0;
    for (const auto& figure : figures) {
        Face face;
        face.share = set_text(voice.share(figure.share),
                              style(figure_type * scale, Weight::bold, figure.colour), room);
        face.interval = set_text(voice.interval(figure.share), small, room);
        face.words = set_text(figure.words, small, room);
        share_height_ = std::max(share_height_, face.share.box.height);
        interval_height_ = std::max(interval_height_, face.interval.box.height);
        words_height = std::max(words_height, face.words.box.height);
        faces_.push_back(std::move(face));
    }
    height_ = top_gap + share_height_ + interval_height_ + words_height;
}

void FigureRow::draw(Point corner, std::vector<Item>& items) const {
    if (faces_.empty()) return;
    Path line;
    line.segments = {MoveTo{corner}, LineTo{{corner.x + width_, corner.y}}};
    line.stroke = Stroke{rule_, 0.25, {}};
    items.emplace_back(std::move(line));
    double x = corner.x;
    for (const auto& face : faces_) {
        double y = corner.y + top_gap;
        items.push_back(placed_at(face.share, {x, y}));
        y += share_height_;
        items.push_back(placed_at(face.words, {x, y}));
        y += height_ - top_gap - share_height_ - interval_height_;
        if (!face.interval.paragraph.empty()) items.push_back(placed_at(face.interval, {x, y}));
        x += column_;
    }
}

}  // namespace cjm::render::cards
