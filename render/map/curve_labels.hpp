// Owns: which points of a curve are labelled, with what, and where the labels go without touching
// anything. Must not know: colours, how the curve is drawn.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "render/map/curve_row.hpp"

namespace cjm::render::map {

/// What stands at a point of the main curve.
struct CurveLabel {
    std::size_t point = 0;  ///< position in the points
    std::string heading;    ///< "Highest · +0.53", or only the value
    std::string quote;      ///< empty = none
    bool above = true;
    bool marked = false;  ///< a high, a low, the peak or the end: drawn with a face
};

/// All labels, the most important first: high, low, end, the other highs and lows, the rest.
[[nodiscard]] std::vector<CurveLabel> choose_labels(const Content& content, const Curves& curves,
                                                    const Curve& curve);

/// Lines that labels keep off: never on hard ones; important labels may lie on soft ones, on a
/// plate of their own.
struct Obstacles {
    std::vector<std::vector<Point>> hard, soft;  ///< fine lines, from the left
    std::vector<Box> boxes;
};

/// A label set and placed.
struct PlacedLabel {
    std::optional<Box> plate;  ///< where it lies on a soft line
    CurveLabel label;
    TextItem heading;
    TextItem quote;  ///< no lines where there is none
};

/// Places as many as find room, in their order: above or below their points, within `box`, off the
/// obstacles and off one another.
[[nodiscard]] std::vector<PlacedLabel> place_labels(const Content& content,
                                                    const std::vector<CurveLabel>& labels,
                                                    const std::vector<Point>& points,
                                                    const Box& box, Obstacles obstacles);

}  // namespace cjm::render::map
