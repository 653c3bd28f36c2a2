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

/// The visit's number and keys; the times of first arrivals; the list of those who have been here
/// before.
CJM_INLINE void arrive(const View& view, Lanes& lanes, Step& step, const Host& host) {
    const std::uint32_t count = lanes.count;
    const Visited* const rows = lanes.rows;
    std::uint32_t* const waiting = lanes.first_count;
    Ticks* const times = lanes.first_times;
    alignas(64) std::uint32_t first_place[most_lanes];
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) {
        first_place[i] = lanes.row[i] * view.row_length;
        step.spot[i] = lanes.first_spot[i] + lanes.touchpoint[i];
    }
    const std::size_t room = lanes.first_limit + most_lanes;
    std::uint32_t any_waiting = 0;  // at or above the limit where one is
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t v = lanes.touchpoint[i];
        const Stop& stop = view.stops[v];
        const std::uint32_t place = first_place[i] + stop.place, visit = rows[place].visits;
        step.place[i] = place;
        step.visit[i] = visit;
        lanes.stages[i] |= stop.stage_bit;
        __builtin_memcpy(&step.luck[i], &stop.luck, sizeof(Luck));
        // To count a first arrival at once would fetch a bin that seldom is in the cache.
        std::uint32_t wait = waiting[v];
        times[v * room + wait] = lanes.time[i];
        wait += visit == 0 ? 1U : 0U;  // else the next one takes the place
        waiting[v] = wait;
        any_waiting |= wait;
    }
    if (__builtin_expect(any_waiting >= lanes.first_limit, 0)) count_first_arrivals(lanes, host);
    step.again_count = list_of(lanes_with(step.visit, count), step.again);
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
        ended.outcome = step.target[i] & ~outcome_bit;
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
        lanes.frictions[i] +=
            (std::uint64_t{1} << Lanes::visits_from) | (friction.crosses & (step.leaves[i] ^ 1U));
    }
}

/// A customer's arrivals by the transition chosen.
CJM_INLINE std::uint32_t& crossings_of(Lanes& lanes, const Step& step, std::uint32_t i) {
    return reinterpret_cast<std::uint32_t*>(lanes.rows + step.place[i] + 1)[step.way_out[i].slot];
}

/// Arrivals, and pairs of them.
CJM_INLINE void count_arrivals(Lanes& lanes, const Step& step) {
    for (std::uint32_t i = 0; i < lanes.count; ++i) {
        const std::uint32_t arrives = step.gone[i] ^ 1U, transition = step.transition[i];
        std::uint32_t& crossings = crossings_of(lanes, step, i);
        lanes.arrivals[transition] += arrives;
        lanes.arrival_pairs[transition] += crossings & -arrives;
        crossings += arrives;
    }
}

/// Arrivals and ends; the lanes' next places.
CJM_INLINE std::uint32_t go_on(const View& view, Lanes& lanes, Step& step, Ended* ended) {
    const std::uint32_t count = lanes.count;
    alignas(64) std::uint32_t ends[most_lanes], end_lane[most_lanes];
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) {
        ends[i] = step.gone[i] | (step.target[i] >> 31U);
    }
    count_arrivals(lanes, step);
    const std::uint32_t end_count = list_of(lanes_with(ends, count), end_lane);
    for (std::uint32_t k = 0; k < end_count; ++k) ended[k] = end_of(view, lanes, step, end_lane[k]);
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) lanes.touchpoint[i] = step.target[i];
    return end_count;
}

std::uint32_t step_lanes(const View& given, Lanes& lanes, const Host& host, Ended* ended) {
    const View view = given;  // nobody else writes to this one
    Step step;
    arrive(view, lanes, step, host);
    if (lanes.touched != nullptr) keep_touched(view, lanes, step);
    if (view.features.amounts) book_amounts(view, lanes, step);
    threefry(lanes.count, view.seed, step.luck, lanes.customer_low, lanes.customer_high, step.visit,
             0, step.word);
    feel(view, lanes, step);
    count_pairs(lanes, step);
    count_visits(view, lanes, step);
    choose(view, lanes, step);
    set_out(view, lanes, step);
    if (view.features.waits)
        draw_waits(view, lanes, step);
    else
        for (Ticks& wait : step.wait) wait = 0;
    if (view.features.patience) lose_patience(view, lanes, step);
    pass_time(view, lanes, step);
    if (view.features.friction)
        pay_friction(view, lanes, step);
    else
        for (std::uint32_t i = 0; i < most_lanes; ++i) lanes.level[i] = step.felt[i];
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
    return {step_lanes, draw_customers, count_first};
}

}  // namespace cjm::simulate::kernel::CJM_KERNEL_NAMESPACE
