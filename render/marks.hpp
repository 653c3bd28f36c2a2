// Owns: the small drawn marks of the visual language. Must not know: layouts, themes.
#pragma once
#include "render/picture.hpp"

namespace cjm::render {

// Every mark fits a square of side `size` (millimetres) round its centre. Fills follow the nonzero
// rule, so that the holes in marks show what lies behind. All are one Path; give it a stroke for an
// outline.

[[nodiscard]] Path circle(Point centre, double size, Fill fill);
[[nodiscard]] Path triangle(Point centre, double size, Fill fill);  ///< pain: point up
[[nodiscard]] Path diamond(Point centre, double size, Fill fill);   ///< idea
[[nodiscard]] Path square(Point centre, double size, Fill fill);    ///< backstage
[[nodiscard]] Path star(Point centre, double size, Fill fill);      ///< moment of truth
[[nodiscard]] Path ghost(Point centre, double size, Fill fill);     ///< left without a word
[[nodiscard]] Path door(Point centre, double size,
                        Fill fill);  ///< left openly: an arrow out of a doorway
[[nodiscard]] Path tick(Point centre, double size, Fill fill);        ///< success
[[nodiscard]] Path cross(Point centre, double size, Fill fill);       ///< lost
[[nodiscard]] Path loop_arrow(Point centre, double size, Fill fill);  ///< going back
[[nodiscard]] Path hourglass(Point centre, double size, Fill fill);   ///< wait, patience
[[nodiscard]] Path outside_badge(Point centre, double size,
                                 Fill fill);  ///< out of our control: an arrow leaving a box
[[nodiscard]] Path folded_page(Point centre, double size, Fill fill);  ///< told in the notes

/// Head of an arrow that ends at `tip`, coming from the direction of `from` (any point but the
/// tip); as long as `size` and 0.8 as wide. End the line at line_end() so that it does not show
/// beyond the tip.
[[nodiscard]] Path arrow_head(Point tip, Point from, double size, Fill fill);
/// Where the line under arrow_head(tip, from, size) ends.
[[nodiscard]] Point line_end(Point tip, Point from, double size);

/// Sector of a circle of diameter `size`, clockwise between two turns from the top, 0 <= from <= to
/// <= 1: a bubble split into shares.
[[nodiscard]] Path sector(Point centre, double size, double from_turn, double to_turn, Fill fill);

/// Heading band of a stage with its point to the right, `point` millimetres deep; `notched` where
/// another precedes it.
[[nodiscard]] Path chevron(const Box& box, double point, bool notched, Fill fill);

}  // namespace cjm::render
