#include "simulate/uncertainty/least_squares.hpp"

#include <algorithm>
#include <cmath>

#include "base/contract.hpp"

namespace cjm::simulate {
namespace {

constexpr double independent = 1e-10;  // part of a column's variance that others do not explain

/// A lower triangle, row by row.
class Cholesky {
  public:
    explicit Cholesky(const CrossProducts& products)
        : size_(products.columns()), lower_(size_ * size_), kept_(size_) {
        for (std::size_t j = 0; j < size_; ++j) {
            const double own = products.about_means(j, j);
            double pivot = own;
            for (std::size_t k = 0; k < j; ++k) pivot -= at(j, k) * at(j, k);
            kept_[j] = own > 0 && pivot > independent * own;
            if (!kept_[j]) {
                for (std::size_t k = 0; k < j; ++k) at(j, k) = 0;
                continue;
            }
            at(j, j) = std::sqrt(pivot);
            for (std::size_t i = j + 1; i < size_; ++i) {
                double sum = products.about_means(i, j);
                for (std::size_t k = 0; k < j; ++k) sum -= at(i, k) * at(j, k);
                at(i, j) = sum / at(j, j);
            }
        }
    }

    [[nodiscard]] std::size_t rank() const {
        return static_cast<std::size_t>(std::count(kept_.begin(), kept_.end(), true));
    }

    /// Inverse of the lower triangle; zeros for what was left out.
    [[nodiscard]] std::vector<double> inverse() const {
        std::vector<double> result(size_ * size_);
        for (std::size_t j = 0; j < size_; ++j) {
            if (!kept_[j]) continue;
            result[j * size_ + j] = 1 / at(j, j);
            for (std::size_t i = j + 1; i < size_; ++i) {
                if (!kept_[i]) continue;
                double sum = 0;
                for (std::size_t k = j; k < i; ++k) sum -= at(i, k) * result[k * size_ + j];
                result[i * size_ + j] = sum / at(i, i);
            }
        }
        return result;
    }

  private:
    [[nodiscard]] double& at(std::size_t i, std::size_t j) { return lower_[i * size_ + j]; }
    [[nodiscard]] double at(std::size_t i, std::size_t j) const { return lower_[i * size_ + j]; }

    std::size_t size_;
    std::vector<double> lower_;
    std::vector<bool> kept_;
};

}  // namespace

void CrossProducts::add(std::span<const double> x, double y) {
    CJM_EXPECTS(x.size() == columns());
    row_[0] = 1;
    std::copy(x.begin(), x.end(), row_.begin() + 1);
    row_[size_ - 1] = y;
    for (std::size_t i = 0; i < size_; ++i)
        for (std::size_t j = i; j < size_; ++j) sums_[i * size_ + j] += row_[i] * row_[j];
}

CrossProducts& CrossProducts::operator-=(const CrossProducts& other) {
    for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] -= other.sums_[i];
    return *this;
}

double CrossProducts::about_means(std::size_t i, std::size_t j) const {
    return sum(i + 1, j + 1) - sum(0, i + 1) * sum(0, j + 1) / rows();
}

Fit fit_least_squares(const CrossProducts& products) {
    const std::size_t q = products.columns();
    const Cholesky cholesky(products);
    const std::vector<double> root = cholesky.inverse();
    Fit fit;
    fit.rows = products.rows();
    fit.slopes.resize(q);
    fit.inverse.resize(q * q);
    // the inverse is root' root, of which column i of the lower triangle begins at row i
    for (std::size_t i = 0; i < q; ++i)
        for (std::size_t j = i; j < q; ++j) {
            double sum = 0;
            for (std::size_t k = j; k < q; ++k) sum += root[k * q + i] * root[k * q + j];
            fit.inverse[i * q + j] = fit.inverse[j * q + i] = sum;
        }
    double explained = 0;
    for (std::size_t i = 0; i < q; ++i) {
        for (std::size_t j = 0; j < q; ++j)
            fit.slopes[i] += fit.inverse[i * q + j] * products.about_means(j, q);
        explained += fit.slopes[i] * products.about_means(i, q);
    }
    fit.degrees = fit.rows - 1 - static_cast<double>(cholesky.rank());
    if (fit.degrees > 0)
        fit.residual_variance = std::max(0.0, products.about_means(q, q) - explained) / fit.degrees;
    return fit;
}

}  // namespace cjm::simulate
