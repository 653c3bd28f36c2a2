// Owns: how a random word becomes a waiting time in ticks. Must not know: how the tables are built,
// journeys.
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "simulate/walk/path.hpp"

namespace cjm::simulate {

/// Horizon of a journey without one: later than any time.
inline constexpr Ticks no_horizon = std::numeric_limits<Ticks>::max();
/// Times saturate here (73 million years), far from overflow.
inline constexpr Ticks latest_time = Ticks{1} << 61;
/// The index of a wait that is always 0.
inline constexpr std::uint32_t no_wait = std::numeric_limits<std::uint32_t>::max();
/// The longest single wait (36 million years); distributions that reach further are scaled down to
/// it.
inline constexpr Ticks longest_wait = Ticks{1} << 60;

/// A straight stretch of a curve: base + slope x fraction, fraction in [0, 1).
struct WaitCell {
    std::uint32_t base = 0;
    std::uint32_t slope = 0;
};

/// One wait: ticks = (bias + scale x quantile) >> shift, where the quantile, in units of 2^-32 of
/// the longest, is the shape's curve itself or, with a spread, 2 to the power of it.
struct WaitScale {
    std::uint64_t bias = 0;        ///< shortest wait and rounding, in 2^-shift ticks
    std::uint32_t scale = 0;       ///< 2^-shift ticks per unit of the quantile
    std::uint32_t first_cell = 0;  ///< where the shape's cells start
    std::uint32_t shift = 0;
    std::uint32_t spread =
        0;  ///< 0, or halvings between the longest and the shortest wait, in 2^-24
};

/// Curves over the words for all waits of a journey, each with `cells_per_shape` cells in the order
/// of the words, dense toward both ends: with v the distance of the word from the nearer end, each
/// octave of v below 2^31 is cut into 32 cells, down to single words. A word therefore resolves
/// both tails to 2^-32.
///
/// Lognormal waits of every sd share one curve, the standard normal quantile, and Weibull waits of
/// every shape another, the log of the exponential quantile: both are powers of a multiple of it.
struct WaitTables {
    static constexpr std::uint32_t cells_per_octave_bits = 5;
    static constexpr std::uint32_t cells_per_half = 864;
    static constexpr std::uint32_t cells_per_shape = 2 * cells_per_half;
    static constexpr std::uint32_t power_bits = 8;

    std::vector<WaitCell> cells;
    std::vector<WaitScale> scales;
    std::vector<WaitCell>
        powers;  ///< 2^-x on [0, 1) in 2^power_bits cells, falling; empty if unused
};

/// Where a word falls in a shape: the cell, and how far into it in units of 2^-32.
struct WaitPlace {
    std::uint32_t cell;
    std::uint32_t fraction;
};

// The functions below are compiled for several instruction sets into one program: always inline, so
// that none of them exists twice under one name.

[[nodiscard, gnu::always_inline]] constexpr WaitPlace place_in_shape(std::uint32_t word) {
    constexpr auto bits = WaitTables::cells_per_octave_bits;
    const std::uint32_t upper = word >> 31U ? ~std::uint32_t{0} : 0;  // mask of the upper half
    const std::uint32_t v = word ^ upper;
    const std::uint32_t inside =
        31U - bits - static_cast<std::uint32_t>(__builtin_clz(v | (1U << bits)));
    const std::uint32_t from_end = (inside << bits) + (v >> inside);
    const std::uint32_t cell = (from_end ^ upper) + (upper & WaitTables::cells_per_shape);
    return {cell, static_cast<std::uint32_t>(std::uint64_t{word} << (32U - inside))};
}

/// 2^-x in units of 2^-32, for x in units of 2^-56; `powers` as in WaitTables.
[[nodiscard, gnu::always_inline]] inline std::uint64_t falling_power(const WaitCell* powers,
                                                                     std::uint64_t x) {
    const std::uint64_t halvings = x >> 56U;
    if (halvings > 31) return 0;
    constexpr unsigned inside = 56 - WaitTables::power_bits;
    const WaitCell line = powers[(x >> inside) & ((1U << WaitTables::power_bits) - 1)];
    const std::uint64_t fraction = (x >> (inside - 32)) & 0xffff'ffffU;
    return (line.base - ((line.slope * fraction) >> 32U)) >> halvings;
}

/// The wait that a word stands for, in ticks, in [0, longest_wait]. `cells` and `powers` as in
/// WaitTables; Scale has the members of WaitScale. Cost: two to four multiplications.
template <class Scale>
[[nodiscard, gnu::always_inline]] inline Ticks wait_ticks(const WaitCell* cells,
                                                          const WaitCell* powers,
                                                          const Scale& scale, std::uint32_t word) {
    const auto [cell, fraction] = place_in_shape(word);
    const WaitCell line = cells[scale.first_cell + cell];
    std::uint64_t quantile = line.base + ((std::uint64_t{line.slope} * fraction) >> 32U);
    if (scale.spread != 0)
        quantile = falling_power(powers, scale.spread * (0xffff'ffffU - quantile));
    return static_cast<Ticks>((scale.bias + quantile * scale.scale) >> scale.shift);
}

[[nodiscard, gnu::always_inline]] inline Ticks wait_ticks(const WaitTables& tables,
                                                          std::uint32_t wait, std::uint32_t word) {
    return wait_ticks(tables.cells.data(), tables.powers.data(), tables.scales[wait], word);
}

}  // namespace cjm::simulate
