#include "simulate/tally/amount.hpp"

#include <algorithm>
#include <cmath>

namespace cjm::simulate {
namespace {

constexpr int largest_bits = 36;

bool exact_in(double units, double amount) {
    const double integer = std::nearbyint(amount * units);
    return integer <= std::ldexp(1.0, largest_bits) && integer / units == amount;
}

}  // namespace

std::int64_t AmountScale::to_integer(double amount) const {
    return std::llround(amount * units);
}

AmountScale choose_scale(std::span<const double> amounts) {
    double units = 1;
    for (int places = 0; places <= 9; ++places, units *= 10) {
        if (std::all_of(amounts.begin(), amounts.end(),
                        [&](double amount) { return exact_in(units, amount); }))
            return {units};
    }
    const double largest = *std::max_element(amounts.begin(), amounts.end());
    // largest < 2^(exponent), and a power of two scales without rounding. Far below the smallest
    // normal number nothing is left to keep.
    const int exponent = std::max(std::ilogb(largest) + 1, -980);
    return {std::ldexp(1.0, largest_bits - exponent)};
}

}  // namespace cjm::simulate
