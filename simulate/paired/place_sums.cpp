#include "simulate/paired/place_sums.hpp"

#include <algorithm>

namespace cjm::simulate {
namespace {

template <class Sums>
void add_all(std::vector<Sums>& sums, const std::vector<Sums>& others) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += others[i];
}

void add_all(std::vector<StayTable>& tables, const std::vector<StayTable>& others) {
    for (std::size_t i = 0; i < tables.size(); ++i)
        for (std::size_t k = 0; k < others[i].customers.size(); ++k)
            tables[i].customers[k] += others[i].customers[k];
}

Integer128 difference(std::uint32_t after, std::uint32_t before) {
    return Integer128{after} - before;
}

}  // namespace

PlaceSums::PlaceSums(const CommonPlaces& places)
    : touchpoints(places.touchpoints.size()),
      stages(places.stages.size()),
      visits(places.touchpoints.size()),
      ways(places.ways.size()),
      outcomes(places.outcomes.size()) {}

PlaceSums& PlaceSums::operator+=(const PlaceSums& other) {
    add_all(touchpoints, other.touchpoints);
    add_all(stages, other.stages);
    add_all(visits, other.visits);
    add_all(ways, other.ways);
    add_all(outcomes, other.outcomes);
    return *this;
}

PlaceCounter::PlaceCounter(const CommonPlaces& places)
    : sums_(places),
      touchpoints_(places.touchpoints.size()),
      ways_(places.ways.size()),
      stages_(places.stages.size()) {}

void PlaceCounter::add(const Trails& before, const Trails& after, std::size_t place_in_block) {
    const Trails::Trail one = before.of(place_in_block), other = after.of(place_in_block);
    add_touchpoints(before, after, one, other);
    add_ways(one, other);
    add_stages();
    if (one.outcome == other.outcome) return;
    if (one.outcome != none_index) sums_.outcomes[one.outcome].add(-1);
    if (other.outcome != none_index) sums_.outcomes[other.outcome].add(1);
}

void PlaceCounter::add_touchpoints(const Trails& before, const Trails& after,
                                   const Trails::Trail& one, const Trails::Trail& other) {
    // of all stays in a stage the one that ended there counts
    const auto note = [this](std::uint32_t stage, Stay StageStay::*when, Stay stay) {
        if (stage == none_index) return;
        StageStay& at = stages_[stage];
        if (at.before == Stay::never && at.after == Stay::never) stages_touched_.push_back(stage);
        at.*when = std::max(at.*when, stay);
    };
    for (const auto& [place, times, stay] : one.touchpoints) {
        touchpoints_[place] = {times, stay};
        note(before.stage_of(place), &StageStay::before, stay);
    }
    for (const auto& [place, times, stay] : other.touchpoints) {
        Known& known = touchpoints_[place];
        ++sums_.touchpoints[place].at(known.stay, stay);
        sums_.visits[place].add(difference(times, known.times));
        known = {};
        note(after.stage_of(place), &StageStay::after, stay);
    }
    for (const auto& [place, times, stay] : one.touchpoints) {
        Known& known = touchpoints_[place];
        if (known.times == 0) continue;
        ++sums_.touchpoints[place].at(stay, Stay::never);
        sums_.visits[place].add(difference(0, times));
        known = {};
    }
}

void PlaceCounter::add_ways(const Trails::Trail& one, const Trails::Trail& other) {
    for (const auto& entry : one.ways) ways_[entry.place].times = entry.times;
    for (const auto& entry : other.ways) {
        std::uint32_t& known = ways_[entry.place].times;
        sums_.ways[entry.place].add(difference(entry.times, known));
        known = 0;
    }
    for (const auto& entry : one.ways) {
        std::uint32_t& known = ways_[entry.place].times;
        if (known != 0) sums_.ways[entry.place].add(difference(0, known));
        known = 0;
    }
}

void PlaceCounter::add_stages() {
    for (const std::uint32_t stage : stages_touched_) {
        ++sums_.stages[stage].at(stages_[stage].before, stages_[stage].after);
        stages_[stage] = {};
    }
    stages_touched_.clear();
}

}  // namespace cjm::simulate
