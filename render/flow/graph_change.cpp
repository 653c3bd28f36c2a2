#include "render/flow/graph_change.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace cjm::render::flow {
namespace {

using Way = std::pair<std::string, std::string>;

/// Cards and ends by id.
std::map<std::string, std::size_t> nodes_of(const FlowGraph& graph) {
    std::map<std::string, std::size_t> nodes;
    for (std::size_t card = 0; card < graph.cards.size(); ++card)
        nodes[graph.cards[card].touchpoint->id.value] = card;
    for (std::size_t end = 0; end < graph.ends.size(); ++end)
        if (!graph.ends[end].id.empty()) nodes[graph.ends[end].id] = graph.cards.size() + end;
    return nodes;
}

Way way_of(const FlowGraph& graph, const Edge& edge) {
    return {graph.cards[edge.from].touchpoint->id.value,
            graph.is_end(edge.to) ? graph.ends[edge.to - graph.cards.size()].id
                                  : graph.cards[edge.to].touchpoint->id.value};
}

void add_gone_ways(FlowGraph& graph, const JourneyChange& change) {
    std::map<Way, bool> drawn;
    for (const Edge& edge : graph.edges) drawn[way_of(graph, edge)] = true;
    const auto nodes = nodes_of(graph);
    for (const WayChange& way : change.ways) {
        if (way.kind != ChangeKind::gone || drawn[{way.from, way.to}]) continue;
        const auto from = nodes.find(way.from), to = nodes.find(way.to);
        if (from == nodes.end() || to == nodes.end()) continue;
        Edge edge;
        edge.from = from->second;
        edge.to = to->second;
        graph.edges.push_back(edge);
    }
    std::ranges::stable_sort(graph.edges, {}, &Edge::from);
}

MaybeEstimate difference_of(const End& end, const ChangeFigures& figures) {
    if (!end.id.empty()) {
        const OutcomeDifference* const outcome = figures.places.outcome(end.id);
        return outcome != nullptr ? outcome->share : std::nullopt;
    }
    switch (end.kind) {
        case EndKind::ghosted:
            return figures.difference.of(ComparedFigure::ghosted);
        case EndKind::left_openly:
            return figures.difference.of(ComparedFigure::left_openly);
        case EndKind::in_progress:
            return figures.difference.of(ComparedFigure::in_progress);
        default:
            return std::nullopt;
    }
}

}  // namespace

void add_gone_cards(FlowGraph& graph, const Journey& journey, const ChangeResult& change) {
    for (const Touchpoint& touchpoint : change.as_is.touchpoints) {
        if (find_touchpoint(journey, touchpoint.id.value)) continue;
        Card card;
        card.touchpoint = &touchpoint;
        if (graph.simulated) card.numbers = CardNumbers{};  // nobody comes there
        const StageId stage =
            touchpoint.stage ? find_stage(journey, touchpoint.stage->value) : StageId{};
        if (stage) card.stage = stage.index();
        graph.cards.push_back(std::move(card));
    }
}

void mark_changes(FlowGraph& graph, const Journey& journey, const ChangeResult& change) {
    add_gone_ways(graph, change.journey);
    for (Card& card : graph.cards) {
        card.change = change.journey.touchpoint(card.touchpoint->id.value);
        if (change.figures)
            card.difference = change.figures->places.touchpoint(card.touchpoint->id.value);
    }
    std::map<Way, const WayChange*> changes;
    for (const WayChange& way : change.journey.ways) changes[{way.from, way.to}] = &way;
    std::map<Way, const WayDifference*> differences;
    if (change.figures)
        for (const WayDifference& way : change.figures->places.ways)
            differences[{way.from, way.to}] = &way;
    const auto look_up = [](const auto& ways, const Way& way) {
        const auto found = ways.find(way);
        return found == ways.end() ? nullptr : found->second;
    };
    for (Edge& edge : graph.edges) {
        const Way way = way_of(graph, edge);
        edge.change = look_up(changes, way);
        edge.difference = look_up(differences, way);
        if (edge.change != nullptr && edge.change->kind == ChangeKind::gone) edge.share.reset();
    }
    if (!change.figures || in_progress_is_success(journey)) return;
    for (End& end : graph.ends) end.difference = difference_of(end, *change.figures);
}

}  // namespace cjm::render::flow
