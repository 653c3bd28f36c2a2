#include "simulate/exact/fixed_point.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace cjm::simulate {
namespace {

constexpr std::size_t restart = 40;
/// What rounding leaves of a vector, relative to it, once all that the basis spans is taken off:
/// the basis is exhausted, and what is left points nowhere.
constexpr double rounding = 1e-13;

double dot(std::span<const double> a, std::span<const double> b) {
    // four sums, so that the compiler may keep them in flight; the order is fixed, so the bits are
    // too
    std::array<double, 4> sums{};
    std::size_t i = 0;
    for (; i + 4 <= a.size(); i += 4)
        for (std::size_t k = 0; k < 4; ++k) sums[k] += a[i + k] * b[i + k];
    for (; i < a.size(); ++i) sums[0] += a[i] * b[i];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

double norm(std::span<const double> a) {
    return std::sqrt(dot(a, a));
}

void add(std::span<double> to, double scale, std::span<const double> from) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += scale * from[i];
}

/// One cycle of GMRES for (I - G) x = b: the basis, and the small least-squares problem by Givens
/// rotations.
class Cycle {
  public:
    Cycle(const Operator& g, std::span<const double> residual, double size) : g_(&g) {
        basis_.emplace_back(residual.begin(), residual.end());
        for (double& value : basis_.front()) value /= size;
        right_.push_back(size);
    }

    /// One more basis vector; returns the norm of the residual it leaves.
    double step() {
        const std::size_t n = basis_.size();
        std::vector<double> next(basis_.back().size());
        (*g_)(basis_.back(), next);
        for (std::size_t i = 0; i < next.size(); ++i) next[i] = basis_.back()[i] - next[i];
        const double whole = norm(next);
        std::vector<double> column(n + 1);
        // modified Gram-Schmidt, once: enough for GMRES (Paige, Rozloznik and Strakos 2006)
        for (std::size_t i = 0; i < n; ++i) {
            column[i] = dot(next, basis_[i]);
            add(next, -column[i], basis_[i]);
        }
        column[n] = norm(next);
        exhausted_ = !(column[n] > rounding * whole);
        if (exhausted_) column[n] = 0;
        if (!exhausted_)
            for (double& value : next) value /= column[n];
        basis_.push_back(std::move(next));
        rotate(column);
        return std::abs(right_.back());
    }

    [[nodiscard]] bool full() const { return exhausted_ || basis_.size() > restart; }

    /// Adds the correction that the cycle found.
    void add_correction(std::span<double> x) const {
        const std::size_t n = columns_.size();
        std::vector<double> y(n);
        for (std::size_t i = n; i-- > 0;) {
            double value = right_[i];
            for (std::size_t j = i + 1; j < n; ++j) value -= columns_[j][i] * y[j];
            y[i] = columns_[i][i] != 0 ? value / columns_[i][i] : 0;
        }
        for (std::size_t i = 0; i < n; ++i) add(x, y[i], basis_[i]);
    }

  private:
    void rotate(std::vector<double>& column) {
        const std::size_t n = column.size() - 1;
        for (std::size_t i = 0; i + 1 < n; ++i) {
            const double upper = cosines_[i] * column[i] + sines_[i] * column[i + 1];
            column[i + 1] = cosines_[i] * column[i + 1] - sines_[i] * column[i];
            column[i] = upper;
        }
        const double length = std::sqrt(column[n - 1] * column[n - 1] + column[n] * column[n]);
        cosines_.push_back(length > 0 ? column[n - 1] / length : 1);
        sines_.push_back(length > 0 ? column[n] / length : 0);
        column[n - 1] = length;
        right_.push_back(-sines_.back() * right_[n - 1]);
        right_[n - 1] *= cosines_.back();
        columns_.push_back(column);
    }

    const Operator* g_;
    std::vector<std::vector<double>> basis_, columns_;
    std::vector<double> cosines_, sines_, right_;
    bool exhausted_ = false;
};

}  // namespace

FixedPoint solve_fixed_point(const Operator& g, std::span<const double> b, double tolerance,
                             int most) {
    FixedPoint found{{b.begin(), b.end()}, 0, 0};
    const double size = norm(b);
    if (!(size > 0)) return found;
    std::vector<double> residual(b.size()), x = found.x;
    found.residual = INFINITY;
    while (true) {
        g(x, residual);
        ++found.applications;
        for (std::size_t i = 0; i < b.size(); ++i) residual[i] = b[i] + residual[i] - x[i];
        const double left = norm(residual);
        const bool better = left / size < found.residual,
                   stuck = !(left / size < found.residual / 2);
        if (better) {
            found.x = x;
            found.residual = left / size;
        }
        if (found.residual <= tolerance || stuck || found.applications >= most) return found;
        Cycle cycle(g, residual, left);
        double inside = left;
        while (inside > tolerance * size / 2 && !cycle.full()) {
            inside = cycle.step();
            ++found.applications;
        }
        cycle.add_correction(x);
    }
}

}  // namespace cjm::simulate
