// Owns: integers wide enough for products of sums, so that what cancels is told from what is small.
// Must not know: what the sums are of.
#pragma once
#include <boost/multiprecision/cpp_int.hpp>

#include "base/wide_sum.hpp"

namespace cjm::detail {

/// Wide enough for x^2 sum(y^2) with every factor at its bound; all of it exact, so that "no spread
/// at all" is told from "little spread" and the bits do not depend on the order of adding.
using Exact = boost::multiprecision::int512_t;

[[nodiscard]] inline Exact to_exact(const WideSum& sum) {
    return Exact(sum.high()) * (Exact(1) << 128) + Exact(sum.low());
}

[[nodiscard]] inline double to_double(const Exact& value) {
    return value.convert_to<double>();
}

}  // namespace cjm::detail
