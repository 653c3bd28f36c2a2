// Owns: what counting many durations at once needs of them. Must not know: whose durations they
// are. Compiled for several instruction sets into one program: always inline, so that no function
// exists twice under one name.
#pragma once
#include <cstdint>

#include "base/wide_sum.hpp"
#include "simulate/walk/path.hpp"

namespace cjm::simulate {

/// Where a duration falls in a histogram that cuts each power of two into 2^bits bins: the octave
/// times 2^bits, and the bin within (see DurationHistogram).
///
/// bits  in [1, 16]
[[nodiscard, gnu::always_inline]] inline std::uint32_t place_of_duration(std::uint64_t duration,
                                                                         unsigned bits) {
    const unsigned digits = 64U - static_cast<unsigned>(__builtin_clzll(duration | 1U));
    const unsigned octave = digits > bits ? digits - bits : 0;
    const unsigned shift = octave > 0 ? octave - 1 : 0;  // the leading 1 and `bits` digits stay
    const std::uint64_t bin = (duration >> shift) & ((std::uint64_t{1} << bits) - 1);
    return (octave << bits) | static_cast<std::uint32_t>(bin);
}

/// Durations, where they fall, and their sums.
struct DurationBatch {
    static constexpr std::uint32_t room = 256;

    const Ticks* durations = nullptr;
    std::uint32_t count = 0;
    std::uint32_t place[room];  ///< see place_of_duration()
    Unsigned128 sum = 0, squares = 0;
    std::uint64_t squares_high = 0;  ///< what does not fit into `squares`
};

namespace duration_batch {

// Halves of a duration below 2^48, whose products add up in 64 bits.
inline constexpr unsigned half = 24;

[[gnu::always_inline]] inline void add_short(DurationBatch& batch) {
    std::uint32_t above[DurationBatch::room], below[DurationBatch::room];
    std::uint64_t sum = 0, high = 0, middle = 0, low = 0;
    for (std::uint32_t i = 0; i < batch.count; ++i) {
        const auto duration = static_cast<std::uint64_t>(batch.durations[i]);
        sum += duration;
        above[i] = static_cast<std::uint32_t>(duration >> half);
        below[i] = static_cast<std::uint32_t>(duration) & ((1U << half) - 1);
    }
    for (std::uint32_t i = 0; i < batch.count; ++i) {
        high += std::uint64_t{above[i]} * above[i];
        middle += std::uint64_t{above[i]} * below[i];
        low += std::uint64_t{below[i]} * below[i];
    }
    batch.sum = sum;
    batch.squares =
        (Unsigned128{high} << (2 * half)) + (Unsigned128{middle} << (half + 1)) + Unsigned128{low};
}

// The exponent and the first digits of a duration as a double are its place but for a constant.
[[gnu::always_inline]] inline void place_short(DurationBatch& batch, unsigned bits) {
    constexpr std::uint64_t two_to_52 = std::uint64_t{0x433} << 52U;  // as a double
    const std::uint64_t before = (std::uint64_t{1022} + bits) << bits;
    for (std::uint32_t i = 0; i < batch.count; ++i) {
        const auto duration = static_cast<std::uint64_t>(batch.durations[i]);
        const double value = __builtin_bit_cast(double, duration | two_to_52) - 0x1p52;
        const std::uint64_t place =
            (__builtin_bit_cast(std::uint64_t, value) >> (52U - bits)) - before;
        batch.place[i] = static_cast<std::uint32_t>((duration >> bits) == 0 ? duration : place);
    }
}

[[gnu::always_inline]] inline void add_any(DurationBatch& batch, unsigned bits) {
    for (std::uint32_t i = 0; i < batch.count; ++i) {
        const auto duration = static_cast<std::uint64_t>(batch.durations[i]);
        batch.place[i] = place_of_duration(duration, bits);
        batch.sum += duration;
        const Unsigned128 square = Unsigned128{duration} * duration;
        batch.squares += square;
        batch.squares_high += static_cast<std::uint64_t>(batch.squares < square);
    }
}

}  // namespace duration_batch

/// Fills a batch.
///
/// durations  each >= 0; they must outlive the batch
/// count      at most DurationBatch::room
[[gnu::always_inline]] inline void fill(DurationBatch& batch, const Ticks* durations,
                                        std::uint32_t count, unsigned bits) {
    batch.durations = durations;
    batch.count = count;
    std::uint64_t digits = 0;
    for (std::uint32_t i = 0; i < count; ++i) digits |= static_cast<std::uint64_t>(durations[i]);
    batch.sum = batch.squares = 0;
    batch.squares_high = 0;
    if (digits >> (2 * duration_batch::half) != 0) return duration_batch::add_any(batch, bits);
    duration_batch::add_short(batch);
    duration_batch::place_short(batch, bits);
}

}  // namespace cjm::simulate
