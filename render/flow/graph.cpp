#include "render/flow/graph.hpp"

#include <algorithm>
#include <map>

#include "journey/wait_moments.hpp"
#include "render/flow/graph_change.hpp"
#include "render/flow/loops.hpp"

namespace cjm::render::flow {
namespace {

/// What the author says about going on from a touchpoint to one target, averaged over the personas.
struct Leg {
    std::string target;
    double share = 0, wait_days = 0;
    bool in_next = false;
};

Leg& leg_to(std::vector<Leg>& legs, const std::string& target) {
    const auto found = std::find_if(legs.begin(), legs.end(),
                                    [&](const Leg& leg) { return leg.target == target; });
    if (found != legs.end()) return *found;
    return legs.emplace_back(Leg{target, 0, 0, false});
}

void add_behaviour(std::vector<Leg>& legs, const Behaviour& behaviour, double persona_share) {
    if (behaviour.next) {
        for (const auto& [name, number] : behaviour.next->shares) {
            auto& leg = leg_to(legs, name.value);
            leg.share += persona_share * number.likely;
            leg.in_next = true;
        }
    }
    for (const auto& after : behaviour.after) {
        if (!after) continue;
        for (const auto& [name, number] : after->shares) leg_to(legs, name.value);
    }
    if (!behaviour.wait) return;
    for (const auto& [target, wait] : behaviour.wait->entries) {
        for (auto& leg : legs) {
            if (leg.target == target.value) leg.wait_days += persona_share * mean_days(wait);
        }
    }
}

std::vector<Leg> legs_of(const Journey& journey, const Touchpoint& touchpoint) {
    std::vector<Leg> legs;
    if (journey.personas.empty()) add_behaviour(legs, touchpoint.behaviour, 1);
    for (const auto& persona : journey.personas) {
        add_behaviour(legs, behaviour_of(touchpoint, persona.id.value), persona.share.likely);
    }
    return legs;
}

using Traversals = std::map<std::pair<std::string, std::string>, double>;

void add_edges(FlowGraph& graph, const Journey& journey, const Traversals& traversals) {
    const NameIndex index(journey);
    for (std::size_t from = 0; from < graph.cards.size(); ++from) {
        const auto& card = graph.cards[from];
        for (const auto& leg : legs_of(journey, *card.touchpoint)) {
            Edge edge{.from = from};
            const auto target = index.find(leg.target);
            if (const auto* touchpoint = std::get_if<TouchpointId>(&target)) {
                edge.to = touchpoint->index();
            } else if (const auto* outcome = std::get_if<OutcomeId>(&target)) {
                edge.to = graph.cards.size() + outcome->index();
            } else {
                continue;
            }
            edge.traffic = leg.share;
            if (leg.in_next) edge.share = leg.share;
            if (card.numbers) {
                const auto found = traversals.find({card.touchpoint->id.value, leg.target});
                edge.traffic = found == traversals.end() ? 0 : found->second;
                edge.share.reset();
                if (card.numbers->visits > 0) edge.share = edge.traffic / card.numbers->visits;
            }
            if (leg.wait_days > 0) edge.wait_days = leg.wait_days;
            graph.edges.push_back(edge);
        }
    }
}

CardNumbers numbers_of(const TouchpointResult& result, const Journey& journey) {
    CardNumbers numbers{result.reach.estimate,
                        result.visits.estimate,
                        result.left.estimate,
                        result.ghosted.estimate,
                        {}};
    for (const auto& cause : result.causes) {
        const auto id = find_cause(journey, cause.id);
        if (id && cause.share.estimate > 0) {
            numbers.causes.push_back({id.index(), cause.share.estimate});
        }
    }
    return numbers;
}

void add_cards(FlowGraph& graph, const Journey& journey, const SimulationResult* result) {
    std::map<std::string, const TouchpointResult*> results;
    if (result) {
        for (const auto& touchpoint : result->touchpoints) results[touchpoint.id] = &touchpoint;
    }
    for (const auto& touchpoint : journey.touchpoints) {
        Card card{.touchpoint = &touchpoint};
        if (touchpoint.stage) {
            const auto stage = find_stage(journey, touchpoint.stage->value);
            if (stage) card.stage = stage.index();
        }
        const auto found = results.find(touchpoint.id.value);
        if (found != results.end()) card.numbers = numbers_of(*found->second, journey);
        graph.cards.push_back(std::move(card));
    }
}

void add_starts(FlowGraph& graph, const Journey& journey) {
    const auto add = [&](const Start& start, double persona_share) {
        for (const auto& [name, number] : start.shares) {
            const auto id = find_touchpoint(journey, name.value);
            if (id) graph.cards[id.index()].start_share += persona_share * number.likely;
        }
    };
    if (journey.personas.empty()) add(journey.start, 1);
    for (const auto& persona : journey.personas) {
        add(persona.start ? *persona.start : journey.start, persona.share.likely);
    }
}

void add_moments(FlowGraph& graph, const MomentsResult& moments) {
    graph.moments_known = true;
    std::map<std::string, const MomentResult*> by_id;
    for (const auto& moment : moments.touchpoints)
        if (moment.moment_of_truth) by_id[moment.id] = &moment;
    for (auto& card : graph.cards) {
        const auto found = by_id.find(card.touchpoint->id.value);
        if (found == by_id.end()) continue;
        const MomentResult& moment = *found->second;
        card.found = FoundMoment{*moment.rank_low, *moment.rank_high, moment.impact->estimate};
    }
}

}  // namespace

FlowGraph make_graph(const Journey& journey, const Told& told) {
    const SimulationResult* const result = told.result;
    FlowGraph graph;
    graph.simulated = result != nullptr;
    graph.has_stages = !journey.stages.empty();
    for (const auto& stage : journey.stages) graph.stages.push_back(stage.shown());
    if (!graph.has_stages) graph.stages.emplace_back();
    add_cards(graph, journey, result);
    if (told.change != nullptr) add_gone_cards(graph, journey, *told.change);
    if (told.moments != nullptr) add_moments(graph, *told.moments);
    add_starts(graph, journey);
    graph.ends = ends_of(journey, result);
    Traversals traversals;
    if (result) {
        for (const auto& [from, to, count] : result->transitions) {
            traversals[{from, to}] = count.estimate;
        }
    }
    add_edges(graph, journey, traversals);
    if (told.change != nullptr) mark_changes(graph, journey, *told.change);
    for (const auto& edge : graph.edges) {
        graph.longest_wait_days = std::max(graph.longest_wait_days, edge.wait_days.value_or(0));
    }
    mark_back_edges(graph);
    return graph;
}

}  // namespace cjm::render::flow
