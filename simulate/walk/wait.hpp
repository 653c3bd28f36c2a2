// Owns: how a random word becomes a waiting time in ticks. Must not know: how the tables are built,
// journeys.
#pragma once
#include <bit>
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

/// A stretch of a normalised quantile function: base + slope x fraction, fraction in [0, 1).
struct WaitCell {
    std::uint32_t base = 0;
    std::uint32_t slope = 0;
};

/// One wait: ticks = (bias + scale x normalised quantile) >> shift.
struct WaitScale {
    std::uint64_t bias = 0;        ///< shortest wait and rounding, in 2^-shift ticks
    std::uint32_t scale = 0;       ///< 2^-shift ticks per unit of the normalised quantile
    std::uint32_t first_cell = 0;  ///< where the shape's cells start
    std::uint32_t shift = 0;
};

/// Quantile tables of all waits of a journey; shapes (a family with its dimensionless parameters)
/// are shared.
///
/// A shape has `cells_per_shape` cells in the order of the quantile, dense toward both ends: with v
/// the distance of the word from the nearer end, each octave of v below 2^31 is cut into 32 cells,
/// down to single words. A word therefore resolves both tails to 2^-32.
struct WaitTables {
    static constexpr std::uint32_t cells_per_octave_bits = 5;
    static constexpr std::uint32_t cells_per_half = 864;
    static constexpr std::uint32_t cells_per_shape = 2 * cells_per_half;

    std::vector<WaitCell> cells;
    std::vector<WaitScale> scales;
};

/// Where a word falls in a shape: the cell, and how far into it in units of 2^-32.
struct WaitPlace {
    std::uint32_t cell;
    std::uint32_t fraction;
};

[[nodiscard]] constexpr WaitPlace place_in_shape(std::uint32_t word) {
    constexpr auto bits = WaitTables::cells_per_octave_bits;
    const std::uint32_t upper = word >> 31U ? ~std::uint32_t{0} : 0;  // mask of the upper half
    const std::uint32_t v = word ^ upper;
    const auto inside = static_cast<std::uint32_t>(std::bit_width(v | (1U << bits))) - 1U - bits;
    const std::uint32_t from_end = (inside << bits) + (v >> inside);
    const std::uint32_t cell = (from_end ^ upper) + (upper & WaitTables::cells_per_shape);
    return {cell, static_cast<std::uint32_t>(std::uint64_t{word} << (32U - inside))};
}

/// The wait that a word stands for, in ticks, in [0, longest_wait]. Cost: two multiplications.
[[nodiscard]] inline Ticks wait_ticks(const WaitTables& tables, std::uint32_t wait,
                                      std::uint32_t word) {
    const WaitScale& scale = tables.scales[wait];
    const auto [cell, fraction] = place_in_shape(word);
    const WaitCell line = tables.cells[scale.first_cell + cell];
    const std::uint64_t quantile = line.base + ((std::uint64_t{line.slope} * fraction) >> 32U);
    return static_cast<Ticks>((scale.bias + quantile * scale.scale) >> scale.shift);
}

}  // namespace cjm::simulate
