// Owns: where on a card's right side each of its edges leaves. Must not know: channels' places,
// drawing.
#pragma once
#include <vector>

#include "render/flow/place.hpp"

namespace cjm::render::flow {

/// How much a card needs above and below its straight port so that its edges' labels stand apart.
struct PortRoom {
    double above = 0, below = 0;
};
[[nodiscard]] PortRoom port_room(const FlowGraph& graph, const Grid& grid, const Routing& routing,
                                 const Sizes& sizes, std::size_t card);

/// The y of every edge at its card: straight on at the row's port, those that turn up above it,
/// those that turn down below, in an order in which they need not cross.
[[nodiscard]] std::vector<double> assign_ports(const FlowGraph& graph, const Grid& grid,
                                               const Routing& routing, const Sizes& sizes,
                                               const std::vector<double>& row_ports,
                                               const std::vector<double>& end_y);

}  // namespace cjm::render::flow
