#include <algorithm>

#include "simulate/compare/place_estimates.hpp"

namespace cjm::simulate {
namespace {

template <class Place>
const Place* find(const std::vector<Place>& places, const std::string& id) {
    const auto found = std::ranges::find(places, id, &Place::id);
    return found == places.end() ? nullptr : &*found;
}

const TransitionResult* find_way(const SimulationResult& result, const WayDifference& way) {
    const auto found =
        std::ranges::find_if(result.transitions, [&](const TransitionResult& transition) {
            return transition.from == way.from && transition.to == way.to;
        });
    return found == result.transitions.end() ? nullptr : &*found;
}

/// Exact differences of the figures of two results.
class ExactPlaces {
  public:
    ExactPlaces(const SimulationResult& after, const SimulationResult& before, bool alone)
        : after_(after), before_(before), alone_(alone) {}

    void set(TouchpointDifference& place) const {
        const auto *one = find(after_.touchpoints, place.id),
                   *other = find(before_.touchpoints, place.id);
        set(place.reach, one, other, &TouchpointResult::reach);
        set(place.visits, one, other, &TouchpointResult::visits);
        set(place.left, one, other, &TouchpointResult::left);
        set(place.ghosted, one, other, &TouchpointResult::ghosted);
        if (one != nullptr && other != nullptr) put(place.drop_off, one->drop_off, other->drop_off);
    }
    void set(StageDifference& place) const {
        const auto *one = find(after_.stages, place.id), *other = find(before_.stages, place.id);
        set(place.reach, one, other, &StageResult::reach);
        if (one != nullptr && other != nullptr) put(place.drop_off, one->drop_off, other->drop_off);
    }
    void set(WayDifference& place) const {
        set(place.traversals, find_way(after_, place), find_way(before_, place),
            &TransitionResult::traversals);
    }
    void set(OutcomeDifference& place) const {
        set(place.share, find(after_.outcomes, place.id), find(before_.outcomes, place.id),
            &OutcomeResult::share);
    }

  private:
    /// A place that a journey does not have is one where nobody comes.
    template <class Place>
    void set(MaybeEstimate& difference, const Place* one, const Place* other,
             Estimate Place::*figure) const {
        const Estimate nobody{0, 0, 0, 0, 0.0, {}};
        put(difference, one != nullptr ? one->*figure : nobody,
            other != nullptr ? other->*figure : nobody);
    }

    void put(MaybeEstimate& difference, const MaybeEstimate& one,
             const MaybeEstimate& other) const {
        if (!one || !other || !one->exact || !other->exact) return;
        const double value = *one->exact - *other->exact;
        if (alone_) difference = Estimate{value, 0, value, value, {}, {}};
        if (!difference) return;
        difference->exact = value;
        if (one->exact_error || other->exact_error)
            difference->exact_error = one->exact_error.value_or(0) + other->exact_error.value_or(0);
    }

    const SimulationResult& after_;
    const SimulationResult& before_;
    bool alone_;
};

}  // namespace

void set_exact_places(const SimulationResult& after, const SimulationResult& before,
                      PlaceDifferences& places, bool alone) {
    if (alone)
        for (MaybeEstimate* figure : figures_of(places)) figure->reset();
    const ExactPlaces exact(after, before, alone);
    for (TouchpointDifference& place : places.touchpoints) exact.set(place);
    for (StageDifference& place : places.stages) exact.set(place);
    for (WayDifference& place : places.ways) exact.set(place);
    for (OutcomeDifference& place : places.outcomes) exact.set(place);
}

}  // namespace cjm::simulate
