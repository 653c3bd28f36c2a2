// Owns: which cell of the page's grid each card stands in, and the blocks of cells that stages
// take. Must not know: millimetres.
#pragma once
#include <cstddef>
#include <vector>

#include "render/flow/graph.hpp"
#include "render/flow/order.hpp"

namespace cjm::render::flow {

struct Cell {
    std::size_t column = 0, row = 0;  ///< rows are counted over the whole page
};

/// The cells of one stage: a rectangle of columns within one line of the page.
struct Block {
    std::size_t stage = 0, line = 0;
    std::size_t first_column = 0, columns = 0;
    std::size_t first_row = 0, rows = 0;
};

/// Stages are set like words: side by side in a line, then in the next line.
struct Line {
    std::size_t first_row = 0, rows = 0;
};

struct Grid {
    std::size_t columns = 0, rows = 0;
    std::size_t folds = 0;  ///< how often a stage starts anew below its first column, or a layer
                            ///< continues beside itself
    std::vector<Line> lines;
    std::vector<Block> blocks;
    std::vector<Cell> cells;      ///< per card
    std::vector<Cell> end_cells;  ///< per end where the ends take the last line; else empty: they
                                  ///< stand beside the grid
    [[nodiscard]] bool ends_below() const { return !end_cells.empty(); }
};

/// How a journey is folded onto the page.
struct Folding {
    std::size_t line_columns = 6;  ///< columns of a line, at most
    std::size_t stage_columns =
        6;  ///< columns of a stage; longer ones continue below, within their block
    std::size_t stage_rows = 4;  ///< a layer of more cards is spread over several columns
    bool ends_below =
        false;  ///< the ends take a line of their own, else they stand beside all lines
};

[[nodiscard]] Grid fold(const FlowGraph& graph, const Ordering& ordering, const Folding& folding);

}  // namespace cjm::render::flow
