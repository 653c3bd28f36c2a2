#include "render/map/curve_shape.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/contract.hpp"

namespace cjm::render::map {

std::vector<double> monotone_slopes(std::span<const Point> points) {
    const std::size_t count = points.size();
    std::vector<double> slopes(count, 0.0), secants;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        CJM_EXPECTS(points[i + 1].x != points[i].x);
        secants.push_back((points[i + 1].y - points[i].y) / (points[i + 1].x - points[i].x));
    }
    if (secants.empty()) return slopes;
    slopes.front() = secants.front();
    slopes.back() = secants.back();
    for (std::size_t i = 1; i + 1 < count; ++i)
        slopes[i] = secants[i - 1] * secants[i] <= 0 ? 0 : (secants[i - 1] + secants[i]) / 2;
    for (std::size_t i = 0; i < secants.size(); ++i) {
        if (secants[i] == 0) {
            slopes[i] = slopes[i + 1] = 0;
            continue;
        }
        const double a = slopes[i] / secants[i], b = slopes[i + 1] / secants[i];
        const double length = std::hypot(a, b);
        constexpr double limit = 3;
        if (length <= limit) continue;
        slopes[i] = limit * a / length * secants[i];
        slopes[i + 1] = limit * b / length * secants[i];
    }
    return slopes;
}

namespace {

/// Height between two points with these slopes (Hermite).
double between(Point a, Point b, double slope_a, double slope_b, double x) {
    const double width = b.x - a.x, t = (x - a.x) / width, u = 1 - t;
    return u * u * (1 + 2 * t) * a.y + t * t * (3 - 2 * t) * b.y +
           width * (t * u * u * slope_a - t * t * u * slope_b);
}

/// Its slope there.
double slope_between(Point a, Point b, double slope_a, double slope_b, double x) {
    const double width = b.x - a.x, t = (x - a.x) / width, u = 1 - t;
    return 6 * t * u * (b.y - a.y) / width + u * (u - 2 * t) * slope_a + t * (t - 2 * u) * slope_b;
}

CurveTo curve_to(Point a, Point b, double slope_a, double slope_b) {
    const double third = (b.x - a.x) / 3;
    return {{a.x + third, a.y + slope_a * third}, {b.x - third, b.y - slope_b * third}, b};
}

/// What the gaps leave of a stretch, from the left. gaps  by where they begin
std::vector<Stretch> rest_of(Stretch whole, const std::vector<Stretch>& gaps) {
    std::vector<Stretch> rest;
    for (const Stretch& gap : gaps) {
        if (gap.last <= whole.first) continue;
        if (gap.first >= whole.last) break;
        if (gap.first > whole.first) rest.push_back({whole.first, gap.first});
        whole.first = gap.last;
    }
    if (whole.first < whole.last) rest.push_back(whole);
    return rest;
}

}  // namespace

std::vector<Segment> smooth_through(std::span<const Point> points, bool on) {
    std::vector<Segment> segments;
    if (points.empty()) return segments;
    if (on)
        segments.emplace_back(LineTo{points.front()});
    else
        segments.emplace_back(MoveTo{points.front()});
    const std::vector<double> slopes = monotone_slopes(points);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        segments.emplace_back(curve_to(points[i], points[i + 1], slopes[i], slopes[i + 1]));
    }
    return segments;
}

std::vector<Segment> smooth_but(std::span<const Point> points, std::vector<Stretch> gaps) {
    std::sort(gaps.begin(), gaps.end(),
              [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
    std::vector<Segment> segments;
    const std::vector<double> slopes = monotone_slopes(points);
    double reached = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Point a = points[i], b = points[i + 1];
        CJM_EXPECTS(a.x < b.x);
        for (const Stretch& kept : rest_of({a.x, b.x}, gaps)) {
            const auto point = [&](double x) {
                return Point{x, between(a, b, slopes[i], slopes[i + 1], x)};
            };
            const auto slope = [&](double x) {
                return slope_between(a, b, slopes[i], slopes[i + 1], x);
            };
            const Point from = point(kept.first), to = point(kept.last);
            if (kept.first > reached) segments.emplace_back(MoveTo{from});
            segments.emplace_back(curve_to(from, to, slope(kept.first), slope(kept.last)));
            reached = kept.last;
        }
    }
    return segments;
}

std::vector<Point> sampled(std::span<const Point> points, double step) {
    CJM_EXPECTS(step > 0);
    std::vector<Point> line;
    const std::vector<double> slopes = monotone_slopes(points);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Point a = points[i], b = points[i + 1];
        const auto pieces = static_cast<int>(std::ceil(std::abs(b.x - a.x) / step));
        for (int piece = 0; piece < pieces; ++piece) {
            const double x = a.x + (b.x - a.x) * piece / pieces;
            line.push_back({x, between(a, b, slopes[i], slopes[i + 1], x)});
        }
    }
    if (!points.empty()) line.push_back(points.back());
    return line;
}

double height_at(std::span<const Point> points, double x) {
    CJM_EXPECTS(!points.empty());
    const std::vector<double> slopes = monotone_slopes(points);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Point a = points[i], b = points[i + 1];
        if (x < std::min(a.x, b.x) || x > std::max(a.x, b.x)) continue;
        return between(a, b, slopes[i], slopes[i + 1], x);
    }
    return x < points.front().x ? points.front().y : points.back().y;
}

}  // namespace cjm::render::map
