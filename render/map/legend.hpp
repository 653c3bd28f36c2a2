// Owns: the legend of a map: what occurs in it, row by row, and nothing else. Must not know: pages.
#pragma once
#include <string>
#include <vector>

#include "render/legend.hpp"
#include "render/map/content.hpp"
#include "render/map/curve_row.hpp"

namespace cjm::render::map {

/// An entry and the ids of the rows in which its sign may stand; none = anywhere.
struct MapLegendEntry {
    LegendEntry entry;
    std::vector<std::string> rows;
    std::string unless = {};  ///< a row beside which another entry explains the sign
};

/// Drawn through the content's scene, which must outlive them.
[[nodiscard]] std::vector<MapLegendEntry> legend_entries(const Content& content,
                                                         const Curves& curves);
/// The entries whose signs stand in these rows of the sheet.
[[nodiscard]] std::vector<LegendEntry> entries_in(const std::vector<MapLegendEntry>& legend,
                                                  const sheet::Sheet& sheet, sheet::Range rows);

}  // namespace cjm::render::map
