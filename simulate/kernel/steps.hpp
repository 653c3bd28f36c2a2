// Owns: one step of many customers at once (the model page, section 2, steps 2 to 7). Included once
// for every instruction set, within a namespace of its own (CJM_KERNEL_NAMESPACE), so that no
// function exists twice under one name. Must not know: allocation, threads, what is reported.
//
// The same decisions on the same words as walk/walk_steps.hpp, in stages: what is random is decided
// without jumps, and what differs from lane to lane is collected in lists.
#include "simulate/kernel/stages/count.hpp"
#include "simulate/kernel/stages/decide.hpp"
#include "simulate/kernel/stages/lanes.hpp"
#include "simulate/kernel/stages/wait.hpp"

namespace cjm::simulate::kernel::CJM_KERNEL_NAMESPACE {
namespace {

/// The visit's number and keys; lists of first visits and of later ones.
CJM_INLINE void arrive(const View& view, Lanes& lanes, Step& step) {
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) {
        step.place[i] = lanes.row[i] * view.touchpoints + lanes.touchpoint[i];
        step.spot[i] = lanes.first_spot[i] + lanes.touchpoint[i];
    }
    for (std::uint32_t i = 0; i < lanes.count; ++i) {
        const std::uint32_t v = lanes.touchpoint[i];
        std::uint32_t& visits = lanes.visits[step.place[i]];
        step.visit[i] = visits++;
        lanes.stages[i] |= view.stage_bit[v];
        __builtin_memcpy(&step.luck[i], &view.luck[v], sizeof(Luck));
    }
    const std::uint64_t again = lanes_with(step.visit, lanes.count);
    const std::uint64_t all = ~std::uint64_t{0} >> (64 - lanes.count);
    step.again_count = list_of(again, step.again);
    step.first_count = list_of(all & ~again, step.first);
}

/// How a lane's customer ended, from what the step decided.
CJM_INLINE Ended end_of(const View& view, const Lanes& lanes, const Step& step, std::uint32_t i) {
    Ended ended;
    ended.lane = i;
    ended.touchpoint = lanes.touchpoint[i];
    ended.spot = step.spot[i];
    ended.experience = step.experience[i];
    ended.level = ended.last_level = step.felt[i];
    ended.arrived = step.started[i];
    if (step.leaves[i] != 0) {
        ended.end = End::left;
        ended.leave_word = smaller(step.word[1][i], largest_word);
        ended.silent_word = smaller(step.word[3][i], largest_word);
        ended.ended = step.started[i];
        return ended;
    }
    ended.last_level = lanes.level[i];
    if (view.features.patience && step.lost[i] != 0) {
        ended.end = End::impatient;
        ended.silent_word = step.silent_word[i];
        ended.ended = later(step.started[i], step.lost_at[i]);
    } else {
        ended.end = End::outcome;
        ended.outcome = step.target[i].target & ~outcome_bit;
        ended.ended = lanes.time[i];
    }
    if (ended.ended > view.horizon) {
        ended.end = End::in_progress;
        ended.ended = view.horizon;
    }
    return ended;
}

CJM_INLINE void pass_time(const View& view, Lanes& lanes, Step& step) {
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) {
        const Ticks started = lanes.time[i], time = later(started, step.wait[i]);
        step.started[i] = started;
        lanes.time[i] = time;
        step.gone[i] = step.leaves[i] | static_cast<std::uint32_t>(time > view.horizon);
    }
    if (view.features.patience)
        for (std::uint32_t i = 0; i < most_lanes; ++i) step.gone[i] |= step.lost[i];
}

CJM_INLINE void pay_friction(const View& view, Lanes& lanes, const Step& step) {
    for (std::uint32_t i = 0; i < lanes.count; ++i) {
        const EdgeFriction& friction = view.frictions[step.edge[i]];
        const std::int32_t level = step.felt[i] + friction.goodwill;
        lanes.level[i] = level < 0 ? 0 : level;
        lanes.frictions[i] += friction.crosses & (step.leaves[i] ^ 1U);
    }
}

/// Arrivals and ends; the lanes' next places.
CJM_INLINE std::uint32_t go_on(const View& view, Lanes& lanes, Step& step, Ended* ended) {
    alignas(64) std::uint32_t ends[most_lanes], end_lane[most_lanes];
    alignas(64) Last last[most_lanes];
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) {
        last[i].felt = (static_cast<std::uint32_t>(step.felt[i]) << 2U) | step.experience[i];
        last[i].transition = step.target[i].transition;
        ends[i] = step.gone[i] | (step.target[i].target >> 31U);
    }
    for (std::uint32_t i = 0; i < lanes.count; ++i) {
        // those who do not arrive are taken back below
        ++lanes.arrivals[step.target[i].transition];
        lanes.last[step.place[i]] = last[i];
    }
    const std::uint32_t end_count = list_of(lanes_with(ends, lanes.count), end_lane);
    for (std::uint32_t k = 0; k < end_count; ++k) {
        const std::uint32_t i = end_lane[k];
        ended[k] = end_of(view, lanes, step, i);
        lanes.arrivals[step.target[i].transition] -= step.gone[i];
    }
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) lanes.touchpoint[i] = step.target[i].target;
    return end_count;
}

std::uint32_t step_lanes(const View& given, Lanes& lanes, const Host& host, Ended* ended) {
    const View view = given;  // nobody else writes to this one
    Step step;
    arrive(view, lanes, step);
    find_bins(lanes, step, host);
    if (view.features.amounts) book_amounts(view, lanes, step);
    threefry(lanes.count, view.seed, step.luck, lanes.customer_low, lanes.customer_high, step.visit,
             0, step.word);
    feel(view, lanes, step);
    count_visits(view, lanes, step);
    choose(view, lanes, step);
    for (std::uint32_t i = 0; i < lanes.count; ++i) step.target[i] = view.targets[step.edge[i]];
    if (view.features.waits)
        draw_waits(view, lanes, step);
    else
        for (Ticks& wait : step.wait) wait = 0;
    if (view.features.patience) lose_patience(view, lanes, step);
    pass_time(view, lanes, step);
    count_first_arrivals(lanes, step);
    if (view.features.friction)
        pay_friction(view, lanes, step);
    else
        for (std::uint32_t i = 0; i < most_lanes; ++i) lanes.level[i] = step.felt[i];
    count_pairs(view, lanes, step);
    return go_on(view, lanes, step, ended);
}

void draw_customers(std::uint64_t seed, std::uint64_t luck, std::uint64_t first,
                    std::uint32_t count, std::uint32_t* word0, std::uint32_t* word1) {
    alignas(64) Luck lucks[most_lanes];
    alignas(64) std::uint32_t low[most_lanes], high[most_lanes], visit[most_lanes],
        word[4][most_lanes];
    for (std::uint32_t i = 0; i < most_lanes; ++i) {
        lucks[i] = {static_cast<std::uint32_t>(luck), static_cast<std::uint32_t>(luck >> 32U)};
        low[i] = static_cast<std::uint32_t>(first + i);
        high[i] = static_cast<std::uint32_t>((first + i) >> 32U);
        visit[i] = 0;
    }
    threefry(most_lanes, seed, lucks, low, high, visit, 0, word);
    for (std::uint32_t i = 0; i < count; ++i) {
        word0[i] = smaller(word[0][i], largest_word);
        word1[i] = smaller(word[1][i], largest_word);
    }
}

}  // namespace

Code code() {
    return {step_lanes, draw_customers};
}

}  // namespace cjm::simulate::kernel::CJM_KERNEL_NAMESPACE
