// Owns: from cells and routes to millimetres: where cards, blocks, ends, edges and their labels
// stand. Must not know: text, colours, results.
#pragma once
#include <vector>

#include "render/flow/graph.hpp"
#include "render/flow/grid.hpp"
#include "render/flow/measures.hpp"
#include "render/flow/route.hpp"
#include "render/picture.hpp"

namespace cjm::render::flow {

struct Extent {
    double width = 0, height = 0;
};

/// How large the things are that get a place; measured by who draws them.
struct Sizes {
    Measures measures;
    std::vector<double> card_heights;    ///< per card, at least
    std::vector<double> tray_heights;    ///< per card: room below it for those who leave; 0 = none
    std::vector<bool> tabs;              ///< per card: whether a start tab sits on it
    std::vector<Extent> labels;          ///< per edge, at its source; 0 = none
    std::vector<double> edge_widths;     ///< per edge
    std::vector<double> header_heights;  ///< per stage; 0 = no header
    std::vector<double> end_heights;     ///< per end
    double ends_header = 0;              ///< title above the ends
};

/// The drawing at its natural size, origin at its top left corner.
struct Placement {
    double width = 0, height = 0;
    std::vector<Box> cards;
    std::vector<Box> blocks;  ///< per block of the grid
    std::vector<Box> ends;
    Box ends_block;
    std::vector<std::vector<Point>> lines;  ///< per edge, right-angled, from its card to its target
    std::vector<Point> labels;              ///< per edge: middle of the label's left side
};

/// Extra room given to each gap between columns and between rows, to fill a page.
struct Slack {
    double per_column = 0, per_row = 0;
};

/// Where the loops arrive on a card, from its left side, as part of its width.
inline constexpr double loop_entry = 0.66;

[[nodiscard]] Placement place(const FlowGraph& graph, const Grid& grid, const Routing& routing,
                              const Sizes& sizes, const Slack& slack);

}  // namespace cjm::render::flow
