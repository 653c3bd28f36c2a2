// Owns: WideSum, a sum of integers that cannot overflow. Must not know: what is summed.
#pragma once
#include <cstdint>

namespace cjm {

using Integer128 = __int128;
using Unsigned128 = unsigned __int128;

/// Exact sum of up to 2^64 signed 128-bit terms, in 192 bits. Order of adding never matters.
class WideSum {
  public:
    constexpr WideSum() = default;
    constexpr WideSum(Integer128 value) { add(value); }  // NOLINT: a plain integer

    /// high x 2^128 + low.
    [[nodiscard]] static constexpr WideSum of_halves(Unsigned128 low, std::uint64_t high) {
        WideSum sum;
        sum.low_ = low;
        sum.high_ = static_cast<std::int64_t>(high);
        return sum;
    }

    constexpr void add(Integer128 value) {
        const Unsigned128 before = low_;
        low_ += static_cast<Unsigned128>(value);
        high_ += static_cast<std::int64_t>(low_ < before) - static_cast<std::int64_t>(value < 0);
    }
    constexpr WideSum& operator+=(const WideSum& other) {
        const Unsigned128 before = low_;
        low_ += other.low_;
        high_ += other.high_ + static_cast<std::int64_t>(low_ < before);
        return *this;
    }
    constexpr WideSum& operator-=(const WideSum& other) {
        const Unsigned128 before = low_;
        low_ -= other.low_;
        high_ -= other.high_ + static_cast<std::int64_t>(low_ > before);
        return *this;
    }
    friend constexpr bool operator==(const WideSum&, const WideSum&) = default;

    /// The sum is high() x 2^128 + low().
    [[nodiscard]] constexpr std::int64_t high() const { return high_; }
    [[nodiscard]] constexpr Unsigned128 low() const { return low_; }

  private:
    Unsigned128 low_ = 0;
    std::int64_t high_ = 0;
};

}  // namespace cjm
