#include "render/worksheet/notes_block.hpp"

#include <algorithm>

#include "render/text/measure.hpp"

namespace cjm::render::worksheet {
namespace {

constexpr double gap = 1.4, padding = 1.6;

}  // namespace

std::size_t NotesBlock::in_line(double width) const {
    constexpr double rounding = 1e-6;
    return std::max<std::size_t>(
        1, static_cast<std::size_t>((width + gap + rounding) / (side_ + gap)));
}

std::string NotesBlock::text_of(std::size_t box, std::size_t boxes) const {
    std::string words;
    // one each, as far as boxes go; else about as many in each, neighbours together
    const std::size_t shared = std::max(texts_.size(), boxes);
    const auto first = [&](std::size_t at) { return (at * shared + boxes - 1) / boxes; };
    for (std::size_t i = first(box); i < std::min(first(box + 1), texts_.size()); ++i)
        words += (words.empty() ? "" : "\n") + texts_[i];
    return words;
}

TextItem NotesBlock::set(const std::string& words, double side) const {
    return set_text(words, tokens_.body(theme_.soft_ink), side - 2 * padding);
}

double NotesBlock::line_height(std::size_t line, double width) const {
    const std::size_t count = in_line(width);
    const double side = std::min(side_, width);
    double height = side_;
    for (std::size_t i = 0; i < count; ++i) {
        const auto words = text_of(line * count + i, count * lines_);
        double needed = words.empty() ? 0 : set(words, side).box.height;
        if (line == 0 && i == 0 && references_) needed += references_->height(side - 2 * padding);
        if (needed > 0) height = std::max(height, needed + 2 * padding);
    }
    return height;
}

double NotesBlock::height(double width) const {
    double height = static_cast<double>(lines_ - 1) * gap;
    for (std::size_t line = 0; line < lines_; ++line) height += line_height(line, width);
    return height;
}

void NotesBlock::draw(const Box& box, std::vector<Item>& items) const {
    const std::size_t count = in_line(box.width);
    const double side = std::min(side_, box.width);
    const double used = static_cast<double>(count) * side + static_cast<double>(count - 1) * gap;
    double y = box.y;
    for (std::size_t line = 0; line < lines_; ++line) {
        const double height = line_height(line, box.width);
        double x = box.x + (box.width - used) / 2;
        for (std::size_t i = 0; i < count; ++i) {
            constexpr double radius = 1, stroke = 0.25;
            items.push_back(Rectangle{{x, y, side, height},
                                      radius,
                                      Fill{theme_.card},
                                      Stroke{theme_.card_border, stroke, {1.6, 1.2}}});
            const auto words = text_of(line * count + i, count * lines_);
            double below = y + padding;
            if (!words.empty()) {
                auto text = placed_at(set(words, side), {x + padding, below});
                below = text.box.bottom();
                items.push_back(std::move(text));
            }
            if (line == 0 && i == 0 && references_) {
                const double room = side - 2 * padding;
                references_->draw({x + padding, below, room, references_->height(room)}, items);
            }
            x += side + gap;
        }
        y += height + gap;
    }
}

}  // namespace cjm::render::worksheet
