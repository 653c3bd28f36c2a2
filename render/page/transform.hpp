// Owns: moving and scaling what is drawn. Must not know: what it is.
#pragma once
#include "render/page/paper.hpp"
#include "render/picture.hpp"

namespace cjm::render {

/// Everything in it moved by (dx, dy) millimetres, frames included.
[[nodiscard]] Group translated(Group group, double dx, double dy);
/// Everything in it `factor` times as large about the origin: type sizes, strokes and measured
/// widths included; lines stay broken as they are. Patterns keep their grain. expects  factor > 0
/// (contract)
[[nodiscard]] Group scaled(Group group, double factor);
/// Pages and all that is on them.
[[nodiscard]] Picture scaled(Picture picture, double factor);

/// The largest factor that makes a drawing of this size fit into a box, and where it then goes to
/// lie in its middle.
struct Placement {
    double factor = 1;
    Point corner;
};
/// expects  a drawing of positive size (contract)
[[nodiscard]] Placement fitted(PageSize drawing, const Box& box);

}  // namespace cjm::render
