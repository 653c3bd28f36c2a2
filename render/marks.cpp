#include "render/marks.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <utility>

#include "base/contract.hpp"

namespace cjm::render {
namespace {

/// Draws in a unit square: (-1, -1) is the top left corner of the mark, (1, 1) its bottom right
/// one.
class Pen {
  public:
    Pen(Point centre, double size, Fill fill) : centre_(centre), half_(size / 2) {
        path_.fill = fill;
    }

    Pen& move(double x, double y) { return add(MoveTo{at(x, y)}); }
    Pen& line(double x, double y) { return add(LineTo{at(x, y)}); }
    Pen& curve(double x1, double y1, double x2, double y2, double x, double y) {
        return add(CurveTo{at(x1, y1), at(x2, y2), at(x, y)});
    }
    Pen& close() { return add(ClosePath{}); }
    /// A closed shape of straight lines through pairs of x and y.
    Pen& shape(std::initializer_list<Point> corners) {
        bool first = true;
        for (const Point corner : corners) {
            first ? move(corner.x, corner.y) : line(corner.x, corner.y);
            first = false;
        }
        return close();
    }
    /// Part of a circle, clockwise by `turns` from an angle in turns from the top; begins a line to
    /// its start.
    Pen& arc(double x, double y, double radius, double from_turn, double turns) {
        const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(turns) * 4 - 1e-9)));
        const double angle = 2 * std::numbers::pi * turns / pieces;
        const double reach = 4.0 / 3.0 * std::tan(angle / 4) * radius;
        double now = 2 * std::numbers::pi * (from_turn - 0.25);
        for (int i = 0; i < pieces; ++i, now += angle) {
            const double c1 = std::cos(now), s1 = std::sin(now);
            const double c2 = std::cos(now + angle), s2 = std::sin(now + angle);
            curve(x + radius * c1 - reach * s1, y + radius * s1 + reach * c1,
                  x + radius * c2 + reach * s2, y + radius * s2 - reach * c2, x + radius * c2,
                  y + radius * s2);
        }
        return *this;
    }
    /// A whole circle; turns = -1 makes a hole.
    Pen& ring(double x, double y, double radius, double turns = 1) {
        return move(x, y - radius).arc(x, y, radius, 0, turns).close();
    }
    [[nodiscard]] Path take() { return std::move(path_); }

  private:
    [[nodiscard]] Point at(double x, double y) const {
        return {centre_.x + half_ * x, centre_.y + half_ * y};
    }
    Pen& add(Segment segment) {
        path_.segments.push_back(segment);
        return *this;
    }

    Point centre_;
    double half_;
    Path path_;
};

/// Unit vector from `from` to `tip`.
Point direction(Point tip, Point from) {
    const double length = std::hypot(tip.x - from.x, tip.y - from.y);
    CJM_EXPECTS(length > 0);
    return {(tip.x - from.x) / length, (tip.y - from.y) / length};
}

}  // namespace

Path circle(Point centre, double size, Fill fill) {
    return Pen(centre, size, fill).ring(0, 0, 1).take();
}

Path triangle(Point centre, double size, Fill fill) {
    return Pen(centre, size, fill).shape({{0, -0.85}, {0.98, 0.85}, {-0.98, 0.85}}).take();
}

Path diamond(Point centre, double size, Fill fill) {
    return Pen(centre, size, fill).shape({{0, -1}, {0.86, 0}, {0, 1}, {-0.86, 0}}).take();
}

Path square(Point centre, double size, Fill fill) {
    return Pen(centre, size, fill)
        .shape({{-0.8, -0.8}, {0.8, -0.8}, {0.8, 0.8}, {-0.8, 0.8}})
        .take();
}

Path star(Point centre, double size, Fill fill) {
    constexpr double inner =
        0.42;  // a little fuller than the regular pentagram, so that it reads when small
    Pen pen(centre, size, fill);
    for (int i = 0; i < 10; ++i) {
        const double angle = std::numbers::pi * i / 5, radius = i % 2 == 0 ? 1 : inner;
        const double x = radius * std::sin(angle), y = 0.05 - radius * std::cos(angle);
        i == 0 ? pen.move(x, y) : pen.line(x, y);
    }
    return pen.close().take();
}

Path ghost(Point centre, double size, Fill fill) {
    return Pen(centre, size, fill)
        .move(-0.78, 0.95)
        .line(-0.78, -0.2)
        .curve(-0.78, -0.68, -0.43, -1, 0, -1)
        .curve(0.43, -1, 0.78, -0.68, 0.78, -0.2)
        .line(0.78, 0.95)
        .line(0.4, 0.6)
        .line(0, 0.95)
        .line(-0.4, 0.6)
        .close()
        .ring(-0.3, -0.25, 0.17, -1)
        .ring(0.3, -0.25, 0.17, -1)
        .take();
}

Path door(Point centre, double size, Fill fill) {
    return Pen(centre, size, fill)
        .shape({{0.1, -0.95},
                {0.1, -0.65},
                {-0.6, -0.65},
                {-0.6, 0.65},
                {0.1, 0.65},
                {0.1, 0.95},
                {-0.9, 0.95},
                {-0.9, -0.95}})
        .shape({{-0.3, -0.15},
                {0.4, -0.15},
                {0.4, -0.5},
                {1, 0},
                {0.4, 0.5},
                {0.4, 0.15},
                {-0.3, 0.15}})
        .take();
}

Path tick(Point centre, double size, Fill fill) {
    return Pen(centre, size, fill)
        .shape({{-0.95, 0.08},
                {-0.62, -0.25},
                {-0.25, 0.12},
                {0.62, -0.75},
                {0.95, -0.42},
                {-0.25, 0.78}})
        .take();
}

Path cross(Point centre, double size, Fill fill) {
    constexpr double far = 0.8, near = 0.24;
    return Pen(centre, size, fill)
        .shape({{0, -near},
                {far - near, -far},
                {far, near - far},
                {near, 0},
                {far, far - near},
                {far - near, far},
                {0, near},
                {near - far, far},
                {-far, far - near},
                {-near, 0},
                {-far, near - far},
                {near - far, -far}})
        .take();
}

Path loop_arrow(Point centre, double size, Fill fill) {
    constexpr double outer = 0.85, inner = 0.55;
    // three quarters of a ring from the right, clockwise to the top, with its head there
    return Pen(centre, size, fill)
        .move(outer, 0)
        .arc(0, 0, outer, 0.25, 0.75)
        .line(0, -1.0)
        .line(0.6, -0.7)
        .line(0, -0.4)
        .line(0, -inner)
        .arc(0, 0, inner, 1, -0.75)
        .close()
        .take();
}

Path hourglass(Point centre, double size, Fill fill) {
    return Pen(centre, size, fill)
        .shape({{-0.7, -0.95},
                {0.7, -0.95},
                {0.7, -0.7},
                {0.12, 0},
                {0.7, 0.7},
                {0.7, 0.95},
                {-0.7, 0.95},
                {-0.7, 0.7},
                {-0.12, 0},
                {-0.7, -0.7}})
        .take();
}

Path outside_badge(Point centre, double size, Fill fill) {
    return Pen(centre, size, fill)
        .shape({{-0.9, -0.6},
                {-0.1, -0.6},
                {-0.1, -0.34},
                {-0.64, -0.34},
                {-0.64, 0.64},
                {0.34, 0.64},
                {0.34, 0.1},
                {0.6, 0.1},
                {0.6, 0.9},
                {-0.9, 0.9}})
        .shape({{0.1, -0.9},
                {0.9, -0.9},
                {0.9, -0.1},
                {0.6, -0.4},
                {-0.05, 0.25},
                {-0.25, 0.05},
                {0.4, -0.6}})
        .take();
}

Path folded_page(Point centre, double size, Fill fill) {
    return Pen(centre, size, fill)
        .shape({{-0.72, -0.94},
                {0.22, -0.94},
                {0.22, -0.44},
                {0.72, -0.44},
                {0.72, 0.94},
                {-0.72, 0.94}})
        .shape({{0.36, -0.94}, {0.72, -0.58}, {0.36, -0.58}})
        .take();
}

Path arrow_head(Point tip, Point from, double size, Fill fill) {
    const Point along = direction(tip, from);
    const Point base{tip.x - along.x * size, tip.y - along.y * size};
    const double half = 0.4 * size;
    Path path;
    path.fill = fill;
    path.segments = {MoveTo{tip}, LineTo{{base.x - along.y * half, base.y + along.x * half}},
                     LineTo{{tip.x - along.x * size * 0.8, tip.y - along.y * size * 0.8}},
                     LineTo{{base.x + along.y * half, base.y - along.x * half}}, ClosePath{}};
    return path;
}

Point line_end(Point tip, Point from, double size) {
    const Point along = direction(tip, from);
    return {tip.x - along.x * size * 0.7, tip.y - along.y * size * 0.7};
}

Path sector(Point centre, double size, double from_turn, double to_turn, Fill fill) {
    CJM_EXPECTS(0 <= from_turn && from_turn <= to_turn && to_turn <= 1);
    if (to_turn - from_turn >= 1) return circle(centre, size, fill);
    const double angle = 2 * std::numbers::pi * (from_turn - 0.25);
    return Pen(centre, size, fill)
        .move(0, 0)
        .line(std::cos(angle), std::sin(angle))
        .arc(0, 0, 1, from_turn, to_turn - from_turn)
        .close()
        .take();
}

Path chevron(const Box& box, double point, bool notched, Fill fill) {
    const double middle = box.y + box.height / 2;
    Path path;
    path.fill = fill;
    path.segments = {MoveTo{{box.x, box.y}}, LineTo{{box.right() - point, box.y}},
                     LineTo{{box.right(), middle}}, LineTo{{box.right() - point, box.bottom()}},
                     LineTo{{box.x, box.bottom()}}};
    if (notched) path.segments.emplace_back(LineTo{{box.x + point, middle}});
    path.segments.emplace_back(ClosePath{});
    return path;
}

}  // namespace cjm::render
