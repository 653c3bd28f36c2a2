#include "render/map/plan.hpp"

#include <cmath>

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

std::size_t Stacks::stack_of(std::size_t card) const {
    std::size_t stack = 0;
    while (stack + 1 < across && first(stack + 1) <= card) ++stack;
    return stack;
}

Stacks stack_cards(std::size_t cards, double least, double width) {
    constexpr double pleasant_card = 29;
    const double own = std::max(least, pleasant_card);
    const auto most = static_cast<std::size_t>(
        std::max(1.0, std::floor((width + Stacks::card_gap) / (own + Stacks::card_gap))));
    const std::size_t rows = (cards + most - 1) / most;
    return {cards, (cards + rows - 1) / rows};
}

double stop_x(const Stop& stop, double least_card, const sheet::Ground& ground) {
    const double room = ground.width(stop.column) - 2 * ground.padding;
    const Stacks stacks = stack_cards(stop.neighbours, least_card, room);
    const std::size_t stack = stacks.stack_of(stop.place), first = stacks.first(stack);
    const double width = stacks.width(room);
    const double left = ground.left(stop.column) + ground.padding +
                        static_cast<double>(stack) * (width + Stacks::card_gap);
    return left + width * (static_cast<double>(stop.place - first) + 0.5) /
                      static_cast<double>(stacks.first(stack + 1) - first);
}

}  // namespace cjm::render::map
