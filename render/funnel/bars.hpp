// Owns: the small parts that bars and charts of a funnel are drawn with. Must not know: what they
// show.
#pragma once
#include <cstddef>
#include <vector>

#include "render/picture.hpp"
#include "render/theme.hpp"

namespace cjm::render::funnel {

/// A faint line of a grid.
[[nodiscard]] Path upright_line(const Theme& theme, double x, double top, double bottom);
[[nodiscard]] Path level_line(const Theme& theme, double y, double left, double right);
/// Of `size`, its left middle at a point; it looks as bars of that cause do.
[[nodiscard]] Rectangle cause_swatch(const Theme& theme, std::size_t cause, Point at, double size);
/// An interval from one point to another on a level, with upright ends; nothing for an interval
/// without width.
void add_whisker(const Theme& theme, Point low, Point high, double height,
                 std::vector<Item>& items);

}  // namespace cjm::render::funnel
