#include "render/cards/writer.hpp"

#include <algorithm>

#include "render/frame/voice.hpp"
#include "render/marks.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::cards {
namespace {

constexpr double hang = 3.4, section_gap = 1.6;

}  // namespace

void Writer::text(const std::string& words, TextStyle style, double indent, double right) {
    style.size_pt *= scale_;
    auto item = set_text(words, style, width_ - scaled(indent) - right);
    const double height = item.box.height;
    items_.push_back(placed_at(std::move(item), {left_ + scaled(indent), y_}));
    y_ += height;
}

void Writer::marked(const std::string& words, TextStyle style, Mark mark, Fill fill) {
    constexpr double millimetres_a_point = 25.4 / 72, of_type = 0.62, of_dot = 0.3;
    const double size =
        style.size_pt * scale_ * millimetres_a_point * (mark == nullptr ? of_dot : of_type);
    const double line = style.size_pt * scale_ * style.line_height * millimetres_a_point;
    const Point centre{left_ + scaled(hang) / 2 - scaled(0.3), y_ + line / 2};
    items_.push_back((mark == nullptr ? circle : mark)(centre, size, fill));
    text(words, style, hang);
}

void Writer::ruled(std::size_t lines, double pitch) {
    for (std::size_t i = 0; i < lines; ++i) {
        y_ += pitch;
        Path line;
        line.segments = {MoveTo{{left_, y_}}, LineTo{{left_ + width_, y_}}};
        line.stroke = Stroke{theme_.rule, 0.2, {}};
        items_.emplace_back(std::move(line));
    }
}

void write_sections(Writer& writer, const Theme& theme, const std::vector<Section>& sections,
                    std::size_t lines) {
    for (const auto& section : sections) {
        writer.gap(section_gap);
        writer.text(section.heading, style(card_type.small, Weight::bold, theme.soft_ink));
        if (section.texts.empty()) writer.ruled(lines, line_pitch);
        auto body = style(card_type.body, Weight::regular, theme.ink);
        body.italic = section.quoted;
        for (const auto& words : section.texts) {
            writer.marked(section.quoted ? "“" + words + "”" : words, body, section.mark,
                          section.fill);
        }
    }
}

std::size_t lines_for(const std::vector<Section>& sections, double spare) {
    constexpr std::size_t most_lines = 9;
    const auto empty = static_cast<double>(
        std::count_if(sections.begin(), sections.end(),
                      [](const Section& section) { return section.texts.empty(); }));
    if (empty < 1 || spare <= 0) return least_lines;
    const auto more = static_cast<std::size_t>(spare / (empty * line_pitch));
    return std::min(most_lines, least_lines + more);
}

}  // namespace cjm::render::cards
