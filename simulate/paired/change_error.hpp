// Owns: the error of a mean difference, from its sums. Must not know: what differs.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>

#include "simulate/paired/difference_sums.hpp"

namespace cjm::simulate {

/// Standard error of the mean over customers of their own differences, in the quantity's integers.
[[nodiscard]] inline double mean_difference_error(const DifferenceSums::Change& change,
                                                  std::uint64_t customers) {
    if (customers < 2) return 0;
    const auto n = static_cast<double>(customers);
    const auto to_double = [](const WideSum& sum) {
        return std::ldexp(static_cast<double>(sum.high()), 128) + static_cast<double>(sum.low());
    };
    const double mean = static_cast<double>(change.up.sum - change.down.sum) / n;
    const double squares = to_double(change.up.squares) + to_double(change.down.squares);
    return std::sqrt(std::max(0.0, squares / n - mean * mean) / (n - 1));
}

}  // namespace cjm::simulate
