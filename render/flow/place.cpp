#include "render/flow/place.hpp"

#include <algorithm>
#include <cmath>

#include "render/flow/columns.hpp"
#include "render/flow/end_column.hpp"
#include "render/flow/net_lanes.hpp"
#include "render/flow/ports.hpp"
#include "render/flow/rows.hpp"
#include "render/flow/widths.hpp"

namespace cjm::render::flow {
namespace {

/// Assigns lanes and coordinates; runs a few times, since lanes along need to know where the
/// upright ones are and vice versa.
class Placer {
  public:
    Placer(const FlowGraph& graph, const Grid& grid, const Routing& routing, const Sizes& sizes,
           const Slack& slack)
        : graph_(graph),
          grid_(grid),
          routing_(routing),
          sizes_(sizes),
          slack_(slack),
          most_(most_traffic(graph)),
          columns_(rough_columns(grid)) {
        collect_moves();
    }

    Placement run() {
        constexpr int rounds = 3;
        for (int round = 0; round < rounds; ++round) {
            make_along_lanes();
            rows_ = set_rows(graph_, grid_, routing_, sizes_, slack_, along_extent_);
            set_ends();
            ports_ = assign_ports(graph_, grid_, routing_, sizes_, rows_.ports, end_y_);
            make_upright_lanes();
            columns_ = set_columns(graph_, grid_, sizes_, slack_, upright_extent_);
        }
        return result();
    }

  private:
    // --- which unit steps each net takes -------------------------------------------------------
    void collect_moves() {
        for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge) {
            const auto net = routing_.net_of[edge];
            const auto& route = routing_.routes[edge];
            const double traffic = graph_.edges[edge].traffic;
            for (std::size_t i = 1; i < route.size(); ++i) {
                const auto a = std::min(route[i - 1].station, route[i].station);
                const auto c = std::min(route[i - 1].channel, route[i].channel);
                if (route[i - 1].station == route[i].station) {
                    if (routing_.stations[a].kind != Station::Kind::row) {
                        along_.add_step(net, a, c, traffic);
                    }
                } else {
                    upright_.add_step(net, c, a, traffic);
                }
            }
        }
    }

    // --- lanes along the rows ------------------------------------------------------------------
    void make_along_lanes() {
        along_.make(most_);
        for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge) connect_along(edge);
        along_extent_.clear();
        for (std::size_t station = 0; station < routing_.stations.size(); ++station) {
            along_extent_.push_back(along_.set(station, sizes_.measures.lane_gap));
        }
    }

    void connect_along(std::size_t edge) {
        const auto net = routing_.net_of[edge];
        const auto& route = routing_.routes[edge];
        for (std::size_t i = 0; i < route.size(); ++i) {
            auto* lane = along_.at(net, route[i].station, route[i].channel);
            if (!lane) continue;
            const double x = upright_x(net, route[i]);
            for (const auto neighbour :
                 {i - 1, i + 1}) {  // i - 1 wraps for the first: out of range
                if (neighbour >= route.size() || route[neighbour].station == route[i].station)
                    continue;
                NetLanes::connect(*lane, x,
                                  route[neighbour].station > route[i].station
                                      ? Connection::Side::after
                                      : Connection::Side::before);
            }
        }
        if (!graph_.edges[edge].back) return;
        auto& lane = loop_lane(edge);
        const auto cell = grid_.cells[graph_.edges[edge].to];
        NetLanes::connect(lane,
                          columns_.cards[cell.column] + loop_entry * sizes_.measures.card_width,
                          Connection::Side::after);
        NetLanes::connect(lane, upright_x(net, route.back()), Connection::Side::before);
    }

    /// The lane in which a loop arrives above its card; made where the route ends right beside it.
    Lane& loop_lane(std::size_t edge) {
        const auto last = routing_.routes[edge].back();
        return along_.at_or_new(routing_.net_of[edge], last.station, last.channel,
                                sizes_.edge_widths[edge]);
    }

    [[nodiscard]] double upright_x(std::size_t net, Junction at) {
        if (const auto* lane = upright_.at(net, at.channel, at.station)) {
            return columns_.channels[at.channel] + lane->position;
        }
        return columns_.channels[at.channel];
    }

    // --- ends ----------------------------------------------------------------------------------
    /// Whether a node is an end that stands beside the grid, at a height of its own.
    [[nodiscard]] bool beside(std::size_t node) const {
        return graph_.is_end(node) && !grid_.ends_below();
    }
    [[nodiscard]] Cell cell_of(std::size_t node) const {
        return graph_.is_end(node) ? grid_.end_cells[node - graph_.cards.size()]
                                   : grid_.cells[node];
    }

    void set_ends() {
        end_y_.assign(sizes_.end_heights.size(), 0);
        for (std::size_t end = 0; end < grid_.end_cells.size(); ++end) {
            end_y_[end] = rows_.ports[grid_.end_cells[end].row];
        }
        if (end_y_.empty() || grid_.ends_below()) return;
        const double top = (rows_.block_tops.empty() ? 0 : rows_.block_tops.front()) +
                           sizes_.ends_header + sizes_.measures.end_gap;
        auto column = set_end_column(graph_, grid_, sizes_, rows_.ports, top, rows_.height);
        end_y_ = std::move(column.middles);
        ends_bottom_ = column.bottom;
    }

    // --- upright lanes -------------------------------------------------------------------------
    void make_upright_lanes() {
        upright_.make(most_);
        for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge) {
            if (!beside(graph_.edges[edge].to)) continue;
            const auto last =
                routing_.routes[edge].back();  // the end's height may ask for a turn there
            upright_.at_or_new(routing_.net_of[edge], last.channel, last.station,
                               sizes_.edge_widths[edge]);
        }
        for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge) connect_upright(edge);
        upright_extent_.clear();
        for (std::size_t channel = 0; channel <= grid_.columns; ++channel) {
            upright_extent_.push_back(upright_.set(channel, sizes_.measures.lane_gap));
        }
    }

    void connect_upright(std::size_t edge) {
        const auto net = routing_.net_of[edge];
        const auto& route = routing_.routes[edge];
        for (std::size_t i = 0; i < route.size(); ++i) {
            auto* lane = upright_.at(net, route[i].channel, route[i].station);
            if (!lane) continue;
            if (i == 0) NetLanes::connect(*lane, ports_[edge], Connection::Side::before);
            for (const auto neighbour : {i - 1, i + 1}) {
                if (neighbour >= route.size() || route[neighbour].channel == route[i].channel)
                    continue;
                NetLanes::connect(*lane, along_y(net, route[i], route[neighbour]),
                                  route[neighbour].channel > route[i].channel
                                      ? Connection::Side::after
                                      : Connection::Side::before);
            }
            if (i + 1 == route.size()) connect_arrival(edge, *lane);
        }
    }

    void connect_arrival(std::size_t edge, Lane& lane) {
        const auto& what = graph_.edges[edge];
        const auto last = routing_.routes[edge].back();
        if (beside(what.to)) {
            NetLanes::connect(lane, end_y_[what.to - graph_.cards.size()], Connection::Side::after);
        } else if (!what.back) {
            NetLanes::connect(lane, rows_.stations[last.station], Connection::Side::after);
        } else {
            const bool right = last.channel == grid_.cells[what.to].column;
            NetLanes::connect(lane, loop_y(edge),
                              right ? Connection::Side::after : Connection::Side::before);
        }
    }

    [[nodiscard]] double loop_y(std::size_t edge) {
        const auto last = routing_.routes[edge].back();
        return rows_.stations[last.station] + loop_lane(edge).position;
    }

    /// Height at which a net runs between two junctions of a station.
    [[nodiscard]] double along_y(std::size_t net, Junction from, Junction to) {
        if (routing_.stations[from.station].kind == Station::Kind::row)
            return rows_.stations[from.station];
        const auto* lane = along_.at(net, from.station, std::max(from.channel, to.channel));
        CJM_ASSERT(lane != nullptr);
        return rows_.stations[from.station] + lane->position;
    }

    // --- what comes out ------------------------------------------------------------------------
    Placement result() {
        Placement placement;
        placement.width = columns_.width;
        placement.height = std::max(rows_.height, ends_bottom_);
        for (const auto& cell : grid_.cells) {
            placement.cards.push_back({columns_.cards[cell.column], rows_.card_tops[cell.row],
                                       sizes_.measures.card_width, rows_.card_heights[cell.row]});
        }
        for (const auto& block : grid_.blocks) {
            const double left = columns_.cards[block.first_column] - sizes_.measures.arrow_room;
            const double right = columns_.label_ends[block.first_column + block.columns] + 0.3;
            placement.blocks.push_back(
                {left, rows_.block_tops[block.line], right - left,
                 rows_.block_bottoms[block.line] - rows_.block_tops[block.line]});
        }
        place_ends(placement);
        for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge) {
            placement.lines.push_back(line_of(edge));
            placement.labels.push_back(
                {placement.lines.back().front().x + sizes_.measures.label_gap,
                 placement.lines.back().front().y});
        }
        return placement;
    }

    void place_ends(Placement& placement) const {
        const auto& measures = sizes_.measures;
        for (std::size_t end = 0; end < end_y_.size(); ++end) {
            const double x = grid_.ends_below() ? columns_.cards[grid_.end_cells[end].column]
                                                : columns_.cards.back();
            const double height = sizes_.end_heights[end];
            placement.ends.push_back({x, end_y_[end] - height / 2, measures.end_width, height});
        }
        if (end_y_.empty()) return;
        Box& block = placement.ends_block;
        if (grid_.ends_below()) {
            const auto columns = std::min(grid_.columns, end_y_.size());
            block.x = columns_.cards.front() - measures.arrow_room;
            block.y = rows_.block_tops.back();
            block.width =
                columns_.cards[columns - 1] + measures.end_width + measures.end_gap - block.x;
            block.height = rows_.block_bottoms.back() - block.y;
            return;
        }
        block.x = columns_.cards.back() - measures.arrow_room;
        block.y = rows_.block_tops.empty() ? 0 : rows_.block_tops.front();
        block.width = measures.end_width + measures.arrow_room + measures.end_gap;
        block.height =
            std::max(rows_.block_bottoms.empty() ? 0 : rows_.block_bottoms.back(), ends_bottom_) -
            block.y;
    }

    std::vector<Point> line_of(std::size_t edge) {
        const auto net = routing_.net_of[edge];
        const auto& route = routing_.routes[edge];
        const auto& what = graph_.edges[edge];
        std::vector<Point> line{
            {columns_.cards[grid_.cells[what.from].column] + sizes_.measures.card_width,
             ports_[edge]}};
        const auto turn_at = [&](Junction at, double y) {  // from the height of the last point to y
            if (std::abs(line.back().y - y) < 1e-6) return;
            const double x = upright_x(net, at);
            line.push_back({x, line.back().y});
            line.push_back({x, y});
        };
        for (std::size_t i = 1; i < route.size(); ++i) {
            if (route[i].station == route[i - 1].station) {
                turn_at(route[i - 1], along_y(net, route[i - 1], route[i]));
            }
        }
        if (beside(what.to)) {
            const double y = end_y_[what.to - graph_.cards.size()];
            turn_at(route.back(), y);
            line.push_back({columns_.cards.back(), y});
        } else if (!what.back) {
            turn_at(route.back(), rows_.stations[route.back().station]);
            line.push_back({columns_.cards[cell_of(what.to).column], line.back().y});
        } else {
            turn_at(route.back(), loop_y(edge));
            const auto cell = grid_.cells[what.to];
            const double x = columns_.cards[cell.column] + loop_entry * sizes_.measures.card_width;
            line.push_back({x, line.back().y});
            line.push_back({x, rows_.card_tops[cell.row]});
        }
        return line;
    }

    const FlowGraph& graph_;
    const Grid& grid_;
    const Routing& routing_;
    const Sizes& sizes_;
    const Slack& slack_;
    double most_;
    NetLanes along_, upright_;
    std::vector<double> along_extent_, upright_extent_;  // per station, per channel
    Rows rows_;
    Columns columns_;
    std::vector<double> end_y_;  // middles
    std::vector<double> ports_;  // per edge
    double ends_bottom_ = 0;
};

}  // namespace

Placement place(const FlowGraph& graph, const Grid& grid, const Routing& routing,
                const Sizes& sizes, const Slack& slack) {
    return Placer(graph, grid, routing, sizes, slack).run();
}

}  // namespace cjm::render::flow
