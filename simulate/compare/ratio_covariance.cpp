#include "simulate/compare/ratio_covariance.hpp"

#include <algorithm>

#include "base/covariance.hpp"

namespace cjm::simulate {
namespace {

WideSum plus(WideSum sum, const WideSum& more) {
    sum += more;
    return sum;
}

WideSum change_of(const DifferenceSums& differences, Quantity quantity) {
    const auto& change = differences.of(quantity);
    return change.up.sum - change.down.sum;
}

WideSum squares_of(const DifferenceSums& differences, Quantity quantity) {
    const auto& change = differences.of(quantity);
    return plus(change.up.squares, change.down.squares);
}

/// The sums of a ratio's parts in two variants a and b; none is the baseline itself.
class RatioSums {
  public:
    RatioSums(const OwnSums& baseline, RatioFigure ratio, double units)
        : baseline_(baseline), ratio_(ratio), units_(units), parts_(parts_of(ratio)) {}

    using Variant = const DifferenceSums*;
    /// joint: the products of the differences of a and b; 0 where one is the baseline
    [[nodiscard]] double covariance(Variant a, Variant b, const WideSum& dy_dy,
                                    const WideSum& dy_dx, const WideSum& dx_dy,
                                    const WideSum& dx_dx) const {
        const auto& own = baseline_.squares[static_cast<std::size_t>(ratio_)];
        const auto none = DifferenceSums::Products{};
        const auto& of_a = a != nullptr ? products(*a) : none;
        const auto& of_b = b != nullptr ? products(*b) : none;
        RatioProductSums sums;
        sums.count = std::min(counted(a), counted(b));
        sums.ya = total(parts_.above, a);
        sums.xa = total(parts_.below, a);
        sums.yb = total(parts_.above, b);
        sums.xb = total(parts_.below, b);
        sums.yy = plus(plus(plus(own.yy, of_b.y_dy), of_a.y_dy), dy_dy);
        sums.yx = plus(plus(plus(own.yx, of_b.y_dx), of_a.x_dy), dy_dx);
        sums.xy = plus(plus(plus(own.yx, of_b.x_dy), of_a.y_dx), dx_dy);
        sums.xx = plus(plus(plus(own.xx, of_b.x_dx), of_a.x_dx), dx_dx);
        return covariance_of_ratios(sums, units_);
    }
    [[nodiscard]] double covariance_with_baseline(Variant a) const {
        return covariance(a, nullptr, {}, {}, {}, {});
    }

  private:
    [[nodiscard]] const DifferenceSums::Products& products(const DifferenceSums& variant) const {
        return variant.products[static_cast<std::size_t>(ratio_)];
    }
    [[nodiscard]] WideSum total(Quantity quantity, Variant variant) const {
        const WideSum& own = baseline_.sums[static_cast<std::size_t>(quantity)];
        return variant != nullptr ? plus(own, change_of(*variant, quantity)) : own;
    }
    /// Customers with anything below the ratio's line.
    [[nodiscard]] std::uint64_t counted(Variant variant) const {
        return static_cast<std::uint64_t>(total(parts_.counted, variant).low());
    }

    const OwnSums& baseline_;
    RatioFigure ratio_;
    double units_;
    RatioParts parts_;
};

}  // namespace

PairVariances variances_of_ratio(const OwnSums& baseline, const DifferenceSums& variant,
                                 RatioFigure ratio, double units) {
    const RatioSums sums(baseline, ratio, units);
    const auto [above, below, counted] = parts_of(ratio);
    const WideSum& dy_dx = variant.products[static_cast<std::size_t>(ratio)].dy_dx;
    const double own = sums.covariance(&variant, &variant, squares_of(variant, above), dy_dx, dy_dx,
                                       squares_of(variant, below));
    const double before = sums.covariance_with_baseline(nullptr);
    return {own, before, std::max(0.0, own + before - 2 * sums.covariance_with_baseline(&variant))};
}

double covariance_of_ratio_differences(const OwnSums& baseline, const DifferenceSums& one,
                                       const DifferenceSums& other, const JointSums::Product& joint,
                                       const JointSums::Product& turned, RatioFigure ratio,
                                       double units) {
    const RatioSums sums(baseline, ratio, units);
    const double both =
        sums.covariance(&one, &other, joint.dy_dy, joint.dy_dx, turned.dy_dx, joint.dx_dx);
    return both - sums.covariance_with_baseline(&one) - sums.covariance_with_baseline(&other) +
           sums.covariance_with_baseline(nullptr);
}

}  // namespace cjm::simulate
