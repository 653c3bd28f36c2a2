// Owns: how long customers wait and who runs out of patience. Must not know: counts.
// Part of steps.hpp, once for every instruction set.
#pragma once
#include "simulate/kernel/stages/lanes.hpp"

namespace cjm::simulate::kernel::CJM_KERNEL_NAMESPACE {
namespace {

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
CJM_INLINE void raise_powers(const View& view, const Edge* wait, std::uint64_t* quantile) {
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
    const Edge* const wait = step.way_out;
    alignas(64) WaitCell line[most_lanes];
    alignas(64) std::uint64_t quantile[most_lanes];
    find_cells(step);
    for (std::uint32_t i = 0; i < lanes.count; ++i) {
        line[i] = view.cells[wait[i].first_cell + step.wait_cell[i]];
    }
    clear_unused(line, lanes.count);
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
        const Edge& patience = view.patience[view.patience_of[step.edge[i]]];
        const Ticks lasts = wait_ticks(view.cells, view.powers, patience, word[0][k]);
        step.lost[i] = static_cast<std::uint32_t>(lasts < step.wait[i]);
        step.lost_at[i] = lasts;
        step.silent_word[i] = smaller(word[1][k], largest_word);
    }
}

}  // namespace
}  // namespace cjm::simulate::kernel::CJM_KERNEL_NAMESPACE
