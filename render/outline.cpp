#include "render/outline.hpp"

#include <algorithm>

#include "render/overloaded.hpp"

namespace cjm::render {
namespace {

constexpr int lines_of_a_curve = 16;

Point on_curve(Point start, const CurveTo& curve, double t) {
    const double s = 1 - t;
    const double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return {a * start.x + b * curve.control1.x + c * curve.control2.x + d * curve.to.x,
            a * start.y + b * curve.control1.y + c * curve.control2.y + d * curve.to.y};
}

/// Clips the stretch [enter, leave] of a line to low <= start + t x change <= high; false where
/// nothing is left.
bool clip(double start, double change, double low, double high, double& enter, double& leave) {
    if (change == 0) return low <= start && start <= high;
    const double first = (low - start) / change, second = (high - start) / change;
    enter = std::max(enter, std::min(first, second));
    leave = std::min(leave, std::max(first, second));
    return enter <= leave;
}

bool line_meets(Point from, Point to, const Box& box) {
    double enter = 0, leave = 1;
    return clip(from.x, to.x - from.x, box.x, box.right(), enter, leave) &&
           clip(from.y, to.y - from.y, box.y, box.bottom(), enter, leave);
}

/// How often, with sign, the line from a to b winds past a ray to the right of the point.
int winding(Point a, Point b, Point point) {
    const double side = (b.x - a.x) * (point.y - a.y) - (point.x - a.x) * (b.y - a.y);
    if (a.y <= point.y && b.y > point.y && side > 0) return 1;
    if (a.y > point.y && b.y <= point.y && side < 0) return -1;
    return 0;
}

}  // namespace

Outline outline_of(const Path& path) {
    Outline outline;
    const auto last = [&]() -> Polyline& {
        if (outline.empty()) outline.emplace_back();
        return outline.back();
    };
    for (const Segment& segment : path.segments)
        std::visit(
            Overloaded{[&](const MoveTo& s) { outline.push_back({s.to}); },
                       [&](const LineTo& s) { last().push_back(s.to); },
                       [&](const CurveTo& s) {
                           const Point start = last().empty() ? s.control1 : last().back();
                           for (int i = 1; i <= lines_of_a_curve; ++i)
                               last().push_back(on_curve(start, s, i / double{lines_of_a_curve}));
                       },
                       [&](const ClosePath&) {
                           if (last().empty()) return;
                           const Point start = last().front();
                           last().push_back(start);
                           outline.push_back({start});
                       }},
            segment);
    std::erase_if(outline, [](const Polyline& line) { return line.size() < 2; });
    return outline;
}

Outline outline_of(const Rectangle& rectangle) {
    return outline_of(rectangle.box);
}

Outline outline_of(const Box& b) {
    return {{{b.x, b.y}, {b.right(), b.y}, {b.right(), b.bottom()}, {b.x, b.bottom()}, {b.x, b.y}}};
}

Box bounds(const Outline& outline) {
    if (outline.empty()) return {};
    Point low = outline[0][0], high = low;
    for (const Polyline& line : outline)
        for (const Point p : line) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        }
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

bool overlap(const Box& a, const Box& b, double tolerance) {
    return std::min(a.right(), b.right()) - std::max(a.x, b.x) > tolerance &&
           std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y) > tolerance;
}

bool lies_within(const Box& inner, const Box& outer, double tolerance) {
    return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance &&
           inner.right() <= outer.right() + tolerance &&
           inner.bottom() <= outer.bottom() + tolerance;
}

bool passes_through(const Outline& outline, const Box& box) {
    for (const Polyline& line : outline)
        for (std::size_t i = 1; i < line.size(); ++i)
            if (line_meets(line[i - 1], line[i], box)) return true;
    return false;
}

bool encloses(const Outline& outline, Point point) {
    int turns = 0;
    for (const Polyline& line : outline) {
        for (std::size_t i = 1; i < line.size(); ++i) turns += winding(line[i - 1], line[i], point);
        turns += winding(line.back(), line.front(), point);
    }
    return turns != 0;
}

}  // namespace cjm::render
