// Owns: the numbers of all lanes during one step, lists of lanes, and the random words of all
// lanes. Must not know: the order of stages. Part of steps.hpp, once for every instruction set.
#pragma once
#include <cstddef>
#include <cstdint>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "simulate/kernel/view.hpp"

#define CJM_INLINE inline __attribute__((always_inline))

namespace cjm::simulate::kernel::CJM_KERNEL_NAMESPACE {
namespace {

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
    alignas(64) Edge way_out[most_lanes];
    std::uint32_t transition[most_lanes], target[most_lanes];  // of it
    std::uint32_t again[most_lanes], again_count;              // list of lanes
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

/// Records of lanes that are not in use, where the others have been filled.
template <class Record>
CJM_INLINE void clear_unused(Record* records, std::uint32_t count) {
    if (__builtin_expect(count < most_lanes, 0))
        for (std::uint32_t i = count; i < most_lanes; ++i) records[i] = {};
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

}  // namespace
}  // namespace cjm::simulate::kernel::CJM_KERNEL_NAMESPACE
