#include "render/svg/attributes.hpp"

#include <iterator>

#include <fmt/format.h>

#include "render/hatch.hpp"
#include "render/overloaded.hpp"
#include "render/svg/xml.hpp"

namespace cjm::render::detail {
namespace {

std::string hex(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

std::string point(Point p) {
    return xml_number(p.x) + " " + xml_number(p.y);
}

/// The lines of one square of the hatch; diagonals reach past its corners so that squares join.
std::string hatch_lines(const Hatch& hatch) {
    const double s = hatch.step, over = s / 4;
    std::string data;
    const auto line = [&](Point from, Point to) { data += "M" + point(from) + "L" + point(to); };
    if (hatch.rising) {
        line({-over, over}, {over, -over});
        line({-over, s + over}, {s + over, -over});
        line({s - over, s + over}, {s + over, s - over});
    }
    if (hatch.falling) {
        line({-over, s - over}, {over, s + over});
        line({-over, -over}, {s + over, s + over});
        line({s - over, -over}, {s + over, over});
    }
    if (hatch.level) line({0, s / 2}, {s, s / 2});
    if (hatch.upright) line({s / 2, 0}, {s / 2, s});
    return data;
}

}  // namespace

std::string attribute(std::string_view name, double value) {
    return fmt::format(" {}=\"{}\"", name, xml_number(value));
}

std::string box_attributes(const Box& box) {
    return attribute("x", box.x) + attribute("y", box.y) + attribute("width", box.width) +
           attribute("height", box.height);
}

std::string fill_attributes(const std::optional<Fill>& fill) {
    if (!fill) return "";
    if (fill->pattern != Pattern::solid)
        return fmt::format(" fill=\"url(#{})\"", pattern_id(*fill));
    std::string text = fmt::format(" fill=\"{}\"", hex(fill->colour));
    if (fill->colour.opacity < 1) text += attribute("fill-opacity", fill->colour.opacity);
    return text;
}

std::string stroke_attributes(const std::optional<Stroke>& stroke) {
    if (!stroke) return "";
    std::string text = fmt::format(" stroke=\"{}\"", hex(stroke->colour)) +
                       attribute("stroke-width", stroke->width);
    if (stroke->colour.opacity < 1) text += attribute("stroke-opacity", stroke->colour.opacity);
    if (stroke->dashes.empty()) return text;
    std::string dashes;
    for (const double dash : stroke->dashes)
        dashes += (dashes.empty() ? "" : " ") + xml_number(dash);
    return text + fmt::format(" stroke-dasharray=\"{}\"", dashes);
}

std::string path_data(const Path& path) {
    std::string data;
    for (const Segment& segment : path.segments)
        std::visit(Overloaded{[&](const MoveTo& s) { data += "M" + point(s.to); },
                              [&](const LineTo& s) { data += "L" + point(s.to); },
                              [&](const CurveTo& s) {
                                  data += "C" + point(s.control1) + " " + point(s.control2) + " " +
                                          point(s.to);
                              },
                              [&](const ClosePath&) { data += "Z"; }},
                   segment);
    return data;
}

std::string pattern_id(const Fill& fill) {
    static constexpr const char* names[]{"solid",         "lines",         "cross-lines",
                                         "dots",          "falling-lines", "level-lines",
                                         "upright-lines", "grid",          "dense-dots"};
    static_assert(std::size(names) == static_cast<std::size_t>(Pattern::count_));
    return fmt::format("{}-{}-on-{}", names[static_cast<std::size_t>(fill.pattern)],
                       hex(fill.colour).substr(1), hex(fill.ground).substr(1));
}

std::string pattern_element(const Fill& fill) {
    const Hatch hatch = hatch_of(fill.pattern);
    const std::string side = attribute("width", hatch.step) + attribute("height", hatch.step);
    std::string element = fmt::format(
        "<pattern id=\"{}\" patternUnits=\"userSpaceOnUse\"{}>\n<rect{} fill=\"{}\"/>\n",
        pattern_id(fill), side, side, hex(fill.ground));
    if (hatch.width > 0)
        element += fmt::format("<path d=\"{}\" stroke=\"{}\"{}/>\n", hatch_lines(hatch),
                               hex(fill.colour), attribute("stroke-width", hatch.width));
    if (hatch.dot_radius > 0)
        element += fmt::format("<circle{}{}{} fill=\"{}\"/>\n", attribute("cx", hatch.step / 2),
                               attribute("cy", hatch.step / 2), attribute("r", hatch.dot_radius),
                               hex(fill.colour));
    return element + "</pattern>\n";
}

}  // namespace cjm::render::detail
