// Owns: sums over customers of products of what a CSI judges by. Must not know: customers, scores.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/wide_sum.hpp"

namespace cjm::simulate {

/// Sums over customers of the products of their numbers in one variant and in another: entry
/// row x columns + column.
class JudgedProducts {
  public:
    JudgedProducts() = default;
    JudgedProducts(std::size_t rows, std::size_t columns)
        : columns_(columns), products_(rows * columns) {}

    void add(std::span<const std::int64_t> one, std::span<const std::int64_t> other);
    JudgedProducts& operator+=(const JudgedProducts& more);
    [[nodiscard]] double at(std::size_t row, std::size_t column) const {
        return static_cast<double>(products_[row * columns_ + column]);
    }

  private:
    std::size_t columns_ = 0;
    std::vector<Integer128> products_;
};

}  // namespace cjm::simulate
