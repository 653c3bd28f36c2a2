#include "render/flow/widths.hpp"

#include <algorithm>

namespace cjm::render::flow {

double width_for(double traffic, double most) {
    constexpr double widest = 1.9, thinnest = 0.32;
    return std::max(thinnest, widest * std::min(1.0, traffic / most));
}

double most_traffic(const FlowGraph& graph) {
    double most = 1;
    for (const auto& edge : graph.edges) most = std::max(most, edge.traffic);
    return most;
}

}  // namespace cjm::render::flow
