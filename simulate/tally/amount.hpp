// Owns: amounts of money and effort as integers, so that sums of them are exact. Must not know:
// what the amounts are of.
#pragma once
#include <cstdint>
#include <span>

namespace cjm::simulate {

/// Fixed point: an amount is `integer / units`.
struct AmountScale {
    double units = 1;  ///< a power of ten, or of two where no short decimals do; > 0

    /// The amount in whole units, rounded to the nearest.
    [[nodiscard]] std::int64_t to_integer(double amount) const;
};

/// The scale in which every amount is exact, if all are decimals of at most 9 places; else one in
/// which the largest keeps 36 binary digits. No amount exceeds 2^36 units, so that a customer's sum
/// over 2^26 visits fits 63 bits. amounts finite, >= 0; cost O(amounts)
[[nodiscard]] AmountScale choose_scale(std::span<const double> amounts);

}  // namespace cjm::simulate
