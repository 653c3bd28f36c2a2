#include <algorithm>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

#include "simulate/exact/solver.hpp"

namespace cjm::simulate {

std::vector<Component> components_of(const Chain& chain) {
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
    Graph graph(chain.visits.size());
    std::vector<bool> self(chain.visits.size());
    for (std::size_t from = 0; from < chain.visits.size(); ++from)
        for (const ChainWay& way : chain.visits[from].ways)
            for (const ChainEdge& edge : way.edges) {
                if (!edge.touchpoint) continue;
                if (edge.touchpoint.index() == from) self[from] = true;
                boost::add_edge(from, edge.touchpoint.index(), graph);
            }
    std::vector<std::size_t> number(chain.visits.size());
    const auto count = boost::strong_components(
        graph,
        boost::make_iterator_property_map(number.begin(), boost::get(boost::vertex_index, graph)));
    // Tarjan numbers a component after all it leads to: turn round
    std::vector<Component> components(count);
    for (std::size_t touchpoint = 0; touchpoint < number.size(); ++touchpoint) {
        Component& component = components[count - 1 - number[touchpoint]];
        component.touchpoints.push_back(TouchpointId(touchpoint));
        component.loops = component.touchpoints.size() > 1 || self[touchpoint];
    }
    return components;
}

}  // namespace cjm::simulate
