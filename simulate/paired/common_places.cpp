#include "simulate/paired/common_places.hpp"

#include <map>

#include "base/contract.hpp"

namespace cjm::simulate {
namespace {

/// Gives out numbers, the same for the same name.
template <class Name>
class Numbers {
  public:
    explicit Numbers(std::vector<Name>& names) : names_(&names) {}
    std::uint32_t operator()(const Name& name) {
        const auto [at, fresh] =
            numbers_.try_emplace(name, static_cast<std::uint32_t>(names_->size()));
        if (fresh) names_->push_back(name);
        return at->second;
    }

  private:
    std::vector<Name>* names_;
    std::map<Name, std::uint32_t> numbers_;
};

const std::string& target_of(const Journey& journey, const Transition& way) {
    return way.to_touchpoint ? journey.touchpoints[way.to_touchpoint.index()].id.value
                             : journey.outcomes[way.to_outcome.index()].id.value;
}

}  // namespace

CommonPlaces common_places(std::span<const Journey> journeys, std::span<const Variant> variants) {
    CJM_EXPECTS(journeys.size() == variants.size());
    CommonPlaces places;
    Numbers touchpoints(places.touchpoints), stages(places.stages), outcomes(places.outcomes);
    Numbers ways(places.ways);
    for (std::size_t i = 0; i < journeys.size(); ++i) {
        const Journey& journey = journeys[i];
        const CompiledJourney& compiled = variants[i].journey;
        CommonPlaces::Own& own = places.own.emplace_back();
        for (const Touchpoint& touchpoint : journey.touchpoints)
            own.touchpoint.push_back(touchpoints(touchpoint.id.value));
        for (const Outcome& outcome : journey.outcomes)
            own.outcome.push_back(outcomes(outcome.id.value));
        for (const StageId stage : compiled.stage_of)
            own.stage.push_back(stage ? stages(journey.stages[stage.index()].id.value)
                                      : none_index);
        for (const Transition& way : compiled.transitions)
            own.way.push_back(
                ways({journey.touchpoints[way.from.index()].id.value, target_of(journey, way)}));
    }
    return places;
}

}  // namespace cjm::simulate
