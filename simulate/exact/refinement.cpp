#include "simulate/exact/refinement.hpp"

#include <algorithm>
#include <cmath>

#include "base/contract.hpp"

namespace cjm::simulate {
namespace {

/// What rounding may add, relative to the number.
constexpr double rounding = 1e-12;

/// See the class.
constexpr double uneven_factor = 0.67;

double extrapolated(double coarse, double fine) {
    return fine + (fine - coarse) / 3;
}

}  // namespace

std::vector<Refinement::Limit> Refinement::limits() const {
    CJM_EXPECTS(grids_.size() >= 3);
    const std::size_t last = grids_.size() - 1;
    const auto& g = grids_;
    double changes = 0, steps = 0;
    for (std::size_t i = 0; i < size(); ++i) {
        const double change =
            extrapolated(g[last - 1][i], g[last][i]) - extrapolated(g[last - 2][i], g[last - 1][i]);
        changes += change * change;
        steps += (g[last][i] - g[last - 1][i]) * (g[last][i] - g[last - 1][i]);
    }
    const double disorder = std::max(steps > 0 ? std::min(1.0, std::sqrt(changes / steps)) : 0,
                                     uneven_ ? uneven_factor : 0);
    std::vector<Limit> limits(size());
    for (std::size_t i = 0; i < size(); ++i) {
        const double value = extrapolated(g[last - 1][i], g[last][i]);
        const double before = extrapolated(g[last - 2][i], g[last - 1][i]);
        double error = 2 * std::abs(value - before);
        if (last >= 3)
            error = std::max(error,
                             std::abs(before - extrapolated(g[last - 3][i], g[last - 2][i])) / 4);
        error += disorder * std::abs(g[last][i] - g[last - 1][i]);
        limits[i] = {value, error + rounding * (1 + std::abs(value))};
    }
    return limits;
}

}  // namespace cjm::simulate
