#include "simulate/tally/tally.hpp"

#include <algorithm>

#include "base/contract.hpp"

namespace cjm::simulate {
namespace {

// Finer histograms than a report shows, as long as they cost little: at 10 octaves each, 5,000
// touchpoints need about 40 MB.
constexpr unsigned fine_bits = 7, coarse_bits = 5;
constexpr std::size_t most_fine = 256;  // touchpoints; more of them have coarser histograms

unsigned histogram_bits(std::size_t touchpoints) {
    return touchpoints <= most_fine ? fine_bits : coarse_bits;
}

template <class Sums>
void add_each(std::vector<Sums>& to, const std::vector<Sums>& from) {
    CJM_EXPECTS(to.size() == from.size());
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

}  // namespace

CountSums& CountSums::operator+=(const CountSums& other) {
    sum += other.sum;
    squares += other.squares;
    return *this;
}

AmountSums& AmountSums::operator+=(const AmountSums& other) {
    sum += other.sum;
    squares += other.squares;
    return *this;
}

TouchpointTally& TouchpointTally::operator+=(const TouchpointTally& other) {
    reached += other.reached;
    visits += other.visits;
    good += other.good;
    bad += other.bad;
    good_visits += other.good_visits;
    bad_visits += other.bad_visits;
    good_bad += other.good_bad;
    goodwill += other.goodwill;
    goodwill_visits += other.goodwill_visits;
    goodwill_squares += other.goodwill_squares;
    if (!other.goodwill_levels.empty()) {
        goodwill_levels.resize(other.goodwill_levels.size());
        add_each(goodwill_levels, other.goodwill_levels);
    }
    first_arrival += other.first_arrival;
    return *this;
}

PersonaTally& PersonaTally::operator+=(const PersonaTally& other) {
    customers += other.customers;
    in_progress += other.in_progress;
    ghosted += other.ghosted;
    left_openly += other.left_openly;
    add_each(outcomes, other.outcomes);
    return *this;
}

SeamlessnessTally& SeamlessnessTally::operator+=(const SeamlessnessTally& other) {
    switched += other.switched;
    broken += other.broken;
    switches += other.switches;
    visits += other.visits;
    switches_visits += other.switches_visits;
    with_effort += other.with_effort;
    repeated += other.repeated;
    repeated_effort += other.repeated_effort;
    return *this;
}

MoneyTally& MoneyTally::operator+=(const MoneyTally& other) {
    revenue += other.revenue;
    cost += other.cost;
    revenue_cost += other.revenue_cost;
    revenue_purchases += other.revenue_purchases;
    purchases += other.purchases;
    buyers += other.buyers;
    repeat_buyers += other.repeat_buyers;
    lifetime += other.lifetime;
    lost_buyers += other.lost_buyers;
    at_risk += other.at_risk;
    lost_at_risk += other.lost_at_risk;
    newcomers += other.newcomers;
    lost_newcomers += other.lost_newcomers;
    newcomers_at_risk += other.newcomers_at_risk;
    return *this;
}

void ObserverTally::add(std::span<const Ticks> cutoffs, Ticks last_visit, bool silent) {
    if (cutoffs.empty()) return;
    const auto flags = [last_visit](Ticks cutoff) { return last_visit <= cutoff; };
    const auto first = std::ranges::partition_point(cutoffs, flags);
    ++(silent ? ghosted : in_progress)[static_cast<std::size_t>(first - cutoffs.begin())];
}

ObserverTally& ObserverTally::operator+=(const ObserverTally& other) {
    add_each(ghosted, other.ghosted);
    add_each(in_progress, other.in_progress);
    return *this;
}

Tally::Tally(const CompiledJourney& journey)
    : personas(journey.persona_count),
      touchpoints(journey.touchpoint_count,
                  TouchpointTally(histogram_bits(journey.touchpoint_count))),
      left(std::size_t{2} * journey.touchpoint_count * journey.cause_count),
      stages(journey.stage_count),
      transitions(journey.transitions.size()),
      time_to_success(histogram_bits(1)),
      survey(journey.survey.attributes.size()),
      cause_count(journey.cause_count) {
    for (auto& persona : personas) persona.outcomes.resize(journey.outcome_count);
    if (journey.observer_cutoffs.empty()) return;
    observer.ghosted.resize(journey.observer_cutoffs.size() + 1);
    observer.in_progress.resize(journey.observer_cutoffs.size() + 1);
}

Tally& Tally::operator+=(const Tally& other) {
    CJM_EXPECTS(cause_count == other.cause_count);
    customers += other.customers;
    add_each(personas, other.personas);
    add_each(touchpoints, other.touchpoints);
    add_each(left, other.left);
    for (std::size_t i = 0; i < stages.size(); ++i) {
        stages[i].reached += other.stages[i].reached;
        stages[i].left += other.stages[i].left;
    }
    add_each(transitions, other.transitions);
    effort += other.effort;
    newcomers += other.newcomers;
    money += other.money;
    time_to_success += other.time_to_success;
    ends += other.ends;
    survey += other.survey;
    observer += other.observer;
    seamlessness += other.seamlessness;
    return *this;
}

std::uint64_t Tally::left_out_of(std::size_t cause) const {
    std::uint64_t leavers = 0;
    for (std::size_t v = 0; v < touchpoints.size(); ++v)
        leavers += left[left_index(v, cause, false)] + left[left_index(v, cause, true)];
    return leavers;
}

}  // namespace cjm::simulate
