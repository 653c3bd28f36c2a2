#include "journey/graph.hpp"
#include "simulate/exact/solver.hpp"

namespace cjm::simulate {

std::vector<Component> components_of(const Chain& chain) {
    std::vector<Edge> edges;
    std::vector<bool> self(chain.visits.size());
    for (std::size_t from = 0; from < chain.visits.size(); ++from)
        for (const ChainWay& way : chain.visits[from].ways)
            for (const ChainEdge& edge : way.edges) {
                if (!edge.touchpoint) continue;
                if (edge.touchpoint.index() == from) self[from] = true;
                edges.push_back(
                    {static_cast<Vertex>(from), static_cast<Vertex>(edge.touchpoint.index())});
            }
    // edges lead to the same or a smaller number: turn round
    const Components found = Graph(chain.visits.size(), edges).components();
    std::vector<Component> components(found.count);
    for (std::size_t touchpoint = 0; touchpoint < found.of.size(); ++touchpoint) {
        Component& component = components[found.count - 1 - found.of[touchpoint]];
        component.touchpoints.push_back(TouchpointId(touchpoint));
        component.loops = component.touchpoints.size() > 1 || self[touchpoint];
    }
    return components;
}

}  // namespace cjm::simulate
