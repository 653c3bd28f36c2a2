// Owns: a smooth curve through points that never overshoots them. Must not know: what it shows.
#pragma once
#include <span>
#include <vector>

#include "render/picture.hpp"

namespace cjm::render::map {

/// Slopes of a monotone cubic through points of rising x, one per point: between two neighbours the
/// curve never leaves their heights, and it is level at every high and low. Source: Fritsch and
/// Carlson 1980, SIAM Journal on Numerical Analysis 17, with the limiter of their section 3.
[[nodiscard]] std::vector<double> monotone_slopes(std::span<const Point> points);

/// The curve, from the first point to the last; begins with a MoveTo, or with a LineTo where `on`
/// is set, for closed shapes. expects x strictly rising, or falling, throughout (contract)
[[nodiscard]] std::vector<Segment> smooth_through(std::span<const Point> points, bool on = false);

/// From `first` to `last`.
struct Stretch {
    double first = 0, last = 0;
};
/// The curve but for what lies over some stretches of x, in any order. expects  x strictly rising
[[nodiscard]] std::vector<Segment> smooth_but(std::span<const Point> points,
                                              std::vector<Stretch> gaps);

/// The curve as a fine line from the first point to the last, a point every `step` or closer.
[[nodiscard]] std::vector<Point> sampled(std::span<const Point> points, double step);

/// Its height at an x between the first and the last point.
[[nodiscard]] double height_at(std::span<const Point> points, double x);

}  // namespace cjm::render::map
