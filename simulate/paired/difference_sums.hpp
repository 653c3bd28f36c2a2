// Owns: integer sums of how the same customers fare differently in two variants of a journey. Must
// not know: how customers are walked, estimates.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "base/wide_sum.hpp"
#include "simulate/paired/facts.hpp"
#include "simulate/tally/tally.hpp"

namespace cjm::simulate {

/// Figures that are a ratio of two quantities, summed over customers.
enum class RatioFigure : std::uint8_t {
    average_order_value,   ///< revenue / purchases
    repeat_customer_rate,  ///< repeat buyers / buyers
    purchase_frequency,    ///< purchases / buyers
    churn,                 ///< lost buyers / buyers
    loss_rate,             ///< lost buyers / ticks at risk
    lifetime_value,        ///< lifetime / buyers
    time_to_success,       ///< ticks of who arrived / who arrived
    observer_precision,    ///< flagged and gone / flagged
    observer_recall,       ///< flagged and gone / gone
    count_
};
inline constexpr std::size_t ratio_count = static_cast<std::size_t>(RatioFigure::count_);

struct RatioParts {
    Quantity above, below;
    Quantity counted;  ///< 1 for a customer who counts below the line
};
[[nodiscard]] RatioParts parts_of(RatioFigure ratio);

/// Sums over all customers of one variant: what differences are taken from.
struct OwnSums {
    struct Squares {
        WideSum yy, yx, xx;  ///< of a ratio's parts, y above and x below
        friend bool operator==(const Squares&, const Squares&) = default;
    };
    std::uint64_t customers = 0;
    std::array<WideSum, quantity_count> sums;
    std::array<Squares, ratio_count> squares;

    void add(const Facts& facts);
    OwnSums& operator+=(const OwnSums& other);
    friend bool operator==(const OwnSums&, const OwnSums&) = default;
};

/// Sums over customers of their differences d = variant - baseline; who does not differ adds
/// nothing. The sums of disjoint sets of customers add up, in any order, bit for bit.
struct DifferenceSums {
    struct Change {
        std::uint64_t up_count = 0, down_count = 0;  ///< customers with d > 0 and d < 0
        AmountSums up, down;                         ///< of max(d, 0) and max(-d, 0)

        void add(Integer128 difference);
        Change& operator+=(const Change& other);
        friend bool operator==(const Change&, const Change&) = default;
    };
    /// Products of the baseline's parts y, x of a ratio and their differences dy, dx.
    struct Products {
        WideSum y_dy, y_dx, x_dy, x_dx, dy_dx;
        friend bool operator==(const Products&, const Products&) = default;
    };
    std::uint64_t differing = 0;  ///< customers with any difference
    std::array<Change, quantity_count> changes;
    std::array<Products, ratio_count> products;

    /// Adds a customer who differs.
    void add(const Quantities& baseline, const Quantities& differences);
    DifferenceSums& operator+=(const DifferenceSums& other);
    friend bool operator==(const DifferenceSums&, const DifferenceSums&) = default;

    [[nodiscard]] const Change& of(Quantity quantity) const {
        return changes[static_cast<std::size_t>(quantity)];
    }
};

/// Sums of products of the differences of one figure in any two variants: from them its joint
/// covariance. A mean has no lower part: then `dx` is 0 throughout.
class JointSums {
  public:
    struct Product {
        WideSum dy_dy, dy_dx, dx_dx;  ///< dy_dx: y of the first variant, x of the second
        friend bool operator==(const Product&, const Product&) = default;
    };
    struct Difference {
        std::size_t variant;
        Integer128 dy, dx;
    };
    /// variants  without the baseline
    explicit JointSums(std::size_t variants) : count_(variants), products_(variants * variants) {}

    /// Adds one customer: the variants in which the figure differs.
    void add(const std::vector<Difference>& differences);
    JointSums& operator+=(const JointSums& other);
    friend bool operator==(const JointSums&, const JointSums&) = default;

    [[nodiscard]] std::size_t variants() const { return count_; }
    [[nodiscard]] const Product& at(std::size_t one, std::size_t other) const {
        return products_[one * count_ + other];
    }

  private:
    std::size_t count_;
    std::vector<Product> products_;
};

}  // namespace cjm::simulate
