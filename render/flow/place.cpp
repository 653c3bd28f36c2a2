#include "render/flow/place.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "render/flow/lanes.hpp"
#include "render/flow/ports.hpp"

namespace cjm::render::flow {
namespace {

constexpr double gutter_margin = 1.4, outer_margin = 0.6;
constexpr double ends_overhang = 10;  // below the last line, so that a straight edge stays straight
constexpr double rough_column = 60, rough_card_top = 35;  // before anything has a place

/// Assigns lanes and coordinates; runs twice, since lanes along need to know where the upright ones
/// are and vice versa.
class Placer {
  public:
    Placer(const FlowGraph& graph, const Grid& grid, const Routing& routing, const Sizes& sizes,
           const Slack& slack)
        : graph_(graph), grid_(grid), routing_(routing), sizes_(sizes), slack_(slack) {
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
    using Key = std::pair<std::size_t, std::size_t>;  // net, station or channel
    struct Moves {
        std::map<std::size_t, double>
            traffic;  // by unit step: summed traffic of the edges that take it
    };

    // --- which unit steps each net takes -------------------------------------------------------
    void collect_moves() {
        for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge) {
            const auto net = routing_.net_of[edge];
            const auto& route = routing_.routes[edge];
            const double width = sizes_.edge_widths[edge];
            for (std::size_t i = 1; i < route.size(); ++i) {
                const auto a = std::min(route[i - 1].station, route[i].station);
                const auto c = std::min(route[i - 1].channel, route[i].channel);
                if (route[i - 1].station == route[i].station) {
                    if (routing_.stations[a].kind != Station::Kind::row) {
                        along_[{net, a}].traffic[c] += width;
                    }
                } else {
                    upright_[{net, c}].traffic[a] += width;
                }
            }
            if (beside(graph_.edges[edge].to)) upright_[{net, grid_.columns}];
        }
    }

    /// The lane of a net in a channel that holds a unit step or junction; null where it has none
    /// there.
    static Lane* lane_at(
        std::map<Key, std::vector<Lane>>& lanes,
        const std::map<Key, std::vector<std::pair<std::size_t, std::size_t>>>& spans, Key key,
        std::size_t junction) {
        const auto found = spans.find(key);
        if (found == spans.end()) return nullptr;
        for (std::size_t i = 0; i < found->second.size(); ++i) {
            const auto [first, last] = found->second[i];
            if (junction >= first && junction <= last) return &lanes[key][i];
        }
        return nullptr;
    }

    using Spans = std::map<Key, std::vector<std::pair<std::size_t, std::size_t>>>;

    /// Contiguous unit steps become one lane; a span is its first and last junction.
    static void spans_of(const std::map<Key, Moves>& moves, Spans& spans,
                         std::map<Key, std::vector<Lane>>& lanes) {
        spans.clear();
        lanes.clear();
        for (const auto& [key, steps] : moves) {
            auto& list = spans[key];
            auto& own = lanes[key];
            for (const auto& [step, width] : steps.traffic) {
                if (list.empty() || list.back().second != step) {
                    list.emplace_back(step, step);
                    own.push_back(Lane{.net = key.first});
                }
                list.back().second = step + 1;
                own.back().thickness = std::max(own.back().thickness, width);
            }
        }
    }

    static void connect(Lane& lane, double at, Connection::Side side) {
        for (const auto& known : lane.connections) {
            if (known.side == side && std::abs(known.at - at) < 1e-6) return;
        }
        if (lane.connections.empty()) lane.low = lane.high = at;
        lane.low = std::min(lane.low, at);
        lane.high = std::max(lane.high, at);
        lane.connections.push_back({at, side});
    }

    // --- lanes along the rows ------------------------------------------------------------------
    void make_along_lanes() {
        std::map<Key, std::vector<Lane>> lanes;
        spans_of(along_, along_spans_, lanes);
        along_lanes_ = std::move(lanes);
        for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge) connect_along(edge);
        along_extent_.assign(routing_.stations.size(), 0);
        for (std::size_t station = 0; station < routing_.stations.size(); ++station) {
            std::vector<Lane*> here;
            for (auto& [key, list] : along_lanes_) {
                if (key.second != station) continue;
                for (auto& lane : list) here.push_back(&lane);
            }
            along_extent_[station] = set_lanes(here, sizes_.measures.lane_gap);
        }
    }

    void connect_along(std::size_t edge) {
        const auto net = routing_.net_of[edge];
        const auto& route = routing_.routes[edge];
        for (std::size_t i = 0; i < route.size(); ++i) {
            auto* lane =
                lane_at(along_lanes_, along_spans_, {net, route[i].station}, route[i].channel);
            if (!lane) continue;
            const double x = upright_x(net, route[i]);
            for (const auto neighbour :
                 {i - 1, i + 1}) {  // i - 1 wraps for the first: out of range
                if (neighbour >= route.size() || route[neighbour].station == route[i].station)
                    continue;
                connect(*lane, x,
                        route[neighbour].station > route[i].station ? Connection::Side::after
                                                                    : Connection::Side::before);
            }
        }
        if (!graph_.edges[edge].back) return;
        auto* lane = loop_lane(edge);
        const auto cell = grid_.cells[graph_.edges[edge].to];
        connect(*lane, card_x_[cell.column] + loop_entry * sizes_.measures.card_width,
                Connection::Side::after);
        connect(*lane, upright_x(net, route.back()), Connection::Side::before);
    }

    /// The lane in which a loop arrives above its card; made where the route ends right beside it.
    Lane* loop_lane(std::size_t edge) {
        const auto net = routing_.net_of[edge];
        const auto last = routing_.routes[edge].back();
        auto* lane = lane_at(along_lanes_, along_spans_, {net, last.station}, last.channel);
        if (lane) {
            lane->thickness = std::max(lane->thickness, sizes_.edge_widths[edge]);
            return lane;
        }
        auto& list = along_lanes_[{net, last.station}];
        along_spans_[{net, last.station}].emplace_back(last.channel, last.channel);
        list.push_back(Lane{.net = net, .thickness = sizes_.edge_widths[edge]});
        return &list.back();
    }

    [[nodiscard]] double upright_x(std::size_t net, Junction at) {
        if (const auto* lane =
                lane_at(upright_lanes_, upright_spans_, {net, at.channel}, at.station)) {
            return channel_x_[at.channel] + lane->position;
        }
        return channel_x_[at.channel];
    }

    // --- rows ----------------------------------------------------------------------------------
    void set_rows() {
        station_y_.assign(routing_.stations.size(), 0);
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
        double y = 0;
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
                row_ports_[index] = y + std::clamp(height / 2, room.above, height - room.below);
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

    // --- ends: outcomes beside the rows they come from; the others where that leaves room
    // ---------
    void set_ends() {
        const auto count = sizes_.end_heights.size();
        end_y_.assign(count, 0);
        for (std::size_t end = 0; end < grid_.end_cells.size(); ++end) {
            end_y_[end] = row_ports_[grid_.end_cells[end].row];
        }
        if (count == 0 || grid_.ends_below()) return;
        std::vector<double> wanted(count, height_), traffic(count, 0);
        std::vector<bool> reached(count, false);
        for (const auto& edge : graph_.edges) {
            if (!graph_.is_end(edge.to)) continue;
            const auto end = edge.to - graph_.cards.size();
            reached[end] = true;
            if (edge.traffic < traffic[end]) continue;
            traffic[end] = edge.traffic;
            wanted[end] = row_ports_[grid_.cells[edge.from].row];
        }
        std::vector<std::size_t> targets, others;
        for (std::size_t end = 0; end < count; ++end) {
            (reached[end] ? targets : others).push_back(end);
        }
        std::stable_sort(targets.begin(), targets.end(),
                         [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
        ends_bottom_ =
            std::max({height_, ends_top() + room_for(targets) + room_for(others),
                      std::min(natural_bottom(targets, wanted), height_ + ends_overhang)});
        spread(targets, wanted, ends_top(), ends_bottom_);
        set_others(targets, others, wanted);
    }

    [[nodiscard]] double room_for(const std::vector<std::size_t>& ends) const {
        double room = 0;
        for (const auto end : ends) room += sizes_.end_heights[end] + sizes_.measures.end_gap;
        return room;
    }

    /// Where the last of them would end if none had to move up.
    [[nodiscard]] double natural_bottom(const std::vector<std::size_t>& order,
                                        const std::vector<double>& wanted) const {
        double y = ends_top();
        for (const auto end : order) {
            const double height = sizes_.end_heights[end];
            y = std::max(y, wanted[end] - height / 2) + height + sizes_.measures.end_gap;
        }
        return y;
    }

    /// Ends that no edge leads to stand below the others, or above them, or push them up.
    void set_others(const std::vector<std::size_t>& targets, const std::vector<std::size_t>& others,
                    const std::vector<double>& wanted) {
        const double needed = room_for(others);
        double low = ends_bottom_, high = ends_bottom_;
        if (!targets.empty()) {
            const auto half = [&](std::size_t end) {
                return sizes_.end_heights[end] / 2 + sizes_.measures.end_gap;
            };
            low = end_y_[targets.back()] + half(targets.back());
            high = end_y_[targets.front()] - half(targets.front());
        }
        if (ends_bottom_ - low < needed && high - ends_top() >= needed) {
            spread(others, wanted, ends_top(), ends_top() + needed);
            return;
        }
        if (ends_bottom_ - low < needed) spread(targets, wanted, ends_top(), ends_bottom_ - needed);
        spread(others, wanted, ends_bottom_ - needed, ends_bottom_);
    }

    /// From the top down none higher than it may be, from the bottom up none lower than fits.
    void spread(const std::vector<std::size_t>& order, const std::vector<double>& wanted,
                double top, double bottom) {
        double y = top;
        for (const auto end : order) {
            end_y_[end] = std::max(y + sizes_.end_heights[end] / 2, wanted[end]);
            y = end_y_[end] + sizes_.end_heights[end] / 2 + sizes_.measures.end_gap;
        }
        double floor = bottom - sizes_.measures.end_gap;
        for (auto i = order.size(); i-- > 0;) {
            const double half = sizes_.end_heights[order[i]] / 2;
            end_y_[order[i]] = std::min(end_y_[order[i]], floor - half);
            floor = end_y_[order[i]] - half - sizes_.measures.end_gap;
        }
    }

    [[nodiscard]] double ends_top() const {
        return (block_top_.empty() ? 0 : block_top_.front()) + sizes_.ends_header +
               sizes_.measures.end_gap;
    }

    // --- upright lanes -------------------------------------------------------------------------
    void make_upright_lanes() {
        spans_of(upright_, upright_spans_, upright_lanes_);
        for (const auto& edge : graph_.edges) {
            if (beside(edge.to)) ensure_end_lane(edge);
        }
        for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge) connect_upright(edge);
        upright_extent_.assign(grid_.columns + 1, 0);
        for (std::size_t channel = 0; channel <= grid_.columns; ++channel) {
            std::vector<Lane*> here;
            for (auto& [key, list] : upright_lanes_) {
                if (key.second != channel) continue;
                for (auto& lane : list) {
                    if (lane.high - lane.low > 1e-6)
                        here.push_back(&lane);  // else it runs straight through
                }
            }
            upright_extent_[channel] = set_lanes(here, sizes_.measures.lane_gap);
        }
    }

    void ensure_end_lane(const Edge& edge) {
        const auto index = static_cast<std::size_t>(&edge - graph_.edges.data());
        const auto net = routing_.net_of[index];
        const auto last = routing_.routes[index].back();
        const Key key{net, last.channel};
        auto* lane = lane_at(upright_lanes_, upright_spans_, key, last.station);
        if (!lane) {
            upright_spans_[key].emplace_back(last.station, last.station);
            upright_lanes_[key].push_back(Lane{.net = net});
            lane = &upright_lanes_[key].back();
        }
        lane->thickness = std::max(lane->thickness, sizes_.edge_widths[index]);
    }

    void connect_upright(std::size_t edge) {
        const auto net = routing_.net_of[edge];
        const auto& route = routing_.routes[edge];
        for (std::size_t i = 0; i < route.size(); ++i) {
            auto* lane =
                lane_at(upright_lanes_, upright_spans_, {net, route[i].channel}, route[i].station);
            if (!lane) continue;
            if (i == 0) connect(*lane, ports_[edge], Connection::Side::before);
            for (const auto neighbour : {i - 1, i + 1}) {
                if (neighbour >= route.size() || route[neighbour].channel == route[i].channel)
                    continue;
                connect(*lane, along_y(net, route[i], route[neighbour]),
                        route[neighbour].channel > route[i].channel ? Connection::Side::after
                                                                    : Connection::Side::before);
            }
            if (i + 1 == route.size()) connect_arrival(edge, *lane);
        }
    }

    void connect_arrival(std::size_t edge, Lane& lane) {
        const auto& what = graph_.edges[edge];
        const auto last = routing_.routes[edge].back();
        if (beside(what.to)) {
            connect(lane, end_y_[what.to - graph_.cards.size()], Connection::Side::after);
        } else if (!what.back) {
            connect(lane, station_y_[last.station], Connection::Side::after);
        } else {
            const bool right = last.channel == grid_.cells[what.to].column;
            connect(lane, loop_y(edge), right ? Connection::Side::after : Connection::Side::before);
        }
    }

    [[nodiscard]] double loop_y(std::size_t edge) {
        const auto last = routing_.routes[edge].back();
        return station_y_[last.station] + loop_lane(edge)->position;
    }

    /// Height at which a net runs between two junctions of a station.
    [[nodiscard]] double along_y(std::size_t net, Junction from, Junction to) {
        if (routing_.stations[from.station].kind == Station::Kind::row)
            return station_y_[from.station];
        const auto* lane = lane_at(along_lanes_, along_spans_, {net, from.station},
                                   std::max(from.channel, to.channel));
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
    std::map<Key, Moves> along_, upright_;
    Spans along_spans_, upright_spans_;
    std::map<Key, std::vector<Lane>> along_lanes_, upright_lanes_;
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
