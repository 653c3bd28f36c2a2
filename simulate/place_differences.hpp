// Owns: how differently the same customers fare at each place of a journey and of the same
// redesigned, as plain structs. Must not know: the engine, drawing.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "simulate/result.hpp"

namespace cjm {

/// Redesigned less as it is, per customer who starts; in the journey that does not have the
/// touchpoint nobody comes there. None where a figure has no value in one of the two.
struct TouchpointDifference {
    std::string id;
    MaybeEstimate reach, visits, left, ghosted;
    MaybeEstimate drop_off;  ///< of those who come there; none where in one of the two nobody does
};

struct StageDifference {
    std::string id;
    MaybeEstimate reach, drop_off;  ///< likewise
};

/// Arrivals at `to` from `from`.
struct WayDifference {
    std::string from, to;
    MaybeEstimate traversals;
};

struct OutcomeDifference {
    std::string id;
    MaybeEstimate share;
};

/// Place by place; those of the journey as it is first, in its order.
struct PlaceDifferences {
    std::vector<TouchpointDifference> touchpoints;
    std::vector<StageDifference> stages;
    std::vector<WayDifference> ways;
    std::vector<OutcomeDifference> outcomes;

    /// Null where neither journey has it. Cost: O(places).
    [[nodiscard]] const TouchpointDifference* touchpoint(std::string_view id) const {
        return find(touchpoints, [&](const auto& place) { return place.id == id; });
    }
    [[nodiscard]] const StageDifference* stage(std::string_view id) const {
        return find(stages, [&](const auto& place) { return place.id == id; });
    }
    [[nodiscard]] const WayDifference* way(std::string_view from, std::string_view to) const {
        return find(ways, [&](const auto& way) { return way.from == from && way.to == to; });
    }
    [[nodiscard]] const OutcomeDifference* outcome(std::string_view id) const {
        return find(outcomes, [&](const auto& place) { return place.id == id; });
    }

  private:
    template <class Place, class IsIt>
    static const Place* find(const std::vector<Place>& places, IsIt&& is_it) {
        const auto found = std::ranges::find_if(places, is_it);
        return found == places.end() ? nullptr : &*found;
    }
};

/// Every figure of them, to be changed.
[[nodiscard]] inline std::vector<MaybeEstimate*> figures_of(PlaceDifferences& places) {
    std::vector<MaybeEstimate*> figures;
    for (TouchpointDifference& place : places.touchpoints)
        for (MaybeEstimate* figure :
             {&place.reach, &place.visits, &place.left, &place.ghosted, &place.drop_off})
            figures.push_back(figure);
    for (StageDifference& place : places.stages)
        for (MaybeEstimate* figure : {&place.reach, &place.drop_off}) figures.push_back(figure);
    for (WayDifference& place : places.ways) figures.push_back(&place.traversals);
    for (OutcomeDifference& place : places.outcomes) figures.push_back(&place.share);
    return figures;
}

}  // namespace cjm
