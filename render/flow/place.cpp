#include "render/flow/place.hpp"

#include <algorithm>
#include <cmath>

#include "render/flow/end_column.hpp"
#include "render/flow/net_lanes.hpp"
#include "render/flow/ports.hpp"
#include "render/flow/widths.hpp"

namespace cjm::render::flow {
namespace {

constexpr double gutter_margin = 1.4, outer_margin = 0.6;
constexpr double rough_column = 60, rough_card_top = 35;  // before anything has a place

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
          most_(most_traffic(graph)) {
        channel_x_.resize(grid.columns + 1);
        card_x_.resize(grid.columns + 1);
        for (std::size_t c = 0; c <= grid.columns; ++c) {
            channel_x_[c] = static_cast<double>(c) * rough_column;
            card_x_[c] = channel_x_[c] + rough_column - rough_card_top;
        }
        collect_moves();
    }

    Placement run() {
        constexpr int rounds = 3;
        for (int round = 0; round < rounds; ++round) {
            make_along_lanes();
            set_rows();
            set_ends();
            ports_ = assign_ports(graph_, grid_, routing_, sizes_, row_ports_, end_y_);
            make_upright_lanes();
            set_columns();
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
        NetLanes::connect(lane, card_x_[cell.column] + loop_entry * sizes_.measures.card_width,
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
            return channel_x_[at.channel] + lane->position;
        }
        return channel_x_[at.channel];
    }

    // --- rows ----------------------------------------------------------------------------------
    void set_rows() {
        row_heights_.assign(grid_.rows, 0);
        card_tops_.assign(grid_.rows, 0);
        row_ports_.assign(grid_.rows, 0);
        std::vector<double> trays(grid_.rows, 0);
        std::vector<PortRoom> rooms(grid_.rows);
        std::vector<bool> arrows(grid_.rows, false);
        for (std::size_t card = 0; card < grid_.cells.size(); ++card) {
            const auto row = grid_.cells[card].row;
            const auto room = port_room(graph_, grid_, routing_, sizes_, card);
            rooms[row].above = std::max(rooms[row].above, room.above);
            rooms[row].below = std::max(rooms[row].below, room.below);
            row_heights_[row] = std::max(row_heights_[row], sizes_.card_heights[card]);
            trays[row] = std::max(trays[row], sizes_.tray_heights[card]);
            if (sizes_.tabs[card]) arrows[row] = true;
        }
        for (const auto& edge : graph_.edges) {
            if (edge.back) arrows[grid_.cells[edge.to].row] = true;
        }
        for (std::size_t end = 0; end < grid_.end_cells.size(); ++end) {
            auto& height = row_heights_[grid_.end_cells[end].row];
            height = std::max(height, sizes_.end_heights[end]);
        }
        set_stations(trays, rooms, arrows);
    }

    /// From the top of the page to its bottom.
    void set_stations(const std::vector<double>& trays, const std::vector<PortRoom>& rooms,
                      const std::vector<bool>& arrows) {
        double y = 0;
        station_y_.assign(routing_.stations.size(), 0);
        block_top_.assign(grid_.lines.size(), 0);
        block_bottom_.assign(grid_.lines.size(), 0);
        for (std::size_t i = 0; i < routing_.stations.size(); ++i) {
            const auto& [kind, index] = routing_.stations[i];
            const double lanes = along_extent_[i];
            if (kind == Station::Kind::gutter) {
                if (i > 0) block_bottom_[index - 1] = y += sizes_.measures.block_bottom;
                const bool outer = i == 0 || index == grid_.lines.size();
                const double margin = lanes > 0 ? gutter_margin : outer ? 0 : outer_margin + 1;
                station_y_[i] = y + margin;
                y += lanes + 2 * margin + (outer ? 0 : slack_.per_row);
                if (index < grid_.lines.size()) {
                    block_top_[index] = y;
                    y += header_height(index);
                }
            } else if (kind == Station::Kind::above) {
                station_y_[i] = y + sizes_.measures.lane_margin + slack_.per_row / 2;
                y += (lanes > 0 ? lanes + sizes_.measures.lane_margin + 0.6 : 0.6) +
                     slack_.per_row +
                     (arrows[index] ? sizes_.measures.above_arrow : sizes_.measures.above_plain);
            } else {
                const auto& room = rooms[index];
                auto& height = row_heights_[index];
                height = std::max(height, room.above + room.below);
                card_tops_[index] = y;
                row_ports_[index] =
                    y + std::max(room.above, std::min(height / 2, height - room.below));
                station_y_[i] = row_ports_[index];
                y += row_heights_[index] + trays[index];
            }
        }
        height_ = y;
    }

    [[nodiscard]] double header_height(std::size_t line) const {
        double height = 0;
        if (grid_.ends_below() && line + 1 == grid_.lines.size()) return sizes_.ends_header;
        for (const auto& block : grid_.blocks) {
            if (block.line == line) height = std::max(height, sizes_.header_heights[block.stage]);
        }
        return height;
    }

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
            end_y_[end] = row_ports_[grid_.end_cells[end].row];
        }
        if (end_y_.empty() || grid_.ends_below()) return;
        const double top = (block_top_.empty() ? 0 : block_top_.front()) + sizes_.ends_header +
                           sizes_.measures.end_gap;
        auto column = set_end_column(graph_, grid_, sizes_, row_ports_, top, height_);
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
            NetLanes::connect(lane, station_y_[last.station], Connection::Side::after);
        } else {
            const bool right = last.channel == grid_.cells[what.to].column;
            NetLanes::connect(lane, loop_y(edge),
                              right ? Connection::Side::after : Connection::Side::before);
        }
    }

    [[nodiscard]] double loop_y(std::size_t edge) {
        const auto last = routing_.routes[edge].back();
        return station_y_[last.station] + loop_lane(edge).position;
    }

    /// Height at which a net runs between two junctions of a station.
    [[nodiscard]] double along_y(std::size_t net, Junction from, Junction to) {
        if (routing_.stations[from.station].kind == Station::Kind::row)
            return station_y_[from.station];
        const auto* lane = along_.at(net, from.station, std::max(from.channel, to.channel));
        CJM_ASSERT(lane != nullptr);
        return station_y_[from.station] + lane->position;
    }

    // --- columns -------------------------------------------------------------------------------
    void set_columns() {
        double x = 0;
        for (std::size_t channel = 0; channel <= grid_.columns; ++channel) {
            double labels = 0;
            for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge) {
                if (grid_.cells[graph_.edges[edge].from].column + 1 == channel) {
                    labels = std::max(labels, sizes_.labels[edge].width);
                }
            }
            if (channel > 0) x += labels + 2 * sizes_.measures.label_gap;
            const double lanes = upright_extent_[channel];
            const double margin =
                channel > 0 ? sizes_.measures.lane_margin + slack_.per_column / 2 : 0;
            const double least = channel > 0 ? sizes_.measures.least_channel : 0;
            channel_x_[channel] = x + margin + (lanes > 0 ? 0 : least / 2);
            label_end_.resize(grid_.columns + 1);
            label_end_[channel] = x;
            x += 2 * margin + std::max(lanes, least);
            if (channel == 0 && lanes > 0) x += sizes_.measures.lane_margin;
            card_x_[channel] = x + sizes_.measures.arrow_room;
            if (channel < grid_.columns) x = card_x_[channel] + sizes_.measures.card_width;
        }
        const bool column_of_ends = !sizes_.end_heights.empty() && !grid_.ends_below();
        const double lanes_end =
            upright_extent_.back() > 0 ? card_x_.back() - sizes_.measures.arrow_room : 0;
        width_ = column_of_ends
                     ? card_x_.back() + sizes_.measures.end_width + sizes_.measures.end_gap
                     : std::max(label_end_.back() + 0.5, lanes_end);
    }

    // --- what comes out ------------------------------------------------------------------------
    Placement result() {
        Placement placement;
        placement.width = width_;
        placement.height = std::max(height_, ends_bottom_);
        for (const auto& cell : grid_.cells) {
            placement.cards.push_back({card_x_[cell.column], card_tops_[cell.row],
                                       sizes_.measures.card_width, row_heights_[cell.row]});
        }
        for (const auto& block : grid_.blocks) {
            const double left = card_x_[block.first_column] - sizes_.measures.arrow_room;
            const double right = label_end_[block.first_column + block.columns] + 0.3;
            placement.blocks.push_back({left, block_top_[block.line], right - left,
                                        block_bottom_[block.line] - block_top_[block.line]});
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
            const double x =
                grid_.ends_below() ? card_x_[grid_.end_cells[end].column] : card_x_.back();
            const double height = sizes_.end_heights[end];
            placement.ends.push_back({x, end_y_[end] - height / 2, measures.end_width, height});
        }
        if (end_y_.empty()) return;
        Box& block = placement.ends_block;
        if (grid_.ends_below()) {
            const auto columns = std::min(grid_.columns, end_y_.size());
            block.x = card_x_.front() - measures.arrow_room;
            block.y = block_top_.back();
            block.width = card_x_[columns - 1] + measures.end_width + measures.end_gap - block.x;
            block.height = block_bottom_.back() - block.y;
            return;
        }
        block.x = card_x_.back() - measures.arrow_room;
        block.y = block_top_.empty() ? 0 : block_top_.front();
        block.width = measures.end_width + measures.arrow_room + measures.end_gap;
        block.height =
            std::max(block_bottom_.empty() ? 0 : block_bottom_.back(), ends_bottom_) - block.y;
    }

    std::vector<Point> line_of(std::size_t edge) {
        const auto net = routing_.net_of[edge];
        const auto& route = routing_.routes[edge];
        const auto& what = graph_.edges[edge];
        std::vector<Point> line{
            {card_x_[grid_.cells[what.from].column] + sizes_.measures.card_width, ports_[edge]}};
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
            line.push_back({card_x_.back(), y});
        } else if (!what.back) {
            turn_at(route.back(), station_y_[route.back().station]);
            line.push_back({card_x_[cell_of(what.to).column], line.back().y});
        } else {
            turn_at(route.back(), loop_y(edge));
            const auto cell = grid_.cells[what.to];
            const double x = card_x_[cell.column] + loop_entry * sizes_.measures.card_width;
            line.push_back({x, line.back().y});
            line.push_back({x, card_tops_[cell.row]});
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
    std::vector<double> along_extent_, upright_extent_;
    std::vector<double> station_y_, card_tops_, row_heights_, row_ports_, block_top_, block_bottom_,
        end_y_, ports_;
    std::vector<double> channel_x_, card_x_, label_end_;
    double height_ = 0, ends_bottom_ = 0, width_ = 0;
};

}  // namespace

Placement place(const FlowGraph& graph, const Grid& grid, const Routing& routing,
                const Sizes& sizes, const Slack& slack) {
    return Placer(graph, grid, routing, sizes, slack).run();
}

}  // namespace cjm::render::flow
