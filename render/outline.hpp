// Owns: outlines of shapes as straight lines, and what they meet. Must not know: pages, text.
#pragma once
#include <vector>

#include "render/picture.hpp"

namespace cjm::render {

/// Corners of straight lines; closed ones end where they begin.
using Polyline = std::vector<Point>;
using Outline = std::vector<Polyline>;

/// Curves become 16 straight lines each.
[[nodiscard]] Outline outline_of(const Path& path);
/// Corners are taken as sharp.
[[nodiscard]] Outline outline_of(const Rectangle& rectangle);
[[nodiscard]] Outline outline_of(const Box& box);

/// Smallest box around it; of size 0 for nothing.
[[nodiscard]] Box bounds(const Outline& outline);

/// Whether two boxes share more than a border `tolerance` wide.
[[nodiscard]] bool overlap(const Box& a, const Box& b, double tolerance);
/// Whether a box lies in another, give or take the tolerance; false for coordinates that are no
/// numbers.
[[nodiscard]] bool lies_within(const Box& inner, const Box& outer, double tolerance);

/// Whether a line of the outline passes through the box.
[[nodiscard]] bool passes_through(const Outline& outline, const Box& box);
/// Whether a point is inside by the nonzero rule; open lines count as closed, as they are filled.
[[nodiscard]] bool encloses(const Outline& outline, Point point);

}  // namespace cjm::render
