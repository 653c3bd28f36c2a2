#include "render/text/metrics.hpp"

#include <unordered_map>

namespace cjm::render::detail {
namespace {

constexpr double reference_pt = 100;
constexpr double em_per_unit = 1.0 / PANGO_SCALE / reference_pt;

/// What was found for recent texts; forgets everything when it has become large. Used under the
/// fonts' lock only.
template <class Value>
class Memory {
  public:
    [[nodiscard]] const Value* find(const std::string& key) const {
        const auto found = values_.find(key);
        return found == values_.end() ? nullptr : &found->second;
    }
    void keep(const std::string& key, Value value) {
        constexpr std::size_t most_texts = 8192, most_bytes = 1 << 20;
        if (values_.size() >= most_texts || bytes_ + key.size() > most_bytes) {
            values_.clear();
            bytes_ = 0;
        }
        bytes_ += key.size();
        values_.emplace(key, std::move(value));
    }

  private:
    std::unordered_map<std::string, Value> values_;
    std::size_t bytes_ = 0;
};

using Places = std::shared_ptr<const std::vector<BreakPlace>>;

Memory<Places>& known_places() {
    static Memory<Places> memory;
    return memory;
}
Memory<LineSize>& known_lines() {
    static Memory<LineSize> memory;
    return memory;
}

/// Advance of every character, at the byte where it begins; 0 elsewhere. Ems.
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
                advance[static_cast<std::size_t>(letter - text.c_str())] = width * em_per_unit;
                letter = g_utf8_next_char(letter);
            }
        }
    }
    return advance;
}

/// Right behind the dash of a range, such as in "9–12", which is read as one.
bool is_in_range(const std::string& text, std::size_t byte) {
    constexpr std::string_view dash = "–";
    const auto is_digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    return byte > dash.size() && byte < text.size() && is_digit(byte) &&
           text.compare(byte - dash.size(), dash.size(), dash) == 0 &&
           is_digit(byte - dash.size() - 1);
}

std::vector<BreakPlace> read_places(PangoLayout* layout, const std::string& text) {
    const std::vector<double> advance = advances(layout, text);
    int count = 0;
    const PangoLogAttr* attributes = pango_layout_get_log_attrs_readonly(layout, &count);
    std::vector<BreakPlace> places;
    double from_start = 0;
    const char* at = text.c_str();
    for (int i = 0; i < count; ++i) {
        const auto byte = static_cast<std::size_t>(at - text.c_str());
        const bool line_end = byte >= text.size() || *at == '\n';
        places.push_back({byte, from_start,
                          (attributes[i].is_line_break && !is_in_range(text, byte)) || line_end,
                          attributes[i].is_cursor_position || line_end, line_end});
        if (byte >= text.size()) break;
        from_start += advance[byte];
        at = g_utf8_next_char(at);
    }
    return places;
}

}  // namespace

Metrics::Metrics(const TextStyle& style, bool right_to_left)
    : style_(style), right_to_left_(right_to_left) {
    style_.size_pt = reference_pt;
}

std::string Metrics::key(const std::string& text) const {
    const int face = static_cast<int>(style_.weight) * 4 + style_.italic * 2 + right_to_left_;
    return static_cast<char>('A' + face) + text;
}

std::shared_ptr<const std::vector<BreakPlace>> Metrics::places(const std::string& paragraph) {
    const std::string name = key(paragraph);
    if (const Places* known = known_places().find(name)) return *known;
    const LayoutHandle layout = shaper_.layout(paragraph, style_, right_to_left_);
    auto found =
        std::make_shared<const std::vector<BreakPlace>>(read_places(layout.get(), paragraph));
    known_places().keep(name, found);
    return found;
}

LineSize Metrics::line(const std::string& text) {
    const std::string name = key(text);
    if (const LineSize* known = known_lines().find(name)) return *known;
    const LayoutHandle layout = shaper_.layout(text, style_, right_to_left_);
    PangoRectangle logical;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout.get(), 0), nullptr,
                                  &logical);
    const LineSize size{logical.width * em_per_unit, -logical.y * em_per_unit,
                        (logical.y + logical.height) * em_per_unit};
    known_lines().keep(name, size);
    return size;
}

}  // namespace cjm::render::detail
