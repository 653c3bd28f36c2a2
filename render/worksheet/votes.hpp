// Owns: the column of dots to vote with, at the right of a worksheet's rows. Must not know: rows'
// contents.
#pragma once
#include "render/picture.hpp"
#include "render/sheet/strip.hpp"
#include "render/worksheet/content.hpp"

namespace cjm::render::worksheet {

/// width  of the column, its left at the origin; it stands beside the rows of the strip
[[nodiscard]] Group draw_votes(const Content& content, const sheet::Strip& strip, double width);

}  // namespace cjm::render::worksheet
