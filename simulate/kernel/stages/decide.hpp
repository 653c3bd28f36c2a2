// Owns: what a visit feels like, whether customers leave, and where they set out to. Must not know:
// waits, counts.
// Part of steps.hpp, once for every instruction set.
#pragma once
#include "simulate/kernel/stages/lanes.hpp"

namespace cjm::simulate::kernel::CJM_KERNEL_NAMESPACE {
namespace {

/// Bad, neutral or good off one word, and the goodwill after it.
CJM_INLINE void feel(const View& view, Lanes& lanes, Step& step) {
    const auto top = static_cast<std::int32_t>(view.levels) - 1;
    alignas(64) Spot spot[most_lanes];
    if (view.features.fade)
        for (std::uint32_t i = 0; i < lanes.count; ++i)
            lanes.level[i] = view.faded[lanes.persona[i] * view.levels +
                                        static_cast<std::uint32_t>(lanes.level[i])];
    for (std::uint32_t i = 0; i < lanes.count; ++i) spot[i] = view.spots[step.spot[i]];
    clear_unused(spot, lanes.count);
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) {
        const std::uint32_t word = smaller(step.word[0][i], largest_word);
        // bad_below <= good_from
        const std::int32_t bad = word < spot[i].bad_below ? 1 : 0;
        const std::int32_t good = word >= spot[i].good_from ? 1 : 0;
        std::int32_t level = lanes.level[i] + bad * spot[i].bad_step + good * spot[i].good_step;
        level = level < 0 ? 0 : level;
        level = level > top ? top : level;
        step.felt[i] = level;
        step.experience[i] = neutral_place + static_cast<std::uint32_t>(bad - good);
    }
}

/// Where the word lies behind the first edges: binary search in the rest. The last edge's threshold
/// is above every word.
CJM_INLINE std::uint32_t search_far_edges(const View& view, std::uint32_t word, std::uint32_t from,
                                          std::uint32_t to) {
    while (from < to) {
        const std::uint32_t middle = (from + to) / 2;
        if (word < view.below[middle])
            to = middle;
        else
            from = middle + 1;
    }
    return from;
}

/// Leaving, and the target of those who do not.
CJM_INLINE void choose(const View& view, const Lanes& lanes, Step& step) {
    alignas(64) Way way[most_lanes];
    alignas(64) std::uint32_t row[most_lanes], leave[most_lanes], leave_below[most_lanes];
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i)
        row[i] = step.spot[i] * view.ways_per_spot + (step.experience[i] & view.way_mask);
    for (std::uint32_t i = 0; i < lanes.count; ++i) way[i] = view.ways[row[i]];
    clear_unused(way, lanes.count);
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) {
        const std::uint32_t word = smaller(step.word[2][i], largest_word);
        std::uint32_t edge = way[i].first_edge;
        edge += word >= way[i].below[0] ? 1U : 0U;
        edge += word >= way[i].below[1] ? 1U : 0U;
        step.edge[i] = edge;
        leave[i] = way[i].leave + static_cast<std::uint32_t>(step.felt[i]);
    }
    if (view.features.many_edges)
        for (std::uint32_t i = 0; i < lanes.count; ++i)
            if (step.edge[i] == way[i].first_edge + near_edges - 1)
                step.edge[i] = search_far_edges(view, smaller(step.word[2][i], largest_word),
                                                step.edge[i], view.last_edge[row[i]]);
    for (std::uint32_t i = 0; i < lanes.count; ++i) leave_below[i] = view.leave_below[leave[i]];
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i)
        step.leaves[i] = smaller(step.word[1][i], largest_word) < leave_below[i] ? 1U : 0U;
}

/// Everything about the edges chosen: where they lead, and how long they take.
CJM_INLINE void set_out(const View& view, const Lanes& lanes, Step& step) {
    for (std::uint32_t i = 0; i < lanes.count; ++i) step.way_out[i] = view.edges[step.edge[i]];
    clear_unused(step.way_out, lanes.count);
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) {
        step.transition[i] = step.way_out[i].transition;
        step.target[i] = step.way_out[i].target;
    }
}

}  // namespace
}  // namespace cjm::simulate::kernel::CJM_KERNEL_NAMESPACE
