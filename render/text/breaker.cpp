#include "render/text/breaker.hpp"

#include <algorithm>

#include "render/text/direction.hpp"

namespace cjm::render::detail {
namespace {

constexpr double mm_per_unit = 1.0 / PANGO_SCALE / points_per_mm;
constexpr const char* ellipsis = "…";
/// Half a Pango unit: what rounding may add to a line that fits exactly.
constexpr double tolerance = mm_per_unit / 2;

/// Advance of every character, at the byte where it begins; 0 elsewhere. Millimetres.
std::vector<double> advances(PangoLayout* layout, const std::string& text) {
    std::vector<double> advance(text.size() + 1, 0.0);
    for (const GSList* at = pango_layout_get_lines_readonly(layout); at != nullptr; at = at->next) {
        for (const GSList* run = static_cast<PangoLayoutLine*>(at->data)->runs; run != nullptr;
             run = run->next) {
            auto* glyphs = static_cast<PangoGlyphItem*>(run->data);
            std::vector<int> widths(static_cast<std::size_t>(glyphs->item->num_chars));
            pango_glyph_item_get_logical_widths(glyphs, text.c_str(), widths.data());
            const char* letter = text.c_str() + glyphs->item->offset;
            for (const int width : widths) {
                advance[static_cast<std::size_t>(letter - text.c_str())] = width * mm_per_unit;
                letter = g_utf8_next_char(letter);
            }
        }
    }
    return advance;
}

}  // namespace

Breaker::Breaker(const std::string& text, const TextStyle& style)
    : text_(text), style_(style), right_to_left_(is_right_to_left(text)) {
    read_places(shaper_.layout(text_, style_, right_to_left_).get());
}

void Breaker::read_places(PangoLayout* layout) {
    const std::vector<double> advance = advances(layout, text_);
    int count = 0;
    const PangoLogAttr* attributes = pango_layout_get_log_attrs_readonly(layout, &count);
    double from_start = 0;
    const char* at = text_.c_str();
    for (int i = 0; i < count; ++i) {
        const auto byte = static_cast<std::size_t>(at - text_.c_str());
        const bool line_end = byte >= text_.size() || *at == '\n';
        places_.push_back({byte, from_start, attributes[i].is_line_break || line_end,
                           attributes[i].is_cursor_position || line_end, line_end});
        if (byte >= text_.size()) break;
        from_start += advance[byte];
        at = g_utf8_next_char(at);
    }
}

LineSize Breaker::measure(const std::string& line) {
    const LayoutHandle layout = shaper_.layout(line, style_, right_to_left_);
    PangoRectangle logical;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout.get(), 0), nullptr,
                                  &logical);
    return {logical.width * mm_per_unit, -logical.y * mm_per_unit,
            (logical.y + logical.height) * mm_per_unit};
}

std::string Breaker::text_between(std::size_t from, std::size_t to) const {
    return text_.substr(places_[from].byte, places_[to].byte - places_[from].byte);
}

std::size_t Breaker::after_blanks(std::size_t place) const {
    while (!places_[place].line_end && text_[places_[place].byte] == ' ') ++place;
    return place;
}

std::size_t Breaker::before_blanks(std::size_t from, std::size_t place) const {
    while (place > from && text_[places_[place - 1].byte] == ' ') --place;
    return place;
}

/// The best place to end the line that begins at `from`.
std::size_t Breaker::line_end(std::size_t from, double max_width) {
    std::size_t word_end = from, grapheme_end = from;
    for (std::size_t to = from; to < places_.size(); ++to) {
        const double width = places_[before_blanks(from, to)].from_start - places_[from].from_start;
        const bool fits = width <= max_width + tolerance;
        if (places_[to].grapheme && to > from && (fits || grapheme_end == from)) grapheme_end = to;
        if (places_[to].may_break && fits) word_end = to;
        if (places_[to].line_end || (!fits && grapheme_end > from)) break;
    }
    return places_[from].line_end || word_end > from ? word_end : grapheme_end;
}

/// As much of the rest of the given line as fits together with an ellipsis.
std::string Breaker::shortened(std::size_t from, double max_width) {
    std::size_t to = from;
    while (!places_[to].line_end &&
           places_[to + 1].from_start - places_[from].from_start <= max_width)
        ++to;
    for (; to > from; --to) {
        if (!places_[to].grapheme) continue;
        std::string line = text_between(from, before_blanks(from, to)) + ellipsis;
        if (measure(line).width <= max_width + tolerance) return line;
    }
    return ellipsis;
}

std::vector<std::string> Breaker::lines(double max_width, std::size_t max_lines) {
    std::vector<std::string> lines;
    std::size_t from = 0;
    while (true) {
        std::size_t end = line_end(from, max_width);
        // letters can be wider alone than among the others; then the line ends one grapheme or word
        // earlier
        double allowed = max_width;
        std::string line = text_between(from, before_blanks(from, end));
        for (double width = measure(line).width; width > max_width + tolerance;
             width = measure(line).width) {
            allowed -= width - max_width;
            const std::size_t earlier = line_end(from, allowed);
            if (earlier >= end) break;
            end = earlier;
            line = text_between(from, before_blanks(from, end));
        }
        const bool given_end = places_[end].line_end;
        const std::size_t next = given_end ? end + 1 : after_blanks(end);
        const bool last = next >= places_.size();
        if (lines.size() + 1 == max_lines && !last) line = shortened(from, max_width);
        lines.push_back(std::move(line));
        if (last || lines.size() == max_lines) return lines;
        from = next;
    }
}

}  // namespace cjm::render::detail
