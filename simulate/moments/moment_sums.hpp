// Owns: integer sums of how the customers who reach a touchpoint fare with it as it is, forced good
// and forced bad. Must not know: how customers are walked, estimates.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "base/wide_sum.hpp"
#include "simulate/metric.hpp"
#include "simulate/paired/difference_sums.hpp"

namespace cjm::simulate {

/// What one customer adds to a metric: its mean is sum(y) / customers, or sum(y) / sum(x) where it
/// is a ratio.
struct Score {
    Integer128 y = 0, x = 0;
};
[[nodiscard]] Score score_of(Metric metric, const Facts& facts);
[[nodiscard]] constexpr bool is_ratio(Metric metric) {
    return metric == Metric::lifetime_value;
}

/// The scores of one customer three times: as it is, forced good, forced bad.
struct Scores {
    Score as_is, good, bad;
};

/// Sums of the six parts of Scores (y and x of each in turn) and of their products.
struct RatioSums {
    static constexpr std::size_t parts = 6;
    std::array<WideSum, parts> sums;
    std::array<WideSum, parts * parts> products;  ///< by row and column, row <= column

    void add(const Scores& scores);
    RatioSums& operator+=(const RatioSums& other);
    friend bool operator==(const RatioSums&, const RatioSums&) = default;
};

/// Of the customers who reach one touchpoint.
struct TouchpointSums {
    using Signed = DifferenceSums::Change;

    std::uint64_t reached = 0;
    std::uint64_t succeeded = 0;        ///< of them, as it is
    Signed as_is, good, bad;            ///< of y
    Signed impact, headroom, exposure;  ///< of good - bad, good - as it is, as it is - bad
    RatioSums ratio;                    ///< for a ratio only

    void add(Metric metric, const Scores& scores);
    TouchpointSums& operator+=(const TouchpointSums& other);
    friend bool operator==(const TouchpointSums&, const TouchpointSums&) = default;
};

/// Of all customers, as it is, and of those who reach each touchpoint. Sums of disjoint sets of
/// customers add up, in any order, bit for bit.
struct MomentSums {
    explicit MomentSums(std::size_t touchpoint_count) : touchpoints(touchpoint_count) {}

    std::uint64_t customers = 0, succeeded = 0;
    TouchpointSums::Signed as_is;  ///< of y
    RatioSums ratio;               ///< with the same score three times
    std::vector<TouchpointSums> touchpoints;

    void add(Metric metric, const Facts& as_is);
    MomentSums& operator+=(const MomentSums& other);
    friend bool operator==(const MomentSums&, const MomentSums&) = default;
};

}  // namespace cjm::simulate
