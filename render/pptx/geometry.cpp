#include "render/pptx/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "render/overloaded.hpp"
#include "render/pptx/drawingml.hpp"

namespace cjm::render::detail {
namespace {

void add_preset(pugi::xml_node properties, const char* preset, const std::string& corner) {
    const pugi::xml_node values = add(add(properties, "a:prstGeom", {{"prst", preset}}), "a:avLst");
    if (!corner.empty()) add(values, "a:gd", {{"name", "adj"}, {"fmla", "val " + corner}});
}

/// Writes points relative to a corner.
class PathWriter {
  public:
    PathWriter(pugi::xml_node path, Point corner)
        : path_(path), x_(emu(corner.x)), y_(emu(corner.y)) {}

    void write(const Segment& segment) {
        std::visit(Overloaded{[this](const MoveTo& s) { add_point(add(path_, "a:moveTo"), s.to); },
                              [this](const LineTo& s) { add_point(add(path_, "a:lnTo"), s.to); },
                              [this](const CurveTo& s) {
                                  const pugi::xml_node curve = add(path_, "a:cubicBezTo");
                                  add_point(curve, s.control1);
                                  add_point(curve, s.control2);
                                  add_point(curve, s.to);
                              },
                              [this](const ClosePath&) { add(path_, "a:close"); }},
                   segment);
    }

  private:
    void add_point(pugi::xml_node parent, Point point) const {
        add(parent, "a:pt",
            {{"x", std::to_string(emu(point.x) - x_)}, {"y", std::to_string(emu(point.y) - y_)}});
    }

    pugi::xml_node path_;
    std::int64_t x_, y_;
};

}  // namespace

Box reach_of(const Path& path) {
    constexpr double far = std::numeric_limits<double>::infinity();
    Point low{far, far}, high{-far, -far};
    const auto take = [&](Point point) {
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    };
    for (const Segment& segment : path.segments)
        std::visit(Overloaded{[&](const CurveTo& s) {
                                  take(s.control1);
                                  take(s.control2);
                                  take(s.to);
                              },
                              [](const ClosePath&) {}, [&](const auto& s) { take(s.to); }},
                   segment);
    if (low.x > high.x) return {};
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

bool is_straight_line(const Path& path) {
    return !path.fill && path.segments.size() == 2 &&
           std::holds_alternative<MoveTo>(path.segments[0]) &&
           std::holds_alternative<LineTo>(path.segments[1]);
}

void add_geometry(pugi::xml_node properties, const Rectangle& rectangle) {
    const double side = std::min(rectangle.box.width, rectangle.box.height);
    if (rectangle.radius <= 0 || side <= 0) {
        add_preset(properties, "rect", "");
        return;
    }
    constexpr double most = 50'000;  // hundred-thousandths of the shorter side: a half circle
    const double corner = std::min(rectangle.radius / side * 100'000, most);
    add_preset(properties, "roundRect", std::to_string(std::llround(corner)));
}

void add_geometry(pugi::xml_node properties, const Path& path) {
    const Box reach = reach_of(path);
    const pugi::xml_node geometry = add(properties, "a:custGeom");
    for (const char* list : {"a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"}) add(geometry, list);
    add(geometry, "a:rect", {{"l", "0"}, {"t", "0"}, {"r", "r"}, {"b", "b"}});
    const pugi::xml_node drawn = add(add(geometry, "a:pathLst"), "a:path",
                                     {{"w", std::to_string(emu(reach.right()) - emu(reach.x))},
                                      {"h", std::to_string(emu(reach.bottom()) - emu(reach.y))}});
    if (!path.fill) pugi::xml_node(drawn).append_attribute("fill") = "none";
    PathWriter writer(drawn, {reach.x, reach.y});
    for (const Segment& segment : path.segments) writer.write(segment);
}

}  // namespace cjm::render::detail
