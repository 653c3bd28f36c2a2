// Owns: how the journeys of a funnel end and why customers left, in all. Must not know: pages.
#pragma once
#include <vector>

#include "render/funnel/scene.hpp"
#include "render/funnel/table.hpp"

namespace cjm::render::funnel {

struct TotalFace {
    TextItem title, share, interval;
    double height = 0;
    [[nodiscard]] double figure_width() const;
};

/// Two lists side by side, in the columns of the table above them.
struct Totals {
    Columns columns;
    TextItem ends_heading, causes_heading;
    std::vector<TotalFace> ends, causes;
    double cause_names = 0, cause_figures = 0;  ///< widths in the list of causes
    double height = 0;
};

[[nodiscard]] Totals measure_totals(const Scene& scene, double width);
/// With its top left corner at the origin.
[[nodiscard]] Group draw_totals(const Scene& scene, const Totals& totals);

}  // namespace cjm::render::funnel
