#include "simulate/paired/trails.hpp"

namespace cjm::simulate {
namespace {

/// What the last visit of a customer came to.
Stay last_stay(const EndRecord& record) {
    if (record.end != End::left && record.end != End::impatient) return Stay::went_on;
    return record.silent ? Stay::left_silently : Stay::left_openly;
}

}  // namespace

Trails::Trails(const CommonPlaces& places, std::size_t variant, const CompiledJourney& journey)
    : own_(&places.own[variant]),
      journey_(&journey),
      stage_of_(places.touchpoints.size(), none_index) {
    for (std::size_t v = 0; v < own_->touchpoint.size(); ++v)
        stage_of_[own_->touchpoint[v]] = own_->stage[v];
}

void Trails::clear(std::size_t customers) {
    entries_.clear();
    extents_.assign(customers, {});
}

void Trails::add(std::size_t place_in_block, const EndedCustomer& customer) {
    Extent& extent = extents_[place_in_block];
    extent.first = entries_.size();
    const CustomerVisits& visits = customer.visits;
    for (std::size_t v = 0; v < visits.touchpoints(); ++v) {
        const std::uint32_t times = visits.at(v).visits;
        if (times == 0) continue;
        const bool last = v == customer.record.touchpoint.index();
        entries_.push_back(
            {own_->touchpoint[v], times, last ? last_stay(customer.record) : Stay::went_on});
    }
    extent.touchpoints = entries_.size() - extent.first;
    for (std::size_t v = 0; v < visits.touchpoints(); ++v) {
        if (visits.at(v).visits == 0) continue;
        const std::uint32_t first = journey_->first_transition[v];
        for (std::uint32_t way = first; way < journey_->first_transition[v + 1]; ++way)
            if (const std::uint32_t times = visits.arrivals(v, way - first); times != 0)
                entries_.push_back({own_->way[way], times});
    }
    extent.ways = entries_.size() - extent.first - extent.touchpoints;
    if (customer.record.end == End::outcome)
        extent.outcome = own_->outcome[customer.record.outcome.index()];
}

Trails::Trail Trails::of(std::size_t place_in_block) const {
    const Extent& extent = extents_[place_in_block];
    const std::span all(entries_);
    return {all.subspan(extent.first, extent.touchpoints),
            all.subspan(extent.first + extent.touchpoints, extent.ways), extent.outcome};
}

}  // namespace cjm::simulate
