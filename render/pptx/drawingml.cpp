#include "render/pptx/drawingml.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "base/contract.hpp"

namespace cjm::render::detail {
namespace {

/// In thousandths of a percent, as DrawingML counts shares.
std::string thousandths(double share) {
    return std::to_string(std::llround(share * 100'000));
}

/// The preset of PowerPoint that comes nearest; all differ.
const char* preset(Pattern pattern) {
    static constexpr const char* names[]{"pct90", "wdUpDiag", "diagCross", "pct10", "wdDnDiag",
                                         "horz",  "vert",     "smGrid",    "smCheck"};
    static_assert(std::size(names) == static_cast<std::size_t>(Pattern::count_));
    return names[static_cast<std::size_t>(pattern)];
}

void add_rgb(pugi::xml_node parent, Colour colour) {
    const pugi::xml_node rgb =
        add(parent, "a:srgbClr",
            {{"val", fmt::format("{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue)}});
    if (colour.opacity < 1) add(rgb, "a:alpha", {{"val", thousandths(colour.opacity)}});
}

void add_dashes(pugi::xml_node line, const Stroke& stroke) {
    const pugi::xml_node dashes = add(line, "a:custDash");
    const std::size_t count = stroke.dashes.size();
    const std::size_t pairs = count % 2 == 0 ? count / 2 : count;  // an odd list runs twice
    for (std::size_t i = 0; i < pairs; ++i)
        add(dashes, "a:ds",
            {{"d", thousandths(stroke.dashes[2 * i % count] / stroke.width)},
             {"sp", thousandths(stroke.dashes[(2 * i + 1) % count] / stroke.width)}});
}

}  // namespace

pugi::xml_node add(pugi::xml_node parent, const char* name,
                   std::initializer_list<Attribute> attributes) {
    pugi::xml_node node = parent.append_child(name);
    for (const auto& [key, value] : attributes) node.append_attribute(key) = value.c_str();
    return node;
}

std::int64_t emu(double millimetres) {
    CJM_EXPECTS(std::isfinite(millimetres));
    constexpr double per_millimetre = 36'000;
    return std::llround(millimetres * per_millimetre);
}

void add_place(pugi::xml_node transform, const Box& box) {
    const std::int64_t x = emu(box.x), y = emu(box.y);
    add(transform, "a:off", {{"x", std::to_string(x)}, {"y", std::to_string(y)}});
    add(transform, "a:ext",
        {{"cx", std::to_string(std::max<std::int64_t>(emu(box.right()) - x, 0))},
         {"cy", std::to_string(std::max<std::int64_t>(emu(box.bottom()) - y, 0))}});
}

void add_colour(pugi::xml_node parent, Colour colour) {
    add_rgb(add(parent, "a:solidFill"), colour);
}

void add_fill(pugi::xml_node parent, const std::optional<Fill>& fill) {
    if (!fill) {
        add(parent, "a:noFill");
    } else if (fill->pattern == Pattern::solid) {
        add_colour(parent, fill->colour);
    } else {
        const pugi::xml_node pattern = add(parent, "a:pattFill", {{"prst", preset(fill->pattern)}});
        add_rgb(add(pattern, "a:fgClr"), fill->colour);
        add_rgb(add(pattern, "a:bgClr"), fill->ground);
    }
}

void add_line(pugi::xml_node parent, const std::optional<Stroke>& stroke) {
    if (!stroke || stroke->width <= 0) {
        add(add(parent, "a:ln"), "a:noFill");
        return;
    }
    const pugi::xml_node line =
        add(parent, "a:ln", {{"w", std::to_string(emu(stroke->width))}, {"cap", "flat"}});
    add_colour(line, stroke->colour);
    if (!stroke->dashes.empty()) add_dashes(line, *stroke);
    add(line, "a:round");
}

}  // namespace cjm::render::detail
