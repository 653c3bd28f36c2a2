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

/// The bin of a DurationHistogram for a first arrival.
CJM_INLINE Bin* bin_of(Firsts& firsts, unsigned bits, std::uint32_t touchpoint, std::uint64_t value,
                       const Host& host) {
    const DurationHistogram::Place place = DurationHistogram::place_of(value, bits);
    Bin* bins = firsts.octaves[place.octave];
    if (__builtin_expect(bins == nullptr, 0)) {
        bins = host.allocate(host.self, touchpoint, place.octave);
        firsts.octaves[place.octave] = bins;
    }
    return bins + place.bin;
}

/// Finds the bins of first arrivals, long before they are needed: they seldom are in the cache.
CJM_INLINE void find_bins(Lanes& lanes, Step& step, const Host& host) {
    for (std::uint32_t k = 0; k < step.first_count; ++k) {
        const std::uint32_t i = step.first[k], v = lanes.touchpoint[i];
        Bin* bin = bin_of(lanes.firsts[v], lanes.histogram_bits, v,
                          static_cast<std::uint64_t>(lanes.time[i]), host);
        __builtin_prefetch(bin, 1);
        step.first_bin[k] = bin;
    }
}

CJM_INLINE void count_first_arrivals(Lanes& lanes, const Step& step) {
    for (std::uint32_t k = 0; k < step.first_count; ++k) {
        const std::uint32_t i = step.first[k];
        Firsts& firsts = lanes.firsts[lanes.touchpoint[i]];
        const Ticks time = step.started[i];
        const auto value = static_cast<std::uint64_t>(time);
        ++firsts.count;
        firsts.sum += value;
        const Unsigned128 square = Unsigned128{value} * value;
        firsts.squares += square;
        firsts.squares_high += static_cast<std::uint64_t>(firsts.squares < square);
        Bin& bin = *step.first_bin[k];
        ++bin.count;
        bin.smallest = time < bin.smallest ? time : bin.smallest;
        bin.largest = time > bin.largest ? time : bin.largest;
    }
}

CJM_INLINE void count_visits(const View& view, Lanes& lanes, const Step& step) {
    alignas(64) std::uint32_t level[most_lanes], experience[most_lanes];
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) {
        level[i] = lanes.touchpoint[i] * view.levels + static_cast<std::uint32_t>(step.felt[i]);
        experience[i] = lanes.touchpoint[i] * Lanes::experience_stride + step.experience[i];
    }
    for (std::uint32_t i = 0; i < lanes.count; ++i) {
        ++lanes.level_count[level[i]];
        ++lanes.experience_count[experience[i]];
    }
}

/// Sums at a touchpoint that is visited for the second time, from what the first visit was.
CJM_INLINE void begin_pairs(const View& view, Lanes& lanes, const Step& step) {
    alignas(64) std::uint32_t second[most_lanes];
    std::uint32_t lane[most_lanes];
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) second[i] = step.visit[i] == 1 ? 1U : 0U;
    const std::uint32_t count = list_of(lanes_with(second, lanes.count), lane);
    for (std::uint32_t k = 0; k < count; ++k) {
        const std::uint32_t i = lane[k], place = step.place[i];
        const Last first = lanes.last[place];
        Again& before = lanes.again[place];
        before.goodwill = view.floor + static_cast<std::int32_t>(first.felt >> 2U);
        before.good = static_cast<std::uint32_t>((first.felt & 3U) == good_place);
        before.bad = static_cast<std::uint32_t>((first.felt & 3U) == bad_place);
        lanes.crossings[lanes.row[i] * view.transitions + first.transition] = 1;
        lanes.repeated[lanes.row[i] * view.touchpoints + lanes.again_count[i]++] =
            lanes.touchpoint[i];
    }
}

/// Sums over pairs of visits, at second and later ones.
CJM_INLINE void count_pairs(const View& view, Lanes& lanes, const Step& step) {
    begin_pairs(view, lanes, step);
    for (std::uint32_t k = 0; k < step.again_count; ++k) {
        const std::uint32_t i = step.again[k];
        Again& before = lanes.again[step.place[i]];
        const std::int64_t visits = step.visit[i];
        const std::int64_t good = step.experience[i] == good_place,
                           bad = step.experience[i] == bad_place;
        const std::int64_t goodwill = view.floor + step.felt[i];
        Pairs& pairs = lanes.pairs[lanes.touchpoint[i]];
        pairs.visits += visits;
        pairs.good += before.good & -good;
        pairs.bad += before.bad & -bad;
        pairs.good_visits += before.good + (visits & -good);
        pairs.bad_visits += before.bad + (visits & -bad);
        pairs.good_bad += (before.good & -bad) + (before.bad & -good);
        pairs.goodwill += before.goodwill * goodwill;
        pairs.goodwill_visits += before.goodwill + goodwill * visits;
        before.goodwill += goodwill;
        before.good += static_cast<std::uint32_t>(good);
        before.bad += static_cast<std::uint32_t>(bad);
        const std::uint32_t transition = step.target[i].transition, arrives = step.gone[i] ^ 1U;
        std::uint32_t& crossings = lanes.crossings[lanes.row[i] * view.transitions + transition];
        lanes.arrival_pairs[transition] += crossings & -arrives;
        crossings += arrives;
    }
}

}  // namespace
}  // namespace cjm::simulate::kernel::CJM_KERNEL_NAMESPACE
