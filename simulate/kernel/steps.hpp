// Owns: one step of many customers at once (the model page, section 2, steps 2 to 7). Included once
// for every instruction set, within a namespace of its own (CJM_KERNEL_NAMESPACE), so that no
// function exists twice under one name. Must not know: allocation, threads, what is reported.
//
// The same decisions on the same words as walk/walk_steps.hpp, in stages: what is random is decided
// without jumps, and what differs from lane to lane is collected in lists.
#include <cstddef>
#include <cstdint>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "simulate/kernel/view.hpp"
#include "simulate/random/words.hpp"
#include "simulate/tally/discount.hpp"

namespace cjm::simulate::kernel::CJM_KERNEL_NAMESPACE {
namespace {

#define CJM_INLINE inline __attribute__((always_inline))

constexpr std::uint32_t largest_word = 0xffff'fffeU;  // decision_word()
constexpr std::uint32_t none = 0xffff'ffffU;
constexpr std::uint32_t vector_lanes = 16;
// Experience as a number
constexpr std::uint32_t good_place = 0, neutral_place = 1, bad_place = 2;

/// The random key of a touchpoint.
struct Luck {
    std::uint32_t low, high;
};

/// Numbers of all lanes during one step. Records are copied whole, lane by lane, and taken apart by
/// vectors.
struct alignas(64) Step {
    alignas(64) Luck luck[most_lanes];
    std::uint32_t visit[most_lanes];
    std::uint32_t place[most_lanes];  // of the visit: row and touchpoint
    std::uint32_t spot[most_lanes];
    std::uint32_t word[4][most_lanes];
    std::uint32_t experience[most_lanes], edge[most_lanes];
    std::uint32_t leaves[most_lanes], lost[most_lanes];  // 0 or 1
    std::uint32_t gone[most_lanes];                      // does not arrive, for whatever reason
    std::int32_t felt[most_lanes];                       // level after the experience
    std::uint32_t wait_cell[most_lanes], wait_fraction[most_lanes];
    Ticks started[most_lanes], wait[most_lanes], lost_at[most_lanes];
    std::uint32_t silent_word[most_lanes];
    EdgeTarget target[most_lanes];
    std::uint32_t first[most_lanes], again[most_lanes];  // lists of lanes
    Bin* first_bin[most_lanes];                          // by place in `first`
    std::uint32_t first_count, again_count;
};

/// Bit i is set where lane i's number is not 0. For lanes beyond `count` it is not.
CJM_INLINE std::uint64_t lanes_with(const std::uint32_t* number, std::uint32_t count) {
    alignas(64) std::uint8_t flag[most_lanes];
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) flag[i] = number[i] != 0 ? 0xff : 0;
    std::uint64_t mask = 0;
#ifdef __SSE2__
    for (std::uint32_t i = 0; i < most_lanes; i += 16)
        mask |= std::uint64_t{static_cast<std::uint32_t>(
                    _mm_movemask_epi8(_mm_load_si128(reinterpret_cast<const __m128i*>(flag + i))))}
                << i;
#else
    for (std::uint32_t i = 0; i < most_lanes; ++i) mask |= std::uint64_t{flag[i] & 1U} << i;
#endif
    return count == 64 ? mask : mask & ((std::uint64_t{1} << count) - 1);
}

/// Writes the places of the bits of a mask, ascending; returns how many.
CJM_INLINE std::uint32_t list_of(std::uint64_t mask, std::uint32_t* list) {
    std::uint32_t count = 0;
    for (; mask != 0; mask &= mask - 1)
        list[count++] = static_cast<std::uint32_t>(__builtin_ctzll(mask));
    return count;
}

CJM_INLINE std::uint32_t smaller(std::uint32_t a, std::uint32_t b) {
    return a < b ? a : b;
}

CJM_INLINE Ticks later(Ticks time, Ticks wait) {
    const Ticks sum = time + wait;
    return sum < latest_time ? sum : latest_time;
}

CJM_INLINE std::uint32_t rotate(std::uint32_t x, unsigned by) {
    return (x << by) | (x >> (32U - by));
}

/// Threefry4x32-20 (Salmon et al. 2011) for `count` lanes, rounded up to whole vectors.
CJM_INLINE void threefry(std::uint32_t count, std::uint64_t seed, const Luck* luck,
                         const std::uint32_t* counter0, const std::uint32_t* counter1,
                         const std::uint32_t* counter2, std::uint32_t block,
                         std::uint32_t (*word)[most_lanes]) {
    constexpr unsigned rotation[8][2] = {{10, 26}, {11, 21}, {13, 27}, {23, 5},
                                         {6, 20},  {17, 11}, {25, 10}, {18, 20}};
    const auto key0 = static_cast<std::uint32_t>(seed);
    const auto key1 = static_cast<std::uint32_t>(seed >> 32U);
    const std::uint32_t end = (count + vector_lanes - 1) / vector_lanes * vector_lanes;
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < end; ++i) {
        const std::uint32_t key2 = luck[i].low, key3 = luck[i].high;
        const std::uint32_t key[5] = {key0, key1, key2, key3,
                                      0x1bd11bdaU ^ key0 ^ key1 ^ key2 ^ key3};
        std::uint32_t a = counter0[i] + key[0], b = counter1[i] + key[1];
        std::uint32_t c = counter2[i] + key[2], d = block + key[3];
#pragma GCC unroll 20
        for (unsigned round = 0; round < 20; ++round) {
            const unsigned* by = rotation[round % 8];
            if (round % 2 == 0) {
                a += b;
                b = rotate(b, by[0]) ^ a;
                c += d;
                d = rotate(d, by[1]) ^ c;
            } else {
                a += d;
                d = rotate(d, by[0]) ^ a;
                c += b;
                b = rotate(b, by[1]) ^ c;
            }
            if (round % 4 == 3) {
                const unsigned s = round / 4 + 1;
                a += key[s % 5];
                b += key[(s + 1) % 5];
                c += key[(s + 2) % 5];
                d += key[(s + 3) % 5] + s;
            }
        }
        word[0][i] = a;
        word[1][i] = b;
        word[2][i] = c;
        word[3][i] = d;
    }
}

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

CJM_INLINE void book_amounts(const View& view, Lanes& lanes, const Step& step) {
    for (std::uint32_t i = 0; i < lanes.count; ++i) {
        const Amount& amount = view.amounts[step.spot[i]];
        lanes.effort[i] += amount.effort;
        lanes.cost[i] += amount.cost;
        lanes.revenue[i] += amount.revenue;
        lanes.refers[i] += amount.refers;
        lanes.purchases[i] += amount.purchases;
        if (view.features.discount)
            lanes.lifetime[i] +=
                discounted(view.discount, view.powers, amount.revenue - amount.cost, lanes.time[i]);
    }
}

/// The bin of a DurationHistogram for a first arrival.
CJM_INLINE Bin* bin_of(Firsts& firsts, unsigned bits, std::uint32_t touchpoint, std::uint64_t value,
                       const Host& host) {
    const unsigned digits = 64U - static_cast<unsigned>(__builtin_clzll(value | 1U));
    const unsigned octave = digits > bits ? digits - bits : 0;
    const unsigned shift = octave > 0 ? octave - 1 : 0;
    Bin* bins = firsts.octaves[octave];
    if (__builtin_expect(bins == nullptr, 0)) {
        bins = host.allocate(host.self, touchpoint, octave);
        firsts.octaves[octave] = bins;
    }
    return bins + ((value >> shift) & ((std::uint64_t{1} << bits) - 1));
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

/// Bad, neutral or good off one word, and the goodwill after it.
CJM_INLINE void feel(const View& view, Lanes& lanes, Step& step) {
    const auto top = static_cast<std::int32_t>(view.levels) - 1;
    alignas(64) Spot spot[most_lanes];
    if (view.features.fade)
        for (std::uint32_t i = 0; i < lanes.count; ++i)
            lanes.level[i] = view.faded[lanes.persona[i] * view.levels +
                                        static_cast<std::uint32_t>(lanes.level[i])];
    for (std::uint32_t i = 0; i < lanes.count; ++i) spot[i] = view.spots[step.spot[i]];
    if (__builtin_expect(lanes.count < most_lanes, 0))
        for (std::uint32_t i = lanes.count; i < most_lanes; ++i) spot[i] = {};
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
CJM_INLINE void search_far_edges(const View& view, const Way& way, std::uint32_t word,
                                 std::uint32_t& edge) {
    if (way.edge_count <= near_edges || edge != way.first_edge + near_edges - 1) return;
    std::uint32_t from = edge, to = way.first_edge + way.edge_count - 1;
    while (from < to) {
        const std::uint32_t middle = (from + to) / 2;
        if (word < view.below[middle])
            to = middle;
        else
            from = middle + 1;
    }
    edge = from;
}

/// Leaving, and the target of those who do not.
CJM_INLINE void choose(const View& view, const Lanes& lanes, Step& step) {
    alignas(64) Way way[most_lanes];
    alignas(64) std::uint32_t row[most_lanes], leave_below[most_lanes];
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i)
        row[i] = step.spot[i] * view.ways_per_spot + (step.experience[i] & view.way_mask);
    for (std::uint32_t i = 0; i < lanes.count; ++i) way[i] = view.ways[row[i]];
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) {
        const std::uint32_t word = smaller(step.word[2][i], largest_word);
        std::uint32_t edge = way[i].first_edge;
        edge += word >= way[i].below[0] ? 1U : 0U;
        edge += word >= way[i].below[1] ? 1U : 0U;
        edge += word >= way[i].below[2] ? 1U : 0U;
        step.edge[i] = edge;
        row[i] = way[i].leave + static_cast<std::uint32_t>(step.felt[i]);
    }
    if (view.features.many_edges)
        for (std::uint32_t i = 0; i < lanes.count; ++i)
            search_far_edges(view, way[i], smaller(step.word[2][i], largest_word), step.edge[i]);
    for (std::uint32_t i = 0; i < lanes.count; ++i) leave_below[i] = view.leave_below[row[i]];
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i)
        step.leaves[i] = smaller(step.word[1][i], largest_word) < leave_below[i] ? 1U : 0U;
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

/// place_in_shape() for all lanes, without instructions that few machines have for vectors.
CJM_INLINE void find_cells(Step& step) {
    constexpr std::uint32_t bits = WaitTables::cells_per_octave_bits;
    constexpr std::uint32_t mantissa_bits = 23, bias = 127;
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) {
        const std::uint32_t word = step.word[3][i];
        const auto upper = static_cast<std::uint32_t>(static_cast<std::int32_t>(word) >> 31);
        const std::uint32_t v = word ^ upper;
        // The exponent of v as a float is the place of its highest digit; without the digit below
        // it v cannot be rounded up to the next power of two.
        std::uint32_t digits = v | (1U << bits);
        digits &= ~(digits >> 1U);
        const auto number = static_cast<float>(static_cast<std::int32_t>(digits));
        const std::uint32_t exponent = __builtin_bit_cast(std::uint32_t, number) >> mantissa_bits;
        const std::uint32_t inside = exponent - bias - bits;
        const std::uint32_t from_end = (inside << bits) + (v >> inside);
        step.wait_cell[i] = (from_end ^ upper) + (upper & WaitTables::cells_per_shape);
        // word << (32 - inside), where a shift by 32 gives 0
        step.wait_fraction[i] = (word << 1U) << (31U - inside);
    }
}

/// falling_power() for all lanes where there is a spread.
CJM_INLINE void raise_powers(const View& view, const EdgeWait* wait, std::uint64_t* quantile) {
    constexpr unsigned inside = 56 - WaitTables::power_bits;
    alignas(64) std::uint64_t exponent[most_lanes];
    alignas(64) WaitCell line[most_lanes];
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i)
        exponent[i] = std::uint64_t{wait[i].spread} * (0xffff'ffffU - quantile[i]);
    for (std::uint32_t i = 0; i < most_lanes; ++i)
        line[i] = view.powers[(exponent[i] >> inside) & ((1U << WaitTables::power_bits) - 1)];
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i) {
        const std::uint64_t fraction = (exponent[i] >> (inside - 32)) & 0xffff'ffffU;
        // halvings reach 255, and shifts end at 63; what is shifted has 32 bits
        const std::uint64_t halvings = exponent[i] >> 56U;
        const std::uint64_t power =
            (line[i].base - ((std::uint64_t{line[i].slope} * fraction) >> 32U)) >>
            (halvings > 63 ? 63 : halvings);
        quantile[i] = wait[i].spread != 0 ? power : quantile[i];
    }
}

/// wait_ticks() for all lanes, in stages: what has to be fetched, and what is computed from it.
CJM_INLINE void draw_waits(const View& view, const Lanes& lanes, Step& step) {
    alignas(64) EdgeWait wait[most_lanes];
    alignas(64) WaitCell line[most_lanes];
    alignas(64) std::uint64_t quantile[most_lanes];
    find_cells(step);
    for (std::uint32_t i = 0; i < lanes.count; ++i) {
        wait[i] = view.waits[step.edge[i]];
        line[i] = view.cells[wait[i].first_cell + step.wait_cell[i]];
    }
    if (__builtin_expect(lanes.count < most_lanes, 0))
        for (std::uint32_t i = lanes.count; i < most_lanes; ++i) {
            wait[i] = {};
            line[i] = {};
        }
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i)
        quantile[i] =
            line[i].base + ((std::uint64_t{line[i].slope} * step.wait_fraction[i]) >> 32U);
    if (view.features.spreads) raise_powers(view, wait, quantile);
#pragma GCC ivdep
    for (std::uint32_t i = 0; i < most_lanes; ++i)
        step.wait[i] =
            static_cast<Ticks>((wait[i].bias + quantile[i] * wait[i].scale) >> wait[i].shift);
}

/// Who runs out of patience on the way: words of a second block, for those alone who need them.
CJM_INLINE void lose_patience(const View& view, const Lanes& lanes, Step& step) {
    std::uint32_t lane[most_lanes], count = 0;
    alignas(64) Luck luck[most_lanes];
    alignas(64) std::uint32_t low[most_lanes], high[most_lanes], visit[most_lanes],
        word[4][most_lanes];
    for (std::uint32_t i = 0; i < lanes.count; ++i) {
        step.lost[i] = 0;
        lane[count] = i;
        luck[count] = step.luck[i];
        low[count] = lanes.customer_low[i];
        high[count] = lanes.customer_high[i];
        visit[count] = step.visit[i];
        count += static_cast<std::uint32_t>(view.patience_of[step.edge[i]] != none) &
                 (step.leaves[i] ^ 1U);
    }
    threefry(count, view.seed, luck, low, high, visit, 1, word);
    for (std::uint32_t k = 0; k < count; ++k) {
        const std::uint32_t i = lane[k];
        const EdgeWait& patience = view.patience[view.patience_of[step.edge[i]]];
        const Ticks lasts = wait_ticks(view.cells, view.powers, patience, word[0][k]);
        step.lost[i] = static_cast<std::uint32_t>(lasts < step.wait[i]);
        step.lost_at[i] = lasts;
        step.silent_word[i] = smaller(word[1][k], largest_word);
    }
}

/// How a lane's customer ended, from what the step decided.
CJM_INLINE Ended end_of(const View& view, const Lanes& lanes, const Step& step, std::uint32_t i) {
    Ended ended;
    ended.lane = i;
    ended.touchpoint = lanes.touchpoint[i];
    ended.spot = step.spot[i];
    ended.experience = step.experience[i];
    ended.level = step.felt[i];
    if (step.leaves[i] != 0) {
        ended.end = End::left;
        ended.leave_word = smaller(step.word[1][i], largest_word);
        ended.silent_word = smaller(step.word[3][i], largest_word);
        ended.ended = step.started[i];
        return ended;
    }
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
        ++lanes
              .arrivals[step.target[i].transition];  // of those who do not arrive, taken back below
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
