// Owns: the geometry of the patterns, so that all writers draw the same. Must not know: file
// formats.
#pragma once
#include "render/picture.hpp"

namespace cjm::render {

/// A pattern as families of parallel lines or a lattice of dots, all on one grid fixed to the
/// page's origin.
struct Hatch {
    double step = 1;                       ///< side of the square that repeats, millimetres
    double width = 0;                      ///< of the lines; 0 = none
    double dot_radius = 0;                 ///< of one dot in the middle of each square; 0 = none
    bool rising = false, falling = false;  ///< the diagonals of each square
    bool level = false, upright = false;   ///< lines through the middle of each square
};

/// expects  a pattern other than solid (contract)
[[nodiscard]] Hatch hatch_of(Pattern pattern);

}  // namespace cjm::render
