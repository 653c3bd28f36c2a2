// Owns: how what a scenario changes is marked in every view: a sign, a word, and the style of a
// line. Must not know: layouts.
#pragma once
#include <vector>

#include "journey/change.hpp"
#include "render/picture.hpp"
#include "render/theme.hpp"

namespace cjm::render {

/// The sign of a kind on a disc: "≠" changed, "+" new, "−" gone; fits a square of side `size`.
[[nodiscard]] Group change_sign(const Theme& theme, ChangeKind kind, Point centre, double size);

/// A frame just inside a box: one bold line round what is changed, a double one round what is new,
/// a dotted one round what is gone.
[[nodiscard]] std::vector<Item> change_frame(const Theme& theme, ChangeKind kind, const Box& box,
                                             double radius);

/// Lines along a way that is `width` wide, to be painted over it in order: a thin one on what is
/// changed, a double one for what is new, dots for what is gone.
[[nodiscard]] std::vector<Stroke> change_strokes(const Theme& theme, ChangeKind kind, double width);

}  // namespace cjm::render
