#include "simulate/kernel/tables.hpp"

#include <algorithm>
#include <iterator>

#include "base/contract.hpp"
#include "simulate/random/threshold.hpp"

namespace cjm::simulate::kernel {
namespace {

// A file of the largest size that is read has room for far fewer targets of one touchpoint.
constexpr std::uint32_t most_slots = 1U << 26U;

Edge wait_of(const CompiledJourney& journey, std::uint32_t wait) {
    if (wait == no_wait) return {};
    const WaitScale& scale = journey.waits.scales[wait];
    Edge edge{};
    edge.bias = scale.bias;
    edge.scale = scale.scale;
    edge.spread = scale.spread;
    edge.shift = scale.shift & 63U;
    edge.first_cell = scale.first_cell;
    return edge;
}

// The place of a transition among those that leave the same touchpoint.
std::uint32_t slot_of(const CompiledJourney& journey, std::uint32_t transition) {
    const auto after = std::upper_bound(journey.first_transition.begin(),
                                        journey.first_transition.end(), transition);
    return transition - *std::prev(after);
}

bool leads_apart(const CompiledVisit& visit) {
    return visit.way[0] != visit.way[1] || visit.way[0] != visit.way[2];
}

}  // namespace

Tables::Tables(const CompiledJourney& journey, const Amounts& amounts) {
    add_edges(journey);
    add_spots(journey);
    add_amounts(journey, amounts);
    view_.features.waits = journey.has_waits;
    view_.features.fade = !journey.faded.empty();
    view_.touchpoints = journey.touchpoint_count;
    view_.transitions = static_cast<std::uint32_t>(journey.transitions.size());
    view_.levels = static_cast<std::uint32_t>(journey.goodwill_levels());
    view_.floor = journey.goodwill_floor;
    view_.horizon = journey.horizon;
    view_.discount = journey.discount;
    view_.spots = spots_.data();
    view_.ways = ways_.data();
    view_.below = below_.data();
    view_.edges = edges_.data();
    view_.last_edge = last_edge_.data();
    view_.frictions = frictions_.data();
    view_.patience_of = patience_of_.data();
    view_.leave_below = leave_below_.data();
    view_.cells = journey.waits.cells.data();
    view_.powers = journey.waits.powers.data();
    view_.faded = journey.faded.data();
    add_stops(journey);
    view_.amounts = amounts_.data();
    view_.patience = patience_.data();
    view_.first_transition = journey.first_transition.data();
}

void Tables::add_stops(const CompiledJourney& journey) {
    constexpr std::uint32_t numbers = sizeof(Visited) / sizeof(std::uint32_t);
    for (std::uint32_t v = 0; v < journey.touchpoint_count; ++v) {
        const StageId stage = journey.stage_of[v];
        const bool has_bit = stage && journey.stage_count <= 64;
        stops_.push_back(
            {journey.luck[v], has_bit ? std::uint64_t{1} << stage.index() : 0, view_.row_length});
        const std::uint32_t ways_out =
            journey.first_transition[v + 1] - journey.first_transition[v];
        view_.row_length += 1 + (ways_out + numbers - 1) / numbers;
    }
    view_.row_length += (visited_a_line - view_.row_length % visited_a_line) % visited_a_line;
    view_.stops = stops_.data();
}

View Tables::view(std::uint64_t seed) const {
    View view = view_;
    view.seed = seed;
    return view;
}

void Tables::add_edges(const CompiledJourney& journey) {
    for (std::uint32_t i = 0; i < journey.waits.scales.size(); ++i)
        patience_.push_back(wait_of(journey, i));
    for (const CompiledEdge& edge : journey.edges) {
        Edge& one = edges_.emplace_back(wait_of(journey, edge.wait));
        below_.push_back(edge.below);
        one.transition = edge.transition;
        const std::uint32_t slot = slot_of(journey, edge.transition);
        CJM_EXPECTS(slot < most_slots);
        one.slot = slot & (most_slots - 1);
        one.target = edge.outcome != none_index ? edge.outcome | outcome_bit : edge.touchpoint;
        frictions_.push_back({edge.friction ? journey.friction_goodwill : 0,
                              static_cast<std::uint32_t>(edge.friction)});
        patience_of_.push_back(edge.patience);
        view_.features.spreads |= one.spread != 0;
        view_.features.patience |= edge.patience != no_wait;
    }
    view_.features.friction = journey.has_friction;
    if (!journey.edges.empty()) return;
    // what a way without targets, which everybody leaves, points at
    edges_.emplace_back();
    below_.push_back(certain);
    frictions_.emplace_back();
    patience_of_.push_back(no_wait);
}

Way Tables::way(const CompiledJourney& journey, std::uint32_t index) {
    const CompiledWay& compiled = journey.ways[index];
    Way way{};
    const auto levels = static_cast<std::uint32_t>(journey.goodwill_levels());
    way.leave = compiled.leave_row == none_index ? 0 : (compiled.leave_row + 1) * levels;
    way.first_edge = compiled.edge_count > 0 ? compiled.first_edge : 0;
    view_.features.many_edges |= compiled.edge_count > near_edges;
    last_edge_.push_back(way.first_edge + std::max(compiled.edge_count, 1U) - 1);
    for (std::uint32_t k = 0; k + 1 < near_edges; ++k)
        way.below[k] =
            k < compiled.edge_count ? journey.edges[compiled.first_edge + k].below : certain;
    return way;
}

void Tables::add_spots(const CompiledJourney& journey) {
    leave_below_.assign(journey.goodwill_levels(), 0);
    for (const LeaveThresholds& thresholds : journey.leave)
        leave_below_.push_back(thresholds.leave_below);
    const bool apart = std::any_of(journey.visits.begin(), journey.visits.end(), leads_apart);
    view_.ways_per_spot = apart ? 3 : 1;
    view_.way_mask = apart ? ~std::uint32_t{0} : 0;
    for (const CompiledVisit& visit : journey.visits) {
        spots_.push_back({visit.bad_below, visit.good_from, visit.good_step, visit.bad_step});
        for (std::size_t e = 0; e < view_.ways_per_spot; ++e)
            ways_.push_back(way(journey, visit.way[e]));
    }
}

void Tables::add_amounts(const CompiledJourney& journey, const Amounts& amounts) {
    for (const Amounts::Visit& visit : amounts.visits)
        amounts_.push_back({visit.effort, visit.cost, visit.revenue, visit.refers,
                            static_cast<std::int64_t>(visit.purchase)});
    view_.features.amounts =
        std::any_of(amounts.visits.begin(), amounts.visits.end(),
                    [](const Amounts::Visit& visit) { return !(visit == Amounts::Visit()); });
    view_.features.discount = view_.features.amounts && journey.discount > 0;
}

}  // namespace cjm::simulate::kernel
