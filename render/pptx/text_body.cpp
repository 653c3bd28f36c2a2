#include "render/pptx/text_body.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "render/pptx/drawingml.hpp"
#include "render/text/direction.hpp"
#include "render/text/shaper.hpp"

namespace cjm::render::detail {
namespace {

/// How far apart other programs put two baselines, with the fonts' own spacing.
constexpr double natural_height = font_ascent + font_descent;

double em_of(const TextItem& item) {
    return item.style.size_pt / points_per_mm;
}

bool is_wrapped(const TextItem& item) {
    return item.lines.size() > 1;
}

/// Semibold is written as bold, which is wider.
double room(const TextItem& item) {
    return item.style.weight == Weight::semibold ? 1.03 : 1.01;
}

Box line_frame(const TextItem& item) {
    const TextLine& line = item.lines.front();
    return {line.start.x, line.start.y - font_ascent * em_of(item), line.width,
            natural_height * em_of(item)};
}

/// Programs differ by a few hundredths of an em in where lines of a fixed height have their
/// baseline; this is between them.
Box column_frame(const TextItem& item) {
    const double pitch = item.style.line_height * em_of(item);
    const double above = pitch - (font_descent - 0.015) * em_of(item);
    double left = item.lines.front().start.x, right = left;
    for (const TextLine& line : item.lines) {
        left = std::min(left, line.start.x);
        right = std::max(right, line.start.x + line.width);
    }
    const double more = (right - left) * (room(item) - 1);
    const double shift = item.style.align == Align::left     ? 0
                         : item.style.align == Align::centre ? more / 2
                                                             : more;
    return {left - shift, item.lines.front().start.y - above, right - left + more,
            pitch * static_cast<double>(item.lines.size())};
}

const char* alignment(Align align) {
    switch (align) {
        case Align::centre:
            return "ctr";
        case Align::right:
            return "r";
        case Align::left:
            break;
    }
    return "l";
}

std::string hundredths_of_points(double points) {
    return std::to_string(std::llround(points * 100));
}

void add_run(pugi::xml_node paragraph, std::string_view text, const TextStyle& style,
             const std::string& language) {
    const pugi::xml_node run = add(paragraph, "a:r");
    const pugi::xml_node look = add(run, "a:rPr",
                                    {{"lang", language == "vi" ? "vi-VN" : "en-GB"},
                                     {"sz", hundredths_of_points(style.size_pt)},
                                     {"b", style.weight >= Weight::semibold ? "1" : "0"},
                                     {"i", style.italic ? "1" : "0"},
                                     {"dirty", "0"}});
    add_colour(look, style.colour);
    for (const char* script : {"a:latin", "a:ea", "a:cs"})
        add(look, script, {{"typeface", "Inter"}, {"pitchFamily", "34"}});
    add(run, "a:t").text().set(std::string(text).c_str());
}

/// The properties of the paragraphs, in the order that the schema wants.
void add_paragraph(pugi::xml_node body, std::string_view text, const TextItem& item,
                   const std::string& language) {
    const pugi::xml_node paragraph = add(body, "a:p");
    const pugi::xml_node properties = add(paragraph, "a:pPr",
                                          {{"marL", "0"},
                                           {"indent", "0"},
                                           {"algn", alignment(item.style.align)},
                                           {"rtl", is_right_to_left(item.paragraph) ? "1" : "0"}});
    if (is_wrapped(item))
        add(add(properties, "a:lnSpc"), "a:spcPts",
            {{"val", hundredths_of_points(item.style.size_pt * item.style.line_height)}});
    for (const char* gap : {"a:spcBef", "a:spcAft"})
        add(add(properties, gap), "a:spcPts", {{"val", "0"}});
    add(properties, "a:buNone");
    if (!text.empty()) add_run(paragraph, text, item.style, language);
}

}  // namespace

std::string written_text(const TextItem& item) {
    constexpr std::string_view ellipsis = "…";
    std::size_t at = 0;
    for (const TextLine& line : item.lines) {
        const std::size_t found = item.paragraph.find(line.text, at);
        if (found != std::string::npos) {
            at = found + line.text.size();
            continue;
        }
        // the last line of a text that was cut: what was drawn, ellipsis and all
        const std::string_view kept = std::string_view(line.text).substr(
            0, line.text.size() - (line.text.ends_with(ellipsis) ? ellipsis.size() : 0));
        const std::size_t start = item.paragraph.find(kept, at);
        const std::string before = item.paragraph.substr(0, at);
        const bool apart = at < item.paragraph.size() && item.paragraph[at] == ' ';
        return start == std::string::npos ? before + (apart ? " " : "") + line.text
                                          : item.paragraph.substr(0, start) + line.text;
    }
    return item.paragraph;
}

Box text_frame(const TextItem& item) {
    if (item.lines.empty()) return item.box;
    return is_wrapped(item) ? column_frame(item) : line_frame(item);
}

void add_text_body(pugi::xml_node shape, const TextItem& item, const std::string& language) {
    const pugi::xml_node body = add(shape, "p:txBody");
    const pugi::xml_node properties = add(body, "a:bodyPr",
                                          {{"wrap", is_wrapped(item) ? "square" : "none"},
                                           {"lIns", "0"},
                                           {"tIns", "0"},
                                           {"rIns", "0"},
                                           {"bIns", "0"},
                                           {"rtlCol", "0"},
                                           {"anchor", "t"}});
    add(properties, "a:noAutofit");
    add(body, "a:lstStyle");
    const std::string text = written_text(item);
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        add_paragraph(body, std::string_view(text).substr(from, to - from), item, language);
        from = to + 1;
    }
}

void add_empty_text_body(pugi::xml_node shape) {
    const pugi::xml_node body = add(shape, "p:txBody");
    add(body, "a:bodyPr");
    add(body, "a:lstStyle");
    add(add(body, "a:p"), "a:endParaRPr", {{"lang", "en-GB"}});
}

}  // namespace cjm::render::detail
