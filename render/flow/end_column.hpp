// Owns: the heights at which the ends stand beside the grid. Must not know: how they look, columns.
#pragma once
#include <vector>

#include "render/flow/place.hpp"

namespace cjm::render::flow {

struct EndColumn {
    std::vector<double> middles;  ///< per end
    double bottom = 0;            ///< of the column
};

/// Outcomes stand beside the rows that most of their customers come from, in that order and without
/// overlap; ends that no edge leads to below them, or above, where that leaves room. row_ports
/// heights at which straight edges run, per row top, bottom  of the column as the rows have it; it
/// may grow
[[nodiscard]] EndColumn set_end_column(const FlowGraph& graph, const Grid& grid, const Sizes& sizes,
                                       const std::vector<double>& row_ports, double top,
                                       double bottom);

}  // namespace cjm::render::flow
