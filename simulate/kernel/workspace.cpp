#include "simulate/kernel/workspace.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "base/contract.hpp"

namespace cjm::simulate::kernel {
namespace {

std::uint32_t capacity_for(const View& view) {
    const std::uint32_t rows = view.touchpoints + view.transitions / 4;
    if (rows <= 256) return most_lanes;
    return rows <= 1024 ? most_lanes / 2 : most_lanes / 4;
}

}  // namespace

Workspace::Workspace(const View& view, std::uint32_t lanes)
    : capacity_(lanes > 0 ? lanes : capacity_for(view)), touchpoints_(view.touchpoints) {
    CJM_EXPECTS(capacity_ <= most_lanes);
    const std::size_t places = std::size_t{capacity_} * view.touchpoints;
    // every number of a lane is read by whole vectors, also where no lane is in use
    std::memset(static_cast<void*>(&lanes_), 0, sizeof lanes_);
    const auto allocate = [](auto& vector, std::size_t size) {
        vector.resize(size);
        return vector.data();
    };
    lanes_.visits = allocate(visits_, places);
    lanes_.last = allocate(last_, places);
    lanes_.repeated = allocate(repeated_, places);
    lanes_.again = allocate(again_, places);
    lanes_.crossings = allocate(crossings_, std::size_t{capacity_} * view.transitions);
    lanes_.level_count = allocate(level_count_, std::size_t{view.touchpoints} * view.levels);
    lanes_.experience_count =
        allocate(experience_count_, view.touchpoints * Lanes::experience_stride);
    lanes_.arrivals = allocate(arrivals_, view.transitions);
    lanes_.arrival_pairs = allocate(arrival_pairs_, view.transitions);
    lanes_.pairs = allocate(pairs_, view.touchpoints);
    lanes_.firsts = allocate(firsts_, view.touchpoints);
    for (std::uint32_t i = 0; i < capacity_; ++i) lanes_.row[i] = i;
}

void Workspace::add(std::uint64_t customer, std::uint32_t persona, std::uint32_t touchpoint,
                    std::int32_t level) {
    CJM_EXPECTS(lanes_.count < capacity_);
    put(lanes_.count++, customer, persona, touchpoint, level);
}

void Workspace::put(std::uint32_t lane, std::uint64_t customer, std::uint32_t persona,
                    std::uint32_t touchpoint, std::int32_t level) {
    lanes_.customer_low[lane] = static_cast<std::uint32_t>(customer);
    lanes_.customer_high[lane] = static_cast<std::uint32_t>(customer >> 32U);
    lanes_.persona[lane] = persona;
    lanes_.first_spot[lane] = persona * touchpoints_;
    lanes_.touchpoint[lane] = touchpoint;
    lanes_.level[lane] = level;
    lanes_.time[lane] = 0;
    lanes_.again_count[lane] = 0;
    lanes_.stages[lane] = 0;
    lanes_.effort[lane] = lanes_.cost[lane] = lanes_.revenue[lane] = lanes_.refers[lane] =
        lanes_.purchases[lane] = 0;
    lanes_.first_purchase[lane] = 0;
    lanes_.frictions[lane] = 0;
    lanes_.lifetime[lane] = 0;
}

void Workspace::clean(std::uint32_t lane, const View& view) {
    const std::size_t row = lanes_.row[lane], first = row * view.touchpoints;
    std::fill_n(visits_.begin() + static_cast<std::ptrdiff_t>(first), touchpoints_, 0);
    for (std::uint32_t k = 0; k < lanes_.again_count[lane]; ++k) {
        const std::uint32_t v = repeated_[first + k];
        for (std::uint32_t t = view.first_transition[v]; t < view.first_transition[v + 1]; ++t)
            crossings_[row * view.transitions + t] = 0;
    }
}

void Workspace::remove(std::uint32_t lane) {
    const std::uint32_t last = --lanes_.count;
    if (lane == last) return;
    const std::uint32_t free_row = lanes_.row[lane];
    const auto move = [&](auto& numbers) { numbers[lane] = numbers[last]; };
    move(lanes_.customer_low);
    move(lanes_.customer_high);
    move(lanes_.persona);
    move(lanes_.first_spot);
    move(lanes_.touchpoint);
    move(lanes_.stages);
    move(lanes_.level);
    move(lanes_.time);
    move(lanes_.row);
    move(lanes_.again_count);
    move(lanes_.effort);
    move(lanes_.cost);
    move(lanes_.revenue);
    move(lanes_.refers);
    move(lanes_.purchases);
    move(lanes_.first_purchase);
    move(lanes_.frictions);
    move(lanes_.lifetime);
    lanes_.row[last] = free_row;
}

}  // namespace cjm::simulate::kernel
