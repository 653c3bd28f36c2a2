// Owns: the shapes of waits, families with their dimensionless parameters, as quantiles at fixed
// nodes. Must not know: ticks, how the quantiles are stored.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "simulate/walk/wait.hpp"

namespace cjm::simulate {

/// The curves that waits are made of, quantile functions without place and scale.
enum class Curve : std::uint8_t {
    zero,         ///< of fixed waits
    exponential,  ///< mean 1
    uniform,      ///< on [0, 1]
    normal,       ///< mean 0, sd 1; lognormal waits are powers of it
    gumbel,       ///< log of an exponential of mean 1; Weibull waits are powers of it
    lognormal,    ///< mean 1, parameter: sd
    weibull,      ///< scale 1, parameter: shape
    gamma,        ///< mean 1, parameter: sd
    pert,         ///< on [0, 1], parameter: the likely value
};

/// A curve with its parameter, 0 where it has none.
struct WaitShape {
    Curve curve = Curve::zero;
    double parameter = 0;
    friend auto operator<=>(const WaitShape&, const WaitShape&) = default;
};

/// Quantiles at the nodes of one half: two nodes for each cell, from the outermost cell inward.
using HalfNodes = std::array<double, 2 * std::size_t{WaitTables::cells_per_half}>;

/// Quantiles of a shape: `lower` at the tail probabilities of the nodes, `upper` at one minus
/// these.
struct ShapeQuantiles {
    HalfNodes lower{}, upper{};
};

/// The probabilities, between 0 and 1/2, at which a shape is evaluated: the two points of
/// Gauss-Legendre quadrature in each cell. The line through the quantiles at the two has the mean
/// and, but for terms of fourth order, the variance of the quantile function over the cell.
[[nodiscard]] const HalfNodes& tail_probabilities();

/// Exact to 1e-5 relative, most shapes to 1e-14. Cost: about 40 us, gamma and pert 300 us.
[[nodiscard]] ShapeQuantiles quantiles_of(const WaitShape& shape);

}  // namespace cjm::simulate
