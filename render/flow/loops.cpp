#include "render/flow/loops.hpp"

#include "journey/graph.hpp"

namespace cjm::render::flow {

void mark_back_edges(FlowGraph& graph) {
    std::vector<cjm::Edge> ways;
    for (const auto& edge : graph.edges) {
        if (graph.is_end(edge.to)) continue;
        ways.push_back({static_cast<Vertex>(edge.from), static_cast<Vertex>(edge.to)});
    }
    const auto loops = Graph(graph.cards.size(), ways).components();
    for (auto& edge : graph.edges) {
        if (graph.is_end(edge.to)) continue;
        const auto from_stage = graph.cards[edge.from].stage;
        const auto to_stage = graph.cards[edge.to].stage;
        const bool same_loop = loops.of[edge.from] == loops.of[edge.to];
        edge.back =
            to_stage < from_stage || (to_stage == from_stage && same_loop && edge.to <= edge.from);
    }
}

}  // namespace cjm::render::flow
