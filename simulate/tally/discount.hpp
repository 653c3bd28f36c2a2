// Owns: what money is worth that comes later, in integers. Must not know: whose money it is.
#pragma once
#include <cstdint>

#include "base/wide_sum.hpp"
#include "simulate/walk/wait.hpp"

namespace cjm::simulate {

/// Discounted amounts are counted in units so much finer than the amounts.
inline constexpr unsigned discounted_bits = 16;

/// amount x (1 + discount_rate)^(-time), in units of 2^-discounted_bits of the amount's.
///
/// discount  as in CompiledJourney, > 0; powers as in WaitTables
/// amount    at most 2^37 in size
/// returns   exact at time 0, else within 1e-6 of the amount, errors of either sign; 0 from 32
///           halvings on
[[nodiscard, gnu::always_inline]] inline std::int64_t discounted(std::uint64_t discount,
                                                                 const WaitCell* powers,
                                                                 std::int64_t amount, Ticks time) {
    if (time == 0) return amount * (std::int64_t{1} << discounted_bits);
    const Unsigned128 halvings = (Unsigned128{discount} * static_cast<std::uint64_t>(time)) >> 24U;
    if (halvings >> 61U) return 0;
    const std::uint64_t factor = falling_power(powers, static_cast<std::uint64_t>(halvings));
    return static_cast<std::int64_t>((Integer128{amount} * static_cast<Integer128>(factor)) >>
                                     (32U - discounted_bits));
}

}  // namespace cjm::simulate
