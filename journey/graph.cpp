#include "journey/graph.hpp"

#include <algorithm>
#include <limits>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include "base/contract.hpp"

namespace cjm {
namespace {

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS,
                                         boost::no_property, double>;
using BoostVertex = boost::graph_traits<BoostGraph>::vertex_descriptor;

/// Which vertices a search from the starts visits.
template <class AnyGraph>
std::vector<bool> visited_from(const AnyGraph& graph, std::span<const Vertex> starts) {
    using Colour = boost::default_color_type;
    std::vector<Colour> colours(num_vertices(graph), Colour::white_color);
    const auto colour_map =
        boost::make_iterator_property_map(colours.begin(), get(boost::vertex_index, graph));
    boost::queue<BoostVertex> queue;
    for (const Vertex start : starts)
        if (colours[start] == Colour::white_color)
            boost::breadth_first_visit(graph, BoostVertex{start}, queue,
                                       boost::default_bfs_visitor(), colour_map);
    std::vector<bool> visited(colours.size());
    for (std::size_t v = 0; v < colours.size(); ++v) visited[v] = colours[v] != Colour::white_color;
    return visited;
}

template <class AnyGraph>
Components components_of(const AnyGraph& graph) {
    Components found{std::vector<std::uint32_t>(num_vertices(graph)), 0};
    if (found.of.empty()) return found;
    const auto index = get(boost::vertex_index, graph);
    found.count = static_cast<std::size_t>(
        boost::strong_components(graph, boost::make_iterator_property_map(found.of.begin(), index),
                                 boost::vertex_index_map(index)));
    return found;
}

/// The vertices that a search may use.
struct Inside {
    const std::vector<bool>* allowed = nullptr;
    bool operator()(BoostVertex vertex) const { return (*allowed)[vertex]; }
};

/// Follows predecessors from the last vertex back to one that is its own.
std::vector<Vertex> traced_back(Vertex last, const std::vector<BoostVertex>& predecessor) {
    std::vector<Vertex> path{last};
    while (predecessor[path.back()] != path.back())
        path.push_back(static_cast<Vertex>(predecessor[path.back()]));
    std::reverse(path.begin(), path.end());
    return path;
}

}  // namespace

struct Graph::Boost {
    BoostGraph graph;
};

Graph::Graph(std::size_t vertex_count, std::span<const Edge> edges)
    : boost_(new Boost{BoostGraph(vertex_count)}) {
    for (const Edge& edge : edges) {
        CJM_EXPECTS(edge.from < vertex_count && edge.to < vertex_count);
        add_edge(edge.from, edge.to, edge.length, boost_->graph);
    }
}

Graph::~Graph() = default;
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;

std::size_t Graph::vertex_count() const {
    return num_vertices(boost_->graph);
}

std::vector<bool> Graph::reachable_from(std::span<const Vertex> starts) const {
    return visited_from(boost_->graph, starts);
}

std::vector<bool> Graph::leading_to(std::span<const Vertex> ends) const {
    return visited_from(boost::make_reverse_graph(boost_->graph), ends);
}

Components Graph::components() const {
    return components_of(boost_->graph);
}

std::vector<Vertex> Graph::shortest_path(std::span<const Vertex> starts,
                                         std::span<const Vertex> ends) const {
    const BoostGraph& graph = boost_->graph;
    const auto index = get(boost::vertex_index, graph);
    std::vector<BoostVertex> predecessor(num_vertices(graph));
    for (std::size_t v = 0; v < predecessor.size(); ++v) predecessor[v] = v;
    std::vector<double> length(predecessor.size(), std::numeric_limits<double>::infinity());
    std::vector<BoostVertex> sources(starts.begin(), starts.end());
    for (const Vertex start : starts) length[start] = 0;
    boost::dijkstra_shortest_paths_no_init(
        graph, sources.begin(), sources.end(),
        boost::make_iterator_property_map(predecessor.begin(), index),
        boost::make_iterator_property_map(length.begin(), index), get(boost::edge_bundle, graph),
        index, std::less<>(), boost::closed_plus<double>(), 0.0, boost::default_dijkstra_visitor());
    const auto nearest = std::min_element(
        ends.begin(), ends.end(), [&](Vertex a, Vertex b) { return length[a] < length[b]; });
    if (nearest == ends.end() || length[*nearest] == std::numeric_limits<double>::infinity())
        return {};
    return traced_back(*nearest, predecessor);
}

std::vector<Vertex> Graph::shortest_loop(Vertex vertex, const std::vector<bool>& inside) const {
    const BoostGraph& graph = boost_->graph;
    const auto allowed = boost::make_filtered_graph(graph, boost::keep_all(), Inside{&inside});
    std::vector<BoostVertex> predecessor(num_vertices(graph));
    for (std::size_t v = 0; v < predecessor.size(); ++v) predecessor[v] = v;
    std::vector<std::size_t> steps(predecessor.size(), std::numeric_limits<std::size_t>::max());
    steps[vertex] = 0;
    const auto index = get(boost::vertex_index, graph);
    boost::breadth_first_search(
        allowed, BoostVertex{vertex},
        boost::vertex_index_map(index).visitor(boost::make_bfs_visitor(std::make_pair(
            boost::record_distances(boost::make_iterator_property_map(steps.begin(), index),
                                    boost::on_tree_edge()),
            boost::record_predecessors(
                boost::make_iterator_property_map(predecessor.begin(), index),
                boost::on_tree_edge())))));
    std::optional<Vertex> last;
    for (auto [edge, end] = in_edges(BoostVertex{vertex}, graph); edge != end; ++edge) {
        const auto from = static_cast<Vertex>(source(*edge, graph));
        const bool reached = steps[from] != std::numeric_limits<std::size_t>::max();
        if (inside[from] && reached && (!last || steps[from] < steps[*last])) last = from;
    }
    if (!last) return {};
    std::vector<Vertex> loop = traced_back(*last, predecessor);
    loop.push_back(vertex);
    return loop;
}

Components components_of_rows(std::span<const std::size_t> first, std::span<const Vertex> targets) {
    CJM_EXPECTS(!first.empty() && first.back() == targets.size());
    using Rows =
        boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                           boost::no_property, Vertex, std::size_t>;
    std::vector<std::pair<Vertex, Vertex>> edges;
    edges.reserve(targets.size());
    for (std::size_t v = 0; v + 1 < first.size(); ++v)
        for (std::size_t i = first[v]; i < first[v + 1]; ++i)
            edges.emplace_back(static_cast<Vertex>(v), targets[i]);
    return components_of(Rows(boost::edges_are_sorted, edges.begin(), edges.end(),
                              static_cast<Vertex>(first.size() - 1)));
}

}  // namespace cjm
