#include "render/text/measure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "base/contract.hpp"
#include "render/text/breaker.hpp"
#include "render/text/clean.hpp"
#include "render/text/direction.hpp"

namespace cjm::render {
namespace {

using detail::LineSize;
using detail::points_per_mm;

double offset(Align align, double room) {
    if (align == Align::left) return 0;
    return align == Align::centre ? room / 2 : room;
}

/// Places the lines below one another and aligns them; fills in the box.
void place_lines(TextItem& item, const std::vector<LineSize>& sizes, double max_width) {
    const double size = item.style.size_pt / points_per_mm;
    const double leading = item.style.line_height - detail::font_ascent - detail::font_descent;
    const double above = (leading / 2 + detail::font_ascent) * size;
    const double below = (leading / 2 + detail::font_descent) * size;
    double longest = 0;
    for (const LineSize& line : sizes) longest = std::max(longest, line.width);
    const bool column = item.style.align != Align::left && std::isfinite(max_width);
    item.box.width = column ? std::max(longest, max_width) : longest;
    for (std::size_t i = 0; i < item.lines.size(); ++i) {
        TextLine& line = item.lines[i];
        line.width = sizes[i].width;
        line.start.x = offset(item.style.align, item.box.width - line.width);
        line.start.y = item.box.height + std::max(above, sizes[i].above);
        // fonts with tall marks get the room they ask for
        item.box.height = line.start.y + std::max(below, sizes[i].below);
    }
}

}  // namespace

TextItem set_text(std::string_view paragraph, const TextStyle& style, double max_width,
                  int max_lines) {
    CJM_EXPECTS(style.size_pt > 0 && style.line_height >= 1.35);
    CJM_EXPECTS(max_width >= 0 && max_lines >= 0);
    TextItem item{clean_text(paragraph), style, {}, {}, {}};
    detail::Breaker breaker(item.paragraph, style);
    std::vector<LineSize> sizes;
    for (detail::BrokenLine& line : breaker.lines(max_width, static_cast<std::size_t>(max_lines))) {
        sizes.push_back(line.size);
        item.lines.push_back({std::move(line.text), {}, 0});
    }
    place_lines(item, sizes, max_width);
    return item;
}

TextItem set_balanced(std::string_view paragraph, const TextStyle& style, double max_width,
                      int max_lines) {
    TextItem best = set_text(paragraph, style, max_width, max_lines);
    if (best.lines.size() < 2 || !std::isfinite(max_width)) return best;
    constexpr int steps = 5;
    double low = std::max(longest_word(best.paragraph, style),
                          max_width / static_cast<double>(best.lines.size()));
    for (double high = max_width, step = 0; step < steps && low < high; ++step) {
        const double middle = (low + high) / 2;
        TextItem tried = set_text(paragraph, style, middle, max_lines);
        if (tried.lines.size() > best.lines.size() || tried.box.height > best.box.height) {
            low = middle;
            continue;
        }
        high = middle;
        best = std::move(tried);
    }
    if (style.align == Align::left) return best;
    const double spare = max_width - best.box.width;  // the column is as wide as asked for
    for (TextLine& line : best.lines) line.start.x += offset(style.align, spare);
    best.box.width = max_width;
    return best;
}

double longest_word(std::string_view words, const TextStyle& style) {
    std::string apart(words);
    std::replace(apart.begin(), apart.end(), ' ', '\n');
    return set_text(apart, style, std::numeric_limits<double>::infinity()).box.width;
}

TextItem placed_at(TextItem item, Point to) {
    const double dx = to.x - item.box.x, dy = to.y - item.box.y;
    item.box.x = to.x;
    item.box.y = to.y;
    for (TextLine& line : item.lines) {
        line.start.x += dx;
        line.start.y += dy;
    }
    return item;
}

Box line_box(const TextLine& line, const TextStyle& style) {
    const double size = style.size_pt / points_per_mm;
    return {line.start.x, line.start.y - detail::font_ascent * size, line.width,
            (detail::font_ascent + detail::font_descent) * size};
}

int missing_glyphs(std::string_view paragraph, const TextStyle& style) {
    const std::string text = clean_text(paragraph);
    detail::Shaper shaper;
    return pango_layout_get_unknown_glyphs_count(
        shaper.layout(text, style, is_right_to_left(text)).get());
}

}  // namespace cjm::render
