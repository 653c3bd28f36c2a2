// Owns: how the parts of a funnel share the inside of a page. Must not know: headings, paper.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "render/funnel/scene.hpp"
#include "render/funnel/survival.hpp"
#include "render/funnel/table.hpp"
#include "render/funnel/totals.hpp"

namespace cjm::render::funnel {

/// Where the curve stands, and over how many columns the bars go.
struct Arrangement {
    std::size_t columns = 1;
    bool beside = false;  ///< the curve beside the bars, else below them
};

/// Measured for a width.
struct Body {
    Arrangement arrangement;
    double table_width = 0;
    std::vector<Table> tables;  ///< one a column
    Totals totals;              ///< below the last
    std::optional<SurvivalChart> survival;
    double bars_height = 0;  ///< of the highest column
    double height = 0;
};

/// The width under which it cannot be set.
[[nodiscard]] double least_width(const Scene& scene, const Arrangement& arrangement);
/// expects  width >= least_width (contract)
[[nodiscard]] Body measure_body(const Scene& scene, const Arrangement& arrangement, double width);
/// With its top left corner at the origin; takes up to `height` where that looks well.
/// returns  with the height that it took as frame
[[nodiscard]] Group draw_body(const Scene& scene, const Body& body, double height);

}  // namespace cjm::render::funnel
