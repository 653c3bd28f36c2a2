#include "render/flow/ports.hpp"

#include <algorithm>
#include <cmath>

namespace cjm::render::flow {
namespace {

constexpr double slot_gap = 0.7;

double slot_of(const Sizes& sizes, std::size_t edge) {
    return std::max(sizes.labels[edge].height, sizes.edge_widths[edge]) + slot_gap;
}

enum class Way : std::uint8_t { up, straight, down };

struct Leaving {
    std::size_t edge = 0;
    Way way = Way::straight;
    bool turns_left = false;   ///< after going up or down
    std::size_t distance = 0;  ///< stations it goes up or down
};

Leaving leaving(const Routing& routing, std::size_t edge) {
    Leaving leaves{edge};
    const auto& route = routing.routes[edge];
    std::size_t i = 1;
    while (i < route.size() && route[i].channel == route[0].channel) ++i;
    const auto last = route[i - 1].station, first = route[0].station;
    if (last != first) leaves.way = last < first ? Way::up : Way::down;
    leaves.distance = last < first ? first - last : last - first;
    leaves.turns_left = i < route.size() && route[i].channel < route[0].channel;
    return leaves;
}

/// Whether a node is an end beside the grid, at a height of its own.
bool stands_beside(const FlowGraph& graph, const Grid& grid, std::size_t node) {
    return graph.is_end(node) && !grid.ends_below();
}

/// The edges of a card, topmost port first.
std::vector<Leaving> in_port_order(std::vector<Leaving> edges) {
    // the outermost port gets the lane nearest to the card: right for who turns back over or under
    // the card, then for who goes farthest
    const auto rank = [](const Leaving& leaves) {
        const double outward =
            (leaves.turns_left ? 1000.0 : 0.0) + static_cast<double>(leaves.distance);
        return leaves.way == Way::up ? -outward : leaves.way == Way::down ? outward : 0.0;
    };
    std::stable_sort(edges.begin(), edges.end(), [&](const Leaving& a, const Leaving& b) {
        return a.way != b.way ? a.way < b.way : rank(a) < rank(b);
    });
    return edges;
}

std::vector<std::vector<Leaving>> edges_by_card(const FlowGraph& graph, const Routing& routing) {
    std::vector<std::vector<Leaving>> by_card(graph.cards.size());
    for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
        by_card[graph.edges[edge].from].push_back(leaving(routing, edge));
    }
    return by_card;
}

}  // namespace

PortRoom port_room(const FlowGraph& graph, const Grid& grid, const Routing& routing,
                   const Sizes& sizes, std::size_t card) {
    PortRoom room;
    double straight = 0, unsure = 0;
    for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
        if (graph.edges[edge].from != card) continue;
        const double slot = slot_of(sizes, edge);
        switch (leaving(routing, edge).way) {
            case Way::up:
                room.above += slot;
                break;
            case Way::down:
                room.below += slot;
                break;
            case Way::straight:  // towards an end beside the row it may yet turn either way
                (stands_beside(graph, grid, graph.edges[edge].to) ? unsure : straight) += slot;
                break;
        }
    }
    constexpr double margin = 1.6;
    const double middle = std::max(straight / 2, slot_gap) + unsure + margin;
    return {room.above + middle, room.below + middle};
}

std::vector<double> assign_ports(const FlowGraph& graph, const Grid& grid, const Routing& routing,
                                 const Sizes& sizes, const std::vector<double>& row_ports,
                                 const std::vector<double>& end_y) {
    std::vector<double> ports(graph.edges.size(), 0);
    auto by_card = edges_by_card(graph, routing);
    for (std::size_t card = 0; card < by_card.size(); ++card) {
        const double middle = row_ports[grid.cells[card].row];
        for (auto& leaves : by_card[card]) {
            const auto to = graph.edges[leaves.edge].to;
            if (leaves.way != Way::straight || !stands_beside(graph, grid, to)) continue;
            if (routing.routes[leaves.edge].size() > 1) continue;  // crosses empty cells first
            const double away = end_y[to - graph.cards.size()] - middle;
            if (std::abs(away) > 1e-6) leaves.way = away < 0 ? Way::up : Way::down;
        }
        const auto order = in_port_order(std::move(by_card[card]));
        const auto first_down = std::find_if(order.begin(), order.end(), [](const Leaving& leaves) {
            return leaves.way != Way::up;
        });
        double room =
            0;  // half of what the straight edge takes; without one, keep clear of the middle
        for (const auto& leaves : order) {
            if (leaves.way == Way::straight) room = slot_of(sizes, leaves.edge) / 2;
        }
        double y = middle - (room > 0 ? room : slot_gap);
        for (auto i = first_down; i != order.begin();) {
            --i;
            y -= slot_of(sizes, i->edge) / 2;
            ports[i->edge] = y;
            y -= slot_of(sizes, i->edge) / 2;
        }
        y = middle + (room > 0 ? room : slot_gap);
        for (auto i = first_down; i != order.end(); ++i) {
            if (i->way == Way::straight) {
                ports[i->edge] = middle;
                continue;
            }
            y += slot_of(sizes, i->edge) / 2;
            ports[i->edge] = y;
            y += slot_of(sizes, i->edge) / 2;
        }
    }
    return ports;
}

}  // namespace cjm::render::flow
