// Owns: the heights of rows, channels along them and blocks of stages. Must not know: columns,
// lanes' routes.
#pragma once
#include <vector>

#include "render/flow/place.hpp"

namespace cjm::render::flow {

/// From the top of the page to its bottom.
struct Rows {
    std::vector<double> card_tops, card_heights;
    std::vector<double> ports;                      ///< where straight edges run
    std::vector<double> stations;                   ///< per station of the routing: its first lane
    std::vector<double> block_tops, block_bottoms;  ///< per line of the grid
    double height = 0;                              ///< of all
};

/// along_extent  per station: what its lanes take
[[nodiscard]] Rows set_rows(const FlowGraph& graph, const Grid& grid, const Routing& routing,
                            const Sizes& sizes, const Slack& slack,
                            const std::vector<double>& along_extent);

}  // namespace cjm::render::flow
