// Owns: what is counted of visits. Must not know: how they are decided.
// Part of steps.hpp, once for every instruction set.
#pragma once
#include "simulate/kernel/stages/lanes.hpp"
#include "simulate/tally/discount.hpp"

namespace cjm::simulate::kernel::CJM_KERNEL_NAMESPACE {
namespace {

CJM_INLINE void book_amounts(const View& view, Lanes& lanes, const Step& step) {
    for (std::uint32_t i = 0; i < lanes.count; ++i) {
        const Amount& amount = view.amounts[step.spot[i]];
        lanes.effort[i] += amount.effort;
        lanes.cost[i] += amount.cost;
        lanes.revenue[i] += amount.revenue;
        lanes.refers[i] += amount.refers;
        // moves on with every visit until one is a purchase
        lanes.first_purchase[i] = lanes.purchases[i] == 0 ? lanes.time[i] : lanes.first_purchase[i];
        lanes.purchases[i] += amount.purchases;
        if (view.features.discount)
            lanes.lifetime[i] +=
                discounted(view.discount, view.powers, amount.revenue - amount.cost, lanes.time[i]);
    }
}

/// Hands over all times of first arrivals that wait at a touchpoint.
void count_first(Lanes& lanes, const Host& host, std::uint32_t touchpoint) {
    const Ticks* times =
        lanes.first_times + touchpoint * std::size_t{lanes.first_limit + most_lanes};
    std::uint32_t left = lanes.first_count[touchpoint];
    while (left > 0) {
        DurationBatch batch;
        const std::uint32_t count = smaller(left, DurationBatch::room);
        fill(batch, times, count, lanes.histogram_bits);
        host.count_first(host.self, touchpoint, batch);
        times += count;
        left -= count;
    }
    lanes.first_count[touchpoint] = 0;
}

/// The same where the next step might find no room.
void count_first_arrivals(Lanes& lanes, const Host& host) {
    for (std::uint32_t i = 0; i < lanes.count; ++i)
        if (lanes.first_count[lanes.touchpoint[i]] >= lanes.first_limit)
            count_first(lanes, host, lanes.touchpoint[i]);
}

/// For rows too long to be cleaned whole. The list has room for one more than there are
/// touchpoints: a later visit writes where the next first one would.
CJM_INLINE void keep_touched(const View& view, Lanes& lanes, const Step& step) {
    for (std::uint32_t i = 0; i < lanes.count; ++i) {
        lanes.touched[std::size_t{lanes.row[i]} * (view.touchpoints + 1) + lanes.touched_count[i]] =
            lanes.touchpoint[i];
        lanes.touched_count[i] += step.visit[i] == 0 ? 1U : 0U;
    }
}

/// Sums over pairs of visits, at second and later ones, before they are added to the row.
CJM_INLINE void count_pairs(Lanes& lanes, const Step& step) {
    for (std::uint32_t k = 0; k < step.again_count; ++k) {
        const std::uint32_t i = step.again[k];
        const Visited before = lanes.rows[step.place[i]];
        const std::uint64_t visits = before.visits;
        const std::uint64_t good = step.experience[i] == good_place,
                            bad = step.experience[i] == bad_place;
        const auto level = static_cast<std::uint64_t>(step.felt[i]);
        Pairs& pairs = lanes.pairs[lanes.touchpoint[i]];
        pairs.visits += visits;
        pairs.good += before.good & -good;
        pairs.bad += before.bad & -bad;
        pairs.good_visits += before.good + (visits & -good);
        pairs.bad_visits += before.bad + (visits & -bad);
        pairs.good_bad += (before.good & -bad) + (before.bad & -good);
        pairs.levels += before.levels * level;
        pairs.levels_visits += before.levels + level * visits;
    }
}

/// Counts the visits, and adds them to the customers' rows.
CJM_INLINE void count_visits(const View& view, Lanes& lanes, const Step& step) {
    using Numbers [[gnu::vector_size(sizeof(Visited))]] = std::uint32_t;
    const std::uint32_t count = lanes.count;
    alignas(64) Visited visit[most_lanes];
    alignas(64) std::uint32_t cell[most_lanes];
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) {
        cell[i] = (lanes.touchpoint[i] * view.levels + static_cast<std::uint32_t>(step.felt[i])) *
                      Lanes::experience_stride +
                  step.experience[i];
        visit[i].visits = 1;
        visit[i].good = step.experience[i] == good_place ? 1U : 0U;
        visit[i].bad = step.experience[i] == bad_place ? 1U : 0U;
        visit[i].levels = static_cast<std::uint32_t>(step.felt[i]);
    }
    std::uint32_t* const visit_count = lanes.visit_count;
    Visited* const rows = lanes.rows;
    for (std::uint32_t i = 0; i < count; ++i) {
        ++visit_count[cell[i]];
        Visited* const at = &rows[step.place[i]];
        Numbers sum, more;
        __builtin_memcpy(&sum, at, sizeof sum);
        __builtin_memcpy(&more, &visit[i], sizeof more);
        sum += more;
        __builtin_memcpy(static_cast<void*>(at), &sum, sizeof sum);
    }
}

}  // namespace
}  // namespace cjm::simulate::kernel::CJM_KERNEL_NAMESPACE
