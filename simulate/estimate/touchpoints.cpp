#include <algorithm>
#include <vector>

#include "simulate/estimate/detail/parts.hpp"
#include "simulate/random/threshold.hpp"

namespace cjm::simulate::detail {
namespace {

Integer128 as_signed(Unsigned128 value) {
    return static_cast<Integer128>(value);
}

// Visits of a kind (y) among visits (x), by customer.
PairSums of_visits(const TouchpointTally& tally, Integer128 kind, Integer128 squares,
                   Integer128 products) {
    return {tally.reached, kind,     static_cast<Integer128>(tally.visits.sum),
            squares,       products, as_signed(tally.visits.squares)};
}

PairSums good_visits(const TouchpointTally& tally) {
    return of_visits(tally, tally.good.sum, as_signed(tally.good.squares),
                     as_signed(tally.good_visits));
}

PairSums bad_visits(const TouchpointTally& tally) {
    return of_visits(tally, tally.bad.sum, as_signed(tally.bad.squares),
                     as_signed(tally.bad_visits));
}

// Neutral is what good and bad leave of the visits, in each product as well.
PairSums neutral_visits(const TouchpointTally& tally) {
    const Integer128 visits = as_signed(tally.visits.squares);
    const Integer128 good = as_signed(tally.good_visits), bad = as_signed(tally.bad_visits);
    const Integer128 squares = visits + as_signed(tally.good.squares) +
                               as_signed(tally.bad.squares) - 2 * good - 2 * bad +
                               2 * as_signed(tally.good_bad);
    return of_visits(tally,
                     static_cast<Integer128>(tally.visits.sum - tally.good.sum - tally.bad.sum),
                     squares, visits - good - bad);
}

// The most points by which one event can lower and raise a customer's goodwill; 0 where all have
// the same goodwill for ever.
Interval goodwill_events(const CompiledJourney& compiled) {
    int down = 0, up = 0;
    for (const CompiledVisit& visit : compiled.visits) {
        if (visit.bad_below > 0) down = std::max<int>(down, -visit.bad_step);
        if (visit.good_from < certain) up = std::max<int>(up, visit.good_step);
    }
    for (const CompiledEdge& edge : compiled.edges)
        if (edge.friction) down = std::max(down, -compiled.friction_goodwill);
    const auto [least, most] = std::minmax_element(
        compiled.personas.begin(), compiled.personas.end(),
        [](const auto& one, const auto& other) { return one.goodwill < other.goodwill; });
    const int apart = most->goodwill - least->goodwill;
    return {static_cast<double>(std::max(down, apart)), static_cast<double>(std::max(up, apart))};
}

Estimate mean_goodwill(const Evidence& evidence, const TouchpointTally& tally) {
    const CompiledJourney& compiled = evidence.compiled;
    const PairSums sums =
        of_visits(tally, tally.goodwill, as_signed(tally.goodwill_squares), tally.goodwill_visits);
    // What moved a customer's goodwill is felt at all of their visits.
    const double visits = evidence.visits_at_once(tally);
    const Interval events = goodwill_events(compiled);
    return estimate_ratio(sums, 1, {events.low * visits, events.high * visits},
                          {static_cast<double>(compiled.goodwill_floor),
                           static_cast<double>(compiled.goodwill_ceiling)},
                          evidence.confidence);
}

// Least goodwill that at least `percent` % of the visits do not exceed.
double goodwill_quantile(const CompiledJourney& compiled, const TouchpointTally& tally,
                         unsigned percent) {
    const Unsigned128 wanted = Unsigned128{tally.visits.sum} * percent;
    Unsigned128 seen = 0;
    std::size_t level = 0;
    for (; level + 1 < tally.goodwill_levels.size(); ++level) {
        seen += tally.goodwill_levels[level];
        if (seen > 0 && 100 * seen >= wanted) break;
    }
    return compiled.goodwill_floor + static_cast<double>(level);
}

void estimate_leaves(const Evidence& evidence, std::size_t touchpoint, TouchpointResult& result) {
    const Tally& tally = evidence.tally;
    std::uint64_t left = 0, ghosted = 0;
    for (std::size_t cause = 0; cause < tally.cause_count; ++cause) {
        const std::uint64_t silent = tally.left[tally.left_index(touchpoint, cause, true)];
        const std::uint64_t open = tally.left[tally.left_index(touchpoint, cause, false)];
        result.causes.push_back(
            {evidence.journey.causes[cause].id.value, evidence.share(silent + open)});
        left += silent + open;
        ghosted += silent;
    }
    result.left = evidence.share(left);
    result.ghosted = evidence.share(ghosted);
    result.drop_off = evidence.share_of(left, tally.touchpoints[touchpoint].reached);
}

}  // namespace

TouchpointResult estimate_touchpoint(const Evidence& evidence, std::size_t touchpoint) {
    const TouchpointTally& tally = evidence.tally.touchpoints[touchpoint];
    TouchpointResult result;
    result.id = evidence.journey.touchpoints[touchpoint].id.value;
    result.reach = evidence.share(tally.reached);
    result.visits = evidence.mean(tally.visits, evidence.visits_at_once(tally),
                                  evidence.loops.touchpoints[touchpoint]);
    estimate_leaves(evidence, touchpoint, result);
    if (tally.reached == 0) return result;
    result.good = estimate_share_of_sums(good_visits(tally), evidence.confidence);
    result.neutral = estimate_share_of_sums(neutral_visits(tally), evidence.confidence);
    result.bad = estimate_share_of_sums(bad_visits(tally), evidence.confidence);
    result.goodwill = mean_goodwill(evidence, tally);
    result.goodwill_p10 = goodwill_quantile(evidence.compiled, tally, 10);
    result.goodwill_p90 = goodwill_quantile(evidence.compiled, tally, 90);
    result.first_arrival_days = evidence.duration(tally.first_arrival);
    return result;
}

}  // namespace cjm::simulate::detail
