#include "simulate/paired/difference_sums.hpp"

#include "base/contract.hpp"

namespace cjm::simulate {
namespace {

Integer128 part(const Quantities& quantities, Quantity quantity) {
    return quantities[static_cast<std::size_t>(quantity)];
}

template <class Each>
void for_each_ratio(Each&& each) {
    for (std::size_t i = 0; i < ratio_count; ++i) {
        const RatioParts parts = parts_of(static_cast<RatioFigure>(i));
        each(i, parts.above, parts.below);
    }
}

}  // namespace

RatioParts parts_of(RatioFigure ratio) {
    switch (ratio) {
        case RatioFigure::average_order_value:
            return {Quantity::revenue, Quantity::purchases, Quantity::buyer};
        case RatioFigure::repeat_customer_rate:
            return {Quantity::repeat_buyer, Quantity::buyer, Quantity::buyer};
        case RatioFigure::purchase_frequency:
            return {Quantity::purchases, Quantity::buyer, Quantity::buyer};
        case RatioFigure::churn:
            return {Quantity::lost_buyer, Quantity::buyer, Quantity::buyer};
        case RatioFigure::loss_rate:
            return {Quantity::lost_buyer, Quantity::at_risk, Quantity::buyer};
        case RatioFigure::time_to_success:
            return {Quantity::success_time, Quantity::arrived, Quantity::arrived};
        case RatioFigure::observer_precision:
            return {Quantity::flagged_gone, Quantity::flagged, Quantity::flagged};
        case RatioFigure::observer_recall:
            return {Quantity::flagged_gone, Quantity::ghosted, Quantity::ghosted};
        case RatioFigure::lifetime_value:
        case RatioFigure::count_:
            break;
    }
    return {Quantity::lifetime, Quantity::buyer, Quantity::buyer};
}

void OwnSums::add(const Facts& facts) {
    ++customers;
    const Quantities quantities = facts.quantities();
    for (std::size_t i = 0; i < quantity_count; ++i) sums[i].add(quantities[i]);
    for_each_ratio([&](std::size_t i, Quantity above, Quantity below) {
        const Integer128 y = part(quantities, above), x = part(quantities, below);
        if (y == 0 && x == 0) return;
        squares[i].yy.add(y * y);
        squares[i].yx.add(y * x);
        squares[i].xx.add(x * x);
    });
}

OwnSums& OwnSums::operator+=(const OwnSums& other) {
    customers += other.customers;
    for (std::size_t i = 0; i < quantity_count; ++i) sums[i] += other.sums[i];
    for (std::size_t i = 0; i < ratio_count; ++i) {
        squares[i].yy += other.squares[i].yy;
        squares[i].yx += other.squares[i].yx;
        squares[i].xx += other.squares[i].xx;
    }
    return *this;
}

void DifferenceSums::Change::add(Integer128 difference) {
    if (difference > 0) {
        ++up_count;
        up.add(difference);
    } else if (difference < 0) {
        ++down_count;
        down.add(-difference);
    }
}

DifferenceSums::Change& DifferenceSums::Change::operator+=(const Change& other) {
    up_count += other.up_count;
    down_count += other.down_count;
    up += other.up;
    down += other.down;
    return *this;
}

void DifferenceSums::add(const Quantities& baseline, const Quantities& differences) {
    ++differing;
    for (std::size_t i = 0; i < quantity_count; ++i) changes[i].add(differences[i]);
    for_each_ratio([&](std::size_t i, Quantity above, Quantity below) {
        const Integer128 dy = part(differences, above), dx = part(differences, below);
        if (dy == 0 && dx == 0) return;
        const Integer128 y = part(baseline, above), x = part(baseline, below);
        products[i].y_dy.add(y * dy);
        products[i].y_dx.add(y * dx);
        products[i].x_dy.add(x * dy);
        products[i].x_dx.add(x * dx);
        products[i].dy_dx.add(dy * dx);
    });
}

DifferenceSums& DifferenceSums::operator+=(const DifferenceSums& other) {
    differing += other.differing;
    for (std::size_t i = 0; i < quantity_count; ++i) changes[i] += other.changes[i];
    for (std::size_t i = 0; i < ratio_count; ++i) {
        products[i].y_dy += other.products[i].y_dy;
        products[i].y_dx += other.products[i].y_dx;
        products[i].x_dy += other.products[i].x_dy;
        products[i].x_dx += other.products[i].x_dx;
        products[i].dy_dx += other.products[i].dy_dx;
    }
    return *this;
}

void JointSums::add(const std::vector<Difference>& differences) {
    for (const Difference& one : differences) {
        for (const Difference& other : differences) {
            Product& product = products_[one.variant * count_ + other.variant];
            product.dy_dy.add(one.dy * other.dy);
            product.dy_dx.add(one.dy * other.dx);
            product.dx_dx.add(one.dx * other.dx);
        }
    }
}

JointSums& JointSums::operator+=(const JointSums& other) {
    CJM_EXPECTS(count_ == other.count_);
    for (std::size_t i = 0; i < products_.size(); ++i) {
        products_[i].dy_dy += other.products_[i].dy_dy;
        products_[i].dy_dx += other.products_[i].dy_dx;
        products_[i].dx_dx += other.products_[i].dx_dx;
    }
    return *this;
}

}  // namespace cjm::simulate
