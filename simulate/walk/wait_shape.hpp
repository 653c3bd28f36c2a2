// Owns: the shapes of waits, families with their dimensionless parameters, as quantiles at fixed
// nodes. Must not know: ticks, how the quantiles are stored.
#pragma once
#include <array>
#include <cstddef>

#include "journey/model.hpp"
#include "simulate/walk/wait.hpp"

namespace cjm::simulate {

/// A family of waits with what is left of its parameters when place and scale are taken out:
/// fixed (0), exponential (mean 1), uniform (on [0, 1]): none; lognormal, gamma (mean 1): sd /
/// mean; weibull (scale 1): shape; pert (on [0, 1]): the likely value.
struct WaitShape {
    WaitKind kind = WaitKind::fixed;
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
