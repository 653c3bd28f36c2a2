// Owns: the bars of a funnel: how many reach each step, how many leave there and why, and how it
// all ends. Must not know: pages, time.
#pragma once
#include <cstddef>
#include <vector>

#include "render/funnel/axis.hpp"
#include "render/funnel/scene.hpp"
#include "render/legend.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::funnel {

/// Where the parts of a row stand from left to right.
struct Columns {
    double label_width = 0, bars_x = 0, bars_width = 0, figure_x = 0, figure_width = 0,
           losses_x = 0, losses_width = 0;
};
[[nodiscard]] Columns columns_for(double width);

/// A step's texts, measured.
struct RowFace {
    TextItem title, reach, interval;
    std::optional<TextItem> count;   ///< of its touchpoints
    std::vector<TextItem> left;      ///< lines: how many leave, of all and of those who came
    std::optional<TextItem> change;  ///< below the title: "changed", where a scenario does that
    std::optional<TextItem> reach_difference;  ///< below the interval
    Legend ways, causes;                       ///< how they leave, and why
    double height = 0;                         ///< of the row at least
};

/// Bars of some steps below one another.
struct Table {
    Columns columns;
    std::size_t first = 0;  ///< step
    TextItem reach_heading, losses_heading;
    std::vector<RowFace> rows;
    double heading_height = 0, height = 0;
};

/// Least width that it can be set in.
inline constexpr double least_table_width = 160;

/// Steps first to last - 1. expects  width >= least_table_width (contract)
[[nodiscard]] Table measure_table(const Scene& scene, std::size_t first, std::size_t last,
                                  double width);
/// With its top left corner at the origin, `height` high (at least as measured).
[[nodiscard]] Group draw_table(const Scene& scene, const Table& table, double height);

/// What a screen reader says about a step: "reached by 62 %, 8 % leave here, …".
[[nodiscard]] std::string describe_step(const Scene& scene, const Step& step);

}  // namespace cjm::render::funnel
