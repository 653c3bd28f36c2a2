// Owns: least squares with an intercept, from sums over rows. Must not know: what rows mean.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace cjm::simulate {

/// Sums over rows of products of (1, x_1 … x_q, y). They add and subtract, so that the fit without
/// some rows costs no second pass over the others.
class CrossProducts {
  public:
    explicit CrossProducts(std::size_t columns)
        : size_(columns + 2), sums_(size_ * size_), row_(size_) {}

    void add(std::span<const double> x, double y);
    CrossProducts& operator-=(const CrossProducts& other);

    [[nodiscard]] std::size_t columns() const { return size_ - 2; }
    [[nodiscard]] double rows() const { return sums_[0]; }
    /// Sum of products about the means, of column i and j; column `columns()` is y.
    [[nodiscard]] double about_means(std::size_t i, std::size_t j) const;

  private:
    [[nodiscard]] double sum(std::size_t i, std::size_t j) const {
        return i <= j ? sums_[i * size_ + j] : sums_[j * size_ + i];
    }
    std::size_t size_;
    std::vector<double> sums_;  // upper triangle
    std::vector<double> row_;
};

/// The fit y = b_0 + sum b_i x_i. A column that others explain (to 1e-10) gets 0.
struct Fit {
    std::vector<double> slopes;    ///< by column
    std::vector<double> inverse;   ///< of the products about the means; rows and columns of zeros
                                   ///< for columns left out
    double residual_variance = 0;  ///< unbiased; 0 where as many columns as rows
    double degrees = 0;            ///< of freedom of the residuals
    double rows = 0;
};

/// cost  O(columns^3)
[[nodiscard]] Fit fit_least_squares(const CrossProducts& products);

}  // namespace cjm::simulate
