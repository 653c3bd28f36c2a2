#include "render/flow/rows.hpp"

#include <algorithm>

#include "render/flow/ports.hpp"

namespace cjm::render::flow {
namespace {

constexpr double gutter_margin = 1.4, outer_margin = 0.6;

/// What the cards of a row need.
struct Needs {
    double tray = 0;
    PortRoom room;
    bool arrow = false;  ///< something arrives from above
};

class RowSetter {
  public:
    RowSetter(const FlowGraph& graph, const Grid& grid, const Routing& routing, const Sizes& sizes,
              const Slack& slack)
        : graph_(graph), grid_(grid), routing_(routing), sizes_(sizes), slack_(slack) {
        rows_.card_heights.assign(grid.rows, 0);
        rows_.card_tops.assign(grid.rows, 0);
        rows_.ports.assign(grid.rows, 0);
        rows_.stations.assign(routing.stations.size(), 0);
        rows_.block_tops.assign(grid.lines.size(), 0);
        rows_.block_bottoms.assign(grid.lines.size(), 0);
    }

    Rows run(const std::vector<double>& along_extent) {
        find_needs();
        for (std::size_t i = 0; i < routing_.stations.size(); ++i) {
            const auto index = routing_.stations[i].index;
            switch (routing_.stations[i].kind) {
                case Station::Kind::gutter:
                    set_gutter(i, index, along_extent[i]);
                    break;
                case Station::Kind::above:
                    set_above(i, index, along_extent[i]);
                    break;
                case Station::Kind::row:
                    set_row(i, index);
                    break;
            }
        }
        rows_.height = y_;
        return std::move(rows_);
    }

  private:
    void find_needs() {
        needs_.assign(grid_.rows, {});
        for (std::size_t card = 0; card < grid_.cells.size(); ++card) {
            const auto row = grid_.cells[card].row;
            auto& needs = needs_[row];
            const auto room = port_room(graph_, grid_, routing_, sizes_, card);
            needs.room.above = std::max(needs.room.above, room.above);
            needs.room.below = std::max(needs.room.below, room.below);
            needs.tray = std::max(needs.tray, sizes_.tray_heights[card]);
            if (sizes_.tabs[card]) needs.arrow = true;
            raise(row, sizes_.card_heights[card]);
        }
        for (const auto& edge : graph_.edges)
            if (edge.back) needs_[grid_.cells[edge.to].row].arrow = true;
        for (std::size_t end = 0; end < grid_.end_cells.size(); ++end)
            raise(grid_.end_cells[end].row, sizes_.end_heights[end]);
    }

    void raise(std::size_t row, double least) {
        rows_.card_heights[row] = std::max(rows_.card_heights[row], least);
    }

    /// Between lines of blocks, above the first and below the last.
    void set_gutter(std::size_t station, std::size_t line, double lanes) {
        if (station > 0) rows_.block_bottoms[line - 1] = y_ += sizes_.measures.block_bottom;
        const bool outer = station == 0 || line == grid_.lines.size();
        const double margin = lanes > 0 ? gutter_margin : outer ? 0 : outer_margin + 1;
        rows_.stations[station] = y_ + margin;
        y_ += lanes + 2 * margin + (outer ? 0 : slack_.per_row);
        if (line == grid_.lines.size()) return;
        rows_.block_tops[line] = y_;
        y_ += header_height(line);
    }

    /// The channel above a row of cards.
    void set_above(std::size_t station, std::size_t row, double lanes) {
        const auto& measures = sizes_.measures;
        rows_.stations[station] = y_ + measures.lane_margin + slack_.per_row / 2;
        y_ += (lanes > 0 ? lanes + measures.lane_margin + 0.6 : 0.6) + slack_.per_row +
              (needs_[row].arrow ? measures.above_arrow : measures.above_plain);
    }

    void set_row(std::size_t station, std::size_t row) {
        const auto& room = needs_[row].room;
        raise(row, room.above + room.below);
        const double height = rows_.card_heights[row];
        rows_.card_tops[row] = y_;
        rows_.ports[row] = y_ + std::max(room.above, std::min(height / 2, height - room.below));
        rows_.stations[station] = rows_.ports[row];
        y_ += height + needs_[row].tray;
    }

    [[nodiscard]] double header_height(std::size_t line) const {
        if (grid_.ends_below() && line + 1 == grid_.lines.size()) return sizes_.ends_header;
        double height = 0;
        for (const auto& block : grid_.blocks)
            if (block.line == line) height = std::max(height, sizes_.header_heights[block.stage]);
        return height;
    }

    const FlowGraph& graph_;
    const Grid& grid_;
    const Routing& routing_;
    const Sizes& sizes_;
    const Slack& slack_;
    std::vector<Needs> needs_;  // per row
    Rows rows_;
    double y_ = 0;
};

}  // namespace

Rows set_rows(const FlowGraph& graph, const Grid& grid, const Routing& routing, const Sizes& sizes,
              const Slack& slack, const std::vector<double>& along_extent) {
    return RowSetter(graph, grid, routing, sizes, slack).run(along_extent);
}

}  // namespace cjm::render::flow
