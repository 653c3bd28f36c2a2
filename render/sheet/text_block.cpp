#include "render/sheet/text_block.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "render/link.hpp"
#include "render/marks.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::sheet {
namespace {

constexpr double mm_per_point = 25.4 / 72;
constexpr double mark_part = 0.62;   // of the type size
constexpr double indent_part = 1.1;  // likewise, of text after a mark

}  // namespace

TextBlock::TextBlock(Paragraph paragraph) : paragraph_(std::move(paragraph)) {
    const TextStyle& style = paragraph_.style;
    const double em = style.size_pt * mm_per_point;
    if (paragraph_.mark != nullptr) indent_ = indent_part * em;
    if (paragraph_.mark_size <= 0) paragraph_.mark_size = mark_part * em;
    least_width_ = indent_ + longest_word(paragraph_.words, style);
    const Box line = set_text(paragraph_.words, style, std::numeric_limits<double>::infinity()).box;
    bulk_ = (line.width + indent_) * line.height;
}

double TextBlock::height(double width) const {
    return set_text(paragraph_.words, paragraph_.style, std::max(0.0, width - indent_)).box.height;
}

void TextBlock::draw(const Box& box, std::vector<Item>& items) const {
    TextItem text =
        set_text(paragraph_.words, paragraph_.style, std::max(0.0, box.width - indent_));
    if (!paragraph_.link.empty()) text.link = paragraph_.link;
    text = placed_at(std::move(text), {box.x + indent_, box.y});
    if (paragraph_.mark != nullptr && !text.lines.empty()) {
        const double em = paragraph_.style.size_pt * mm_per_point;
        const Point centre{box.x + indent_ * 0.38, text.lines.front().start.y - 0.36 * em};
        items.emplace_back(paragraph_.mark(centre, paragraph_.mark_size, paragraph_.mark_fill));
    }
    items.emplace_back(std::move(text));
}

BlockPtr text_block(Paragraph paragraph) {
    return std::make_shared<const TextBlock>(std::move(paragraph));
}

Path dot(Point centre, double size, Fill fill) {
    constexpr double part = 0.42;
    return circle(centre, part * size, fill);
}

}  // namespace cjm::render::sheet
