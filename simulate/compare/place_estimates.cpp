#include "simulate/compare/place_estimates.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "simulate/compare/mean_difference.hpp"
#include "simulate/estimate/detail/parts.hpp"

namespace cjm::simulate {
namespace {

using Change = DifferenceSums::Change;

bool came(Stay stay) {
    return stay != Stay::never;
}
bool left(Stay stay) {
    return stay == Stay::left_openly || stay == Stay::left_silently;
}
bool ghosted(Stay stay) {
    return stay == Stay::left_silently;
}

constexpr std::array<Stay, stay_count> stays{Stay::never, Stay::went_on, Stay::left_openly,
                                             Stay::left_silently};

template <class Each>
void for_each_cell(const StayTable& table, Each&& each) {
    for (const Stay before : stays)
        for (const Stay after : stays)
            if (const std::uint64_t customers = table.at(before, after); customers > 0)
                each(before, after, customers);
}

/// Customers of whom something holds only after, or only before.
template <class Holds>
Change change_of(const StayTable& table, Holds&& holds) {
    Change change;
    for_each_cell(table, [&](Stay before, Stay after, std::uint64_t customers) {
        if (holds(before) == holds(after)) return;
        auto& sums = holds(after) ? change.up : change.down;
        (holds(after) ? change.up_count : change.down_count) += customers;
        sums.sum += static_cast<Integer128>(customers);
        sums.squares += WideSum(static_cast<Integer128>(customers));
    });
    return change;
}

/// Visits of common touchpoints and arrivals on common ways as rare events, in either variant.
struct Events {
    std::vector<double> visits;                     ///< by touchpoint: of one rare customer
    std::vector<bool> touchpoint_loops, way_loops;  ///< whether one customer can come again
    double arrivals = 1;
};

Events events_of(const PairedEvidence& evidence, const CommonPlaces& places, std::size_t variant) {
    Events events{std::vector<double>(places.touchpoints.size(), 1.0),
                  std::vector<bool>(places.touchpoints.size()),
                  std::vector<bool>(places.ways.size())};
    for (const std::size_t i : {std::size_t{0}, variant}) {
        const Variant& own = evidence.variants[i];
        const Tally& tally = evidence.tally.tallies[i];
        const detail::Evidence gathered = detail::gather(
            evidence.journeys[i], own.journey, own.amounts, tally, evidence.results[i].settings);
        events.arrivals = std::max(events.arrivals, gathered.usual_arrivals);
        for (std::size_t v = 0; v < tally.touchpoints.size(); ++v) {
            const std::uint32_t at = places.own[i].touchpoint[v];
            events.visits[at] =
                std::max(events.visits[at], gathered.visits_at_once(tally.touchpoints[v]));
            if (gathered.loops.touchpoints[v]) events.touchpoint_loops[at] = true;
        }
        for (std::size_t t = 0; t < tally.transitions.size(); ++t)
            if (gathered.loops.transitions[t]) events.way_loops[places.own[i].way[t]] = true;
    }
    return events;
}

class PlaceEstimates {
  public:
    PlaceEstimates(const PairedEvidence& evidence, const CommonPlaces& places, std::size_t variant)
        : all_(evidence),
          sums_(evidence.tally.places[variant - 1]),
          events_(events_of(evidence, places, variant)),
          confidence_(evidence.results[0].settings.confidence) {}

    void fill(PlaceDifferences& result) const {
        for (std::size_t i = 0; i < result.touchpoints.size(); ++i)
            fill(result.touchpoints[i], sums_.touchpoints[i], i);
        for (std::size_t i = 0; i < result.stages.size(); ++i) {
            const StayTable& table = sums_.stages[i];
            result.stages[i].reach = share(change_of(table, came));
            result.stages[i].drop_off = drop_off(table);
        }
        for (std::size_t i = 0; i < result.ways.size(); ++i)
            result.ways[i].traversals = mean(sums_.ways[i], events_.arrivals, events_.way_loops[i]);
        for (std::size_t i = 0; i < result.outcomes.size(); ++i)
            result.outcomes[i].share = share(sums_.outcomes[i]);
    }

  private:
    [[nodiscard]] std::uint64_t customers() const { return all_.tally.baseline.customers; }

    void fill(TouchpointDifference& result, const StayTable& table, std::size_t touchpoint) const {
        result.reach = share(change_of(table, came));
        result.left = share(change_of(table, left));
        result.ghosted = share(change_of(table, ghosted));
        result.drop_off = drop_off(table);
        result.visits = mean(sums_.visits[touchpoint], events_.visits[touchpoint],
                             events_.touchpoint_loops[touchpoint]);
    }

    [[nodiscard]] Estimate share(const Change& change) const {
        return estimate_mean_difference(change, customers(), {.units = 1, .event = 1}, true,
                                        confidence_);
    }

    [[nodiscard]] Estimate mean(const Change& change, double event, bool bunches) const {
        return estimate_mean_difference(change, customers(),
                                        {.units = 1, .event = event, .bunches = bunches}, false,
                                        confidence_);
    }

    /// Left over came, after less before.
    [[nodiscard]] MaybeEstimate drop_off(const StayTable& table) const {
        std::uint64_t came_before = 0, came_after = 0, left_before = 0, left_after = 0;
        for_each_cell(table, [&](Stay before, Stay after, std::uint64_t n) {
            came_before += came(before) ? n : 0;
            came_after += came(after) ? n : 0;
            left_before += left(before) ? n : 0;
            left_after += left(after) ? n : 0;
        });
        if (came_before == 0 || came_after == 0) return std::nullopt;
        const Estimate one = estimate_share(left_before, came_before, confidence_);
        const Estimate other = estimate_share(left_after, came_after, confidence_);
        const auto x = static_cast<double>(came_before), y = static_cast<double>(came_after);
        double squares = 0;
        for_each_cell(table, [&](Stay before, Stay after, std::uint64_t n) {
            const double residual = (left(after) - other.estimate * came(after)) / y -
                                    (left(before) - one.estimate * came(before)) / x;
            squares += static_cast<double>(n) * residual * residual;
        });
        Estimate result = estimate_ratio_difference(other, one, std::sqrt(squares), confidence_);
        result.low = std::max(result.low, -1.0);
        result.high = std::min(result.high, 1.0);
        if (squares == 0) widen(result, std::min(x, y));
        return result;
    }

    /// What one customer could change that nobody was seen to.
    void widen(Estimate& share, double came) const {
        const double reach = wilson_interval(0, came, confidence_).high;
        share.low = std::max(-1.0, share.low - reach);
        share.high = std::min(1.0, share.high + reach);
        share.standard_error = reach / (2 * confidence_.z);
    }

    const PairedEvidence& all_;
    const PlaceSums& sums_;
    Events events_;
    Confidence confidence_;
};

}  // namespace

PlaceDifferences empty_places(const CommonPlaces& places) {
    PlaceDifferences result;
    for (const std::string& id : places.touchpoints)
        result.touchpoints.push_back({id, {}, {}, {}, {}, {}});
    for (const std::string& id : places.stages) result.stages.push_back({id, {}, {}});
    for (const auto& [from, to] : places.ways) result.ways.push_back({from, to, {}});
    for (const std::string& id : places.outcomes) result.outcomes.push_back({id, {}});
    return result;
}

PlaceDifferences sampled_places(const PairedEvidence& evidence, const CommonPlaces& places,
                                std::size_t variant, bool equal) {
    PlaceDifferences result = empty_places(places);
    PlaceEstimates(evidence, places, variant).fill(result);
    if (equal)
        for (MaybeEstimate* figure : figures_of(result))
            if (*figure) *figure = Estimate{};
    return result;
}

}  // namespace cjm::simulate
