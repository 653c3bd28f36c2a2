#include "journey/check/loops.hpp"

#include <algorithm>

#include "base/exact_math.hpp"

namespace cjm::check {
namespace {

/// Calls `visit` with every edge that can be taken and where it starts.
template <class Visit>
void for_each_edge(const Flow& flow, const Visit& visit) {
    for (Vertex from = 0; from < flow.visits.size(); ++from) {
        const FlowVisit& here = flow.visits[from];
        for (std::size_t experience = 0; experience < here.chance.size(); ++experience)
            if (here.chance[experience] > 0)
                for (const FlowEdge& edge : here.after(experience).edges) visit(from, edge);
    }
}

std::vector<Edge> edges_without_wait(const Flow& flow) {
    std::vector<Edge> edges;
    for_each_edge(flow, [&](Vertex from, const FlowEdge& edge) {
        if (!edge.time_can_pass) edges.push_back({from, edge.target});
    });
    return edges;
}

/// By component: whether a way leads from a vertex in it back to that vertex.
std::vector<bool> repeating_components(const Components& components,
                                       const std::vector<Edge>& edges) {
    std::vector<bool> repeating(components.count);
    for (const Edge& edge : edges)
        if (components.of[edge.from] == components.of[edge.to])
            repeating[components.of[edge.from]] = true;
    return repeating;
}

/// By component of the journey: it repeats, and not without time passing.
std::vector<bool> excused_by_horizon(const Flow& flow, const Structure& structure) {
    if (!flow.journey->horizon_days) return std::vector<bool>(structure.components.count);
    std::vector<bool> excused = structure.repeating;
    const std::vector<Edge> edges = edges_without_wait(flow);
    const Components instant = Graph(flow.vertex_count(), edges).components();
    const std::vector<bool> round_at_once = repeating_components(instant, edges);
    for (std::size_t v = 0; v < instant.of.size(); ++v)
        if (round_at_once[instant.of[v]]) excused[structure.components.of[v]] = false;
    return excused;
}

bool can_leave(const FlowVisit& visit) {
    for (std::size_t experience = 0; experience < visit.chance.size(); ++experience)
        if (visit.chance[experience] > 0 && visit.can_leave(experience)) return true;
    return false;
}

std::vector<bool> can_end(const Flow& flow, const Structure& structure) {
    std::vector<Vertex> ends;
    for (Vertex v = 0; v < flow.vertex_count(); ++v)
        if (!flow.is_touchpoint(v) || can_leave(flow.visits[v]) ||
            structure.excused[structure.components.of[v]])
            ends.push_back(v);
    for_each_edge(flow, [&](Vertex from, const FlowEdge& edge) {
        if (edge.patience_can_run_out()) ends.push_back(from);
    });
    return structure.graph.leading_to(ends);
}

EndlessLoop loop_of(const Flow& flow, const Structure& structure,
                    const std::vector<Vertex>& members) {
    EndlessLoop loop{.way_round = {}, .members = members};
    std::vector<bool> inside(structure.graph.vertex_count());
    for (const Vertex v : members) inside[v] = true;
    if (flow.journey->horizon_days) {
        const Graph at_once(inside.size(), edges_without_wait(flow));
        for (std::size_t i = 0; i < members.size() && loop.way_round.empty(); ++i)
            loop.way_round = at_once.shortest_loop(members[i], inside);
        loop.without_wait = true;
    } else {
        loop.way_round = structure.graph.shortest_loop(members.front(), inside);
    }
    loop.nobody_leaves = std::any_of(members.begin(), members.end(), [&](Vertex v) {
        const auto& ways = flow.visits[v].ways;
        return std::any_of(ways.begin(), ways.end(), [](const FlowWay& w) { return w.hazard > 0; });
    });
    return loop;
}

}  // namespace

Structure structure_of(const Flow& flow) {
    std::vector<Edge> edges = edges_of(flow);
    const auto start = static_cast<Vertex>(flow.vertex_count());
    for (const auto& [vertex, share] : flow.start)
        edges.push_back({start, vertex, -exact::log(std::min(1.0, share))});
    Structure structure{Graph(start + 1, edges), start, {}, {}, {}, {}, {}};
    structure.components = structure.graph.components();
    structure.reached = structure.graph.reachable_from({&start, 1});
    structure.repeating = repeating_components(structure.components, edges);
    structure.excused = excused_by_horizon(flow, structure);
    structure.can_end = can_end(flow, structure);
    return structure;
}

std::vector<EndlessLoop> endless_loops(const Flow& flow, const Structure& structure) {
    const auto stuck = [&](Vertex v) { return structure.reached[v] && !structure.can_end[v]; };
    std::vector<std::vector<Vertex>> members(structure.components.count);
    for (Vertex v = 0; v < flow.visits.size(); ++v)
        if (stuck(v)) members[structure.components.of[v]].push_back(v);
    for_each_edge(flow, [&](Vertex from, const FlowEdge& edge) {
        const auto component = structure.components.of[from];
        if (component != structure.components.of[edge.target]) members[component].clear();
    });
    std::vector<EndlessLoop> loops;
    for (const auto& loop : members)
        if (!loop.empty()) loops.push_back(loop_of(flow, structure, loop));
    return loops;
}

}  // namespace cjm::check
