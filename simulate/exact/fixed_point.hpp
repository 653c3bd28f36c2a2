// Owns: solving x = b + G x for an operator given as a function. Must not know: chains.
#pragma once
#include <functional>
#include <span>
#include <vector>

namespace cjm::simulate {

/// out = G in; both of the same size; `out` is overwritten.
using Operator = std::function<void(std::span<const double> in, std::span<double> out)>;

struct FixedPoint {
    std::vector<double> x;
    double residual =
        0;  ///< ||b + G x - x|| / ||b||, Euclidean, measured at the end, not estimated
    int applications = 0;  ///< of G
};

/// The solution of x = b + G x, G of spectral radius below 1, by restarted GMRES (Saad and Schultz
/// 1986) from x = b. Ends at a relative residual of `tolerance`, where it no longer improves, or
/// after `most` applications; the caller judges `residual`. Cost: one application and O(restart x
/// size) a step; memory O(restart x size).
[[nodiscard]] FixedPoint solve_fixed_point(const Operator& g, std::span<const double> b,
                                           double tolerance, int most);

}  // namespace cjm::simulate
