// Owns: the bar that shows whether paper was printed at its true size. Must not know: what else is
// on the page.
#pragma once
#include "base/language.hpp"
#include "render/picture.hpp"

namespace cjm::render {

/// A bar of exactly 100 mm with a tick each centimetre, its caption at its right.
///
/// corner  top left; the caption is cut to fit `width`, which is over 100 mm
[[nodiscard]] Group check_bar(Point corner, double width, Language language, Colour ink);
inline constexpr double check_bar_height = 2.8;  ///< millimetres

/// The picture with a check bar in the bottom margin of each page, where that is free and wide
/// enough.
[[nodiscard]] Picture with_check_bars(Picture picture);

}  // namespace cjm::render
