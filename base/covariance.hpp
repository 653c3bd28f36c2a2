// Owns: covariances of means and of ratios over the same customers, from exact integer sums. Must
// not know: what the integers count, how they were sampled.
#pragma once
#include <cstdint>

#include "base/wide_sum.hpp"

namespace cjm {

/// Sums of two quantities over the same `count` customers, and of their product.
struct ProductSums {
    std::uint64_t count = 0;
    WideSum a, b, ab;
};

/// Covariance of the means of a and b (n - 1 in the denominator), times units^2; 0 for a single
/// customer. Exactly 0 where either does not vary.
[[nodiscard]] double covariance_of_means(const ProductSums& sums, double units);

/// Sums of the parts of two ratios, y_a / x_a and y_b / x_b, over the same customers.
struct RatioProductSums {
    std::uint64_t count = 0;  ///< customers with x > 0
    WideSum ya, xa, yb, xb;
    WideSum yy, yx, xy, xx;  ///< of products: y_a y_b, y_a x_b, x_a y_b, x_a x_b
};

/// Delta-method covariance of the ratios sum(y_a) / (units x sum(x_a)) and the same of b; 0 for a
/// single customer. expects sum(x_a), sum(x_b) > 0
[[nodiscard]] double covariance_of_ratios(const RatioProductSums& sums, double units);

}  // namespace cjm
