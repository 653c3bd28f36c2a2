// Owns: the legend of a map: what occurs in it, and nothing else. Must not know: pages.
#pragma once
#include <vector>

#include "render/legend.hpp"
#include "render/map/content.hpp"
#include "render/map/curve_row.hpp"

namespace cjm::render::map {

/// Drawn through the content's scene, which must outlive them.
[[nodiscard]] std::vector<LegendEntry> legend_entries(const Content& content, const Curves& curves);

}  // namespace cjm::render::map
