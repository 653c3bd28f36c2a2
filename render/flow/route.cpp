#include "render/flow/route.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>
#include <queue>

namespace cjm::render::flow {
namespace {

// Costs are about millimetres of a drawing at its natural size.
constexpr double column_cost = 58, row_cost = 15, header_cost = 10, bend_cost = 16;
constexpr double crowd_cost = 5;       // for every other net in the same place
constexpr double inner_channel = 1.1;  // channels inside blocks are dearer than gutters
constexpr double joined = 0.6;         // what is shared with one's own net costs less
constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

enum Direction : std::size_t { start, along, up_down, direction_count };

/// Finds the routes one edge after the other, the busiest first, as cheapest paths.
class Router {
  public:
    Router(const FlowGraph& graph, const Grid& grid, const std::vector<std::size_t>& end_rows)
        : graph_(graph), grid_(grid), end_rows_(end_rows), channels_(grid.columns + 1) {
        make_stations();
        empty_.assign(grid.rows * grid.columns, true);
        for (const auto& cell : grid.cells) empty_[cell.row * grid.columns + cell.column] = false;
        for (const auto& cell : grid.end_cells)
            empty_[cell.row * grid.columns + cell.column] = false;
        along_users_.resize(routing_.stations.size() * grid.columns);
        upright_users_.resize(routing_.stations.size() * channels_);
        make_nets();
    }

    Routing route_all() {
        std::vector<std::size_t> order(graph_.edges.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return graph_.edges[a].traffic > graph_.edges[b].traffic;
        });
        routing_.routes.resize(graph_.edges.size());
        for (const auto edge : order) route(edge);
        return std::move(routing_);
    }

  private:
    void make_stations() {
        auto& stations = routing_.stations;
        for (std::size_t line = 0; line < grid_.lines.size(); ++line) {
            stations.push_back({Station::Kind::gutter, line});
            const auto first = grid_.lines[line].first_row;
            for (auto row = first; row < first + grid_.lines[line].rows; ++row) {
                routing_.above_station.push_back(stations.size());
                stations.push_back({Station::Kind::above, row});
                routing_.row_station.push_back(stations.size());
                stations.push_back({Station::Kind::row, row});
            }
        }
        stations.push_back({Station::Kind::gutter, grid_.lines.size()});
    }

    void make_nets() {
        std::map<std::pair<std::size_t, bool>, std::size_t> known;
        for (const auto& edge : graph_.edges) {
            const auto [found, fresh] =
                known.try_emplace({edge.to, edge.back}, routing_.nets.size());
            if (fresh) routing_.nets.push_back({edge.to, edge.back});
            routing_.net_of.push_back(found->second);
        }
        trees_.resize(routing_.nets.size());
    }

    [[nodiscard]] std::size_t number(Junction at) const {
        return at.station * channels_ + at.channel;
    }
    [[nodiscard]] Junction junction(std::size_t number) const {
        return {number / channels_, number % channels_};
    }

    /// Where a net's edges may arrive, with what is left to go from there.
    [[nodiscard]] std::vector<std::pair<std::size_t, double>> goals(const Net& net) const {
        const bool end = graph_.is_end(net.target);
        if (end && !grid_.ends_below()) {
            const auto row = end_rows_[net.target - graph_.cards.size()];
            return {{number({routing_.row_station[row], grid_.columns}), 0.0}};
        }
        const auto cell =
            end ? grid_.end_cells[net.target - graph_.cards.size()] : grid_.cells[net.target];
        if (!net.back) return {{number({routing_.row_station[cell.row], cell.column}), 0.0}};
        const auto above = routing_.above_station[cell.row];
        const double half = column_cost / 2;
        return {{number({above, cell.column}), half}, {number({above, cell.column + 1}), half}};
    }

    static double crowd(const std::vector<std::size_t>& users, std::size_t net) {
        const auto own = std::count(users.begin(), users.end(), net);
        return crowd_cost * static_cast<double>(users.size() - static_cast<std::size_t>(own));
    }

    /// Cost of crossing a column along a station; none where a card or another net is in the way.
    [[nodiscard]] double along_cost(std::size_t station, std::size_t column,
                                    std::size_t net) const {
        const auto& users = along_users_[station * grid_.columns + column];
        const auto& what = routing_.stations[station];
        if (what.kind == Station::Kind::row) {
            const bool taken = !users.empty() && users.front() != net;
            const bool open = empty_[what.index * grid_.columns + column] && !taken;
            return open ? column_cost * 0.9 : std::numeric_limits<double>::infinity();
        }
        const double place = what.kind == Station::Kind::above ? inner_channel : 1;
        return column_cost * place + crowd(users, net);
    }

    /// Cost of going from a station to the one below it.
    [[nodiscard]] double upright_cost(std::size_t station, std::size_t channel,
                                      std::size_t net) const {
        const bool header = routing_.stations[station].kind == Station::Kind::gutter;
        return (header ? header_cost : row_cost) +
               crowd(upright_users_[station * channels_ + channel], net);
    }

    struct Step {
        double cost;
        std::size_t state;
        bool operator>(const Step& other) const {
            return cost != other.cost ? cost > other.cost : state > other.state;
        }
    };

    /// The part of a net that is already routed: from each junction of it, the next one towards the
    /// target.
    struct Tree {
        std::map<std::size_t, std::size_t> next;  // none = arrived
        std::map<std::size_t, double> rest;
    };

    void route(std::size_t edge) {
        const auto net = routing_.net_of[edge];
        auto& tree = trees_[net];
        if (tree.rest.empty()) {
            for (const auto& [goal, rest] : goals(routing_.nets[net])) {
                tree.next[goal] = none;
                tree.rest[goal] = rest;
            }
        }
        const auto cell = grid_.cells[graph_.edges[edge].from];
        const auto path = cheapest(number({routing_.row_station[cell.row], cell.column + 1}), net);
        routing_.cost += path.cost * (graph_.edges[edge].traffic + 0.05);
        double rest = tree.rest[path.junctions.back()];
        for (auto i = path.junctions.size() - 1; i-- > 0;) {
            const auto at = path.junctions[i], to = path.junctions[i + 1];
            tree.next[at] = to;
            rest += occupy(at, to, net);
            tree.rest[at] = rest;
        }
        for (auto at = path.junctions.front(); at != none; at = tree.next[at]) {
            routing_.routes[edge].push_back(junction(at));
        }
    }

    double occupy(std::size_t from, std::size_t to, std::size_t net) {
        const auto a = junction(std::min(from, to)), b = junction(std::max(from, to));
        if (a.station == b.station) {
            along_users_[a.station * grid_.columns + a.channel].push_back(net);
            return column_cost;
        }
        upright_users_[a.station * channels_ + a.channel].push_back(net);
        return row_cost;
    }

    struct Found {
        std::vector<std::size_t> junctions;
        double cost = 0;
    };

    /// From a junction to the nearest place of the net's tree (Dijkstra over junctions and
    /// directions).
    [[nodiscard]] Found cheapest(std::size_t from, std::size_t net) const {
        const auto& tree = trees_[net];
        const auto states = routing_.stations.size() * channels_ * direction_count;
        std::vector<double> best(states + 1, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> before(states + 1, none);
        std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
        const auto reach = [&](std::size_t state, double cost, std::size_t via) {
            if (cost >= best[state]) return;
            best[state] = cost;
            before[state] = via;
            open.push({cost, state});
        };
        reach(from * direction_count + start, 0, none);
        const auto arrived = states;
        while (!open.empty()) {
            const auto [cost, state] = open.top();
            open.pop();
            if (state == arrived) break;
            if (cost > best[state]) continue;
            const auto at = state / direction_count;
            const auto heading = static_cast<Direction>(state % direction_count);
            if (const auto found = tree.rest.find(at); found != tree.rest.end()) {
                reach(arrived, cost + found->second * joined, state);
            }
            for_each_step(at, net, [&](std::size_t to, Direction direction, double step) {
                const bool bend = heading == start ? direction == up_down : heading != direction;
                reach(to * direction_count + direction, cost + step + (bend ? bend_cost : 0),
                      state);
            });
        }
        Found found{{}, best[arrived]};
        for (auto state = before[arrived]; state != none; state = before[state]) {
            found.junctions.push_back(state / direction_count);
        }
        std::reverse(found.junctions.begin(), found.junctions.end());
        return found;
    }

    template <class Visit>
    void for_each_step(std::size_t at, std::size_t net, Visit visit) const {
        const auto [station, channel] = junction(at);
        if (channel + 1 < channels_) visit(at + 1, along, along_cost(station, channel, net));
        if (channel > 0) visit(at - 1, along, along_cost(station, channel - 1, net));
        if (station > 0) visit(at - channels_, up_down, upright_cost(station - 1, channel, net));
        if (station + 1 < routing_.stations.size()) {
            visit(at + channels_, up_down, upright_cost(station, channel, net));
        }
    }

    const FlowGraph& graph_;
    const Grid& grid_;
    const std::vector<std::size_t>& end_rows_;
    std::size_t channels_;
    Routing routing_;
    std::vector<bool> empty_;
    std::vector<std::vector<std::size_t>> along_users_, upright_users_;
    std::vector<Tree> trees_;
};

}  // namespace

Routing route_edges(const FlowGraph& graph, const Grid& grid,
                    const std::vector<std::size_t>& end_rows) {
    return Router(graph, grid, end_rows).route_all();
}

}  // namespace cjm::render::flow
