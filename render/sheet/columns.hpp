// Owns: how wide the columns of a sheet are. Must not know: heights, drawing.
#pragma once
#include <vector>

#include "render/sheet/sheet.hpp"

namespace cjm::render::sheet {

/// What the columns of a sheet ask for, measured once.
struct Demand {
    Tokens tokens;
    double label_width = 0;     ///< of the labels of rows
    std::vector<double> least;  ///< per column
    std::vector<double> bulk;   ///< per column, square millimetres
};
[[nodiscard]] Demand measure_demand(const Sheet& sheet);

/// Columns first to last - 1 side by side in a width: more room for those that have more to show,
/// never less than they need. expects  first < last (contract)
[[nodiscard]] Ground set_columns(const Demand& demand, std::size_t first, std::size_t last,
                                 double width);
/// The width that those columns need at least, labels included.
[[nodiscard]] double least_width(const Demand& demand, std::size_t first, std::size_t last);
/// The width at which they look best where the page does not say.
[[nodiscard]] double pleasant_width(const Demand& demand);

}  // namespace cjm::render::sheet
