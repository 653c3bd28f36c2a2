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

// How many first arrivals at a touchpoint are counted together: the more, the oftener a bin of its
// histogram is still in the cache, as long as the times do not need much memory themselves.
std::uint32_t first_limit_for(std::uint32_t touchpoints) {
    constexpr std::uint32_t least_firsts = 128, most_firsts = 512, firsts_in_all = 32768;
    std::uint32_t limit = most_firsts;
    while (limit > least_firsts && std::uint64_t{limit} * touchpoints > firsts_in_all) limit /= 2;
    return limit;
}

// Where the part of a touchpoint in a row ends.
std::uint32_t end_of(const View& view, std::uint32_t touchpoint) {
    return touchpoint + 1 < view.touchpoints ? view.stops[touchpoint + 1].place : view.row_length;
}

// Longer rows are cleaned place by place.
constexpr std::uint32_t longest_clean_row = 512;  // places

}  // namespace

Workspace::Workspace(const View& view, std::uint32_t lanes)
    : capacity_(lanes > 0 ? lanes : capacity_for(view)), touchpoints_(view.touchpoints) {
    CJM_EXPECTS(capacity_ <= most_lanes);
    // every number of a lane is read by whole vectors, also where no lane is in use
    std::memset(static_cast<void*>(&lanes_), 0, sizeof lanes_);
    const auto allocate = [](auto& vector, std::size_t size) {
        vector.resize(size);
        return vector.data();
    };
    lanes_.rows = reinterpret_cast<Visited*>(
        allocate(rows_, std::size_t{capacity_} * view.row_length / visited_a_line));
    lanes_.visit_count = allocate(
        visit_count_, std::size_t{view.touchpoints} * view.levels * Lanes::experience_stride);
    lanes_.arrivals = allocate(arrivals_, view.transitions);
    lanes_.arrival_pairs = allocate(arrival_pairs_, view.transitions);
    lanes_.pairs = allocate(pairs_, view.touchpoints);
    lanes_.first_limit = first_limit_for(view.touchpoints);
    lanes_.first_times =
        allocate(first_times_, std::size_t{view.touchpoints} * (lanes_.first_limit + most_lanes));
    lanes_.first_count = allocate(first_count_, view.touchpoints);
    if (view.row_length > longest_clean_row)
        lanes_.touched = allocate(touched_, capacity_ * (std::size_t{view.touchpoints} + 1));
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
    lanes_.touched_count[lane] = 0;
    lanes_.stages[lane] = 0;
    lanes_.effort[lane] = lanes_.cost[lane] = lanes_.revenue[lane] = lanes_.refers[lane] =
        lanes_.purchases[lane] = 0;
    lanes_.first_purchase[lane] = 0;
    lanes_.frictions[lane] = 0;
    lanes_.lifetime[lane] = 0;
}

void Workspace::clean(std::uint32_t lane, const View& view) {
    Visited* const row = lanes_.rows + std::size_t{lanes_.row[lane]} * view.row_length;
    if (lanes_.touched == nullptr) {
        std::memset(static_cast<void*>(row), 0, view.row_length * sizeof(Visited));
        return;
    }
    const std::uint32_t* touched =
        lanes_.touched + std::size_t{lanes_.row[lane]} * (touchpoints_ + 1);
    for (std::uint32_t k = 0; k < lanes_.touched_count[lane]; ++k)
        std::fill(row + view.stops[touched[k]].place, row + end_of(view, touched[k]), Visited());
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
    move(lanes_.touched_count);
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
