#include "render/map/plan.hpp"

namespace cjm::render::map {
namespace {

/// Cards by stage, the stages in order; where there are none, all at once.
std::vector<std::vector<std::size_t>> by_stage(const flow::FlowGraph& graph) {
    std::vector<std::vector<std::size_t>> cards(graph.stages.size());
    for (std::size_t card = 0; card < graph.cards.size(); ++card)
        cards[graph.cards[card].stage].push_back(card);
    return cards;
}

void add_stop(Plan& plan, std::size_t card, std::size_t column, std::size_t place,
              std::size_t neighbours) {
    plan.stop_of_card[card] = plan.stops.size();
    plan.stops.push_back({card, column, place, neighbours, plan.stops.size() + 1});
}

}  // namespace

Plan make_plan(const flow::FlowGraph& graph, Columns wanted) {
    Plan plan;
    plan.kind = graph.has_stages ? wanted : Columns::touchpoint;
    plan.stop_of_card.resize(graph.cards.size());
    const auto stages = by_stage(graph);
    for (std::size_t stage = 0; stage < stages.size(); ++stage) {
        const auto& cards = stages[stage];
        for (std::size_t place = 0; place < cards.size(); ++place) {
            if (plan.kind == Columns::touchpoint) {
                add_stop(plan, cards[place], plan.columns++, 0, 1);
                plan.column_stage.push_back(stage);
            } else {
                add_stop(plan, cards[place], plan.columns, place, cards.size());
            }
        }
        if (plan.kind == Columns::touchpoint) continue;
        plan.column_stage.push_back(stage);
        ++plan.columns;
    }
    return plan;
}

double stop_x(const Stop& stop, const sheet::Ground& ground) {
    return ground.left(stop.column) + ground.width(stop.column) *
                                          (static_cast<double>(stop.place) + 0.5) /
                                          static_cast<double>(stop.neighbours);
}

}  // namespace cjm::render::map
