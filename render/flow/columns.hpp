// Owns: where columns of cards, and the channels between them, stand from left to right. Must not
// know: rows, lanes' routes.
#pragma once
#include <vector>

#include "render/flow/place.hpp"

namespace cjm::render::flow {

/// Per channel: one left of every column, and a last one left of the ends.
struct Columns {
    std::vector<double> channels;    ///< x of the first lane
    std::vector<double> cards;       ///< left side of the cards (of the ends) right of the channel
    std::vector<double> label_ends;  ///< where labels of the edges from the left end
    double width = 0;                ///< of all
};

/// upright_extent  per channel: what its lanes take
[[nodiscard]] Columns set_columns(const FlowGraph& graph, const Grid& grid, const Sizes& sizes,
                                  const Slack& slack, const std::vector<double>& upright_extent);

/// Columns before anything has a place, so that lanes along can be told apart.
[[nodiscard]] Columns rough_columns(const Grid& grid);

}  // namespace cjm::render::flow
