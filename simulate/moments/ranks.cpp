#include "simulate/moments/ranks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace cjm {

std::vector<std::size_t> by_impact(const MomentsResult& result) {
    const auto size = [&](std::size_t i) {
        const MomentResult& moment = result.touchpoints[i];
        return moment.simultaneous_low && moment.impact ? moment.impact->estimate
                                                        : -std::numeric_limits<double>::infinity();
    };
    std::vector<std::size_t> order(result.touchpoints.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return size(a) > size(b); });
    return order;
}

namespace simulate {
namespace {

constexpr double rounding = 1e-11;  // relative; what exact impacts may be off

bool above(double a, double b) {
    return a - b > rounding * std::max({1.0, std::abs(a), std::abs(b)});
}

}  // namespace

void set_ranks(MomentsResult& result) {
    std::vector<MomentResult*> family;
    for (MomentResult& moment : result.touchpoints)
        if (moment.simultaneous_low) family.push_back(&moment);
    for (MomentResult* moment : family) {
        const auto others = [&](auto&& holds) {
            return static_cast<std::size_t>(std::count_if(family.begin(), family.end(), holds));
        };
        moment->rank_low = 1 + others([&](const MomentResult* other) {
                               return above(*other->simultaneous_low, *moment->simultaneous_high);
                           });
        moment->rank_high = family.size() - others([&](const MomentResult* other) {
                                return above(*moment->simultaneous_low, *other->simultaneous_high);
                            });
        moment->moment_of_truth = *moment->simultaneous_low > result.minimum_effect;
    }
}

std::vector<std::size_t> places(const std::vector<double>& impacts) {
    std::vector<std::size_t> place;
    for (const double impact : impacts)
        place.push_back(1 + static_cast<std::size_t>(
                                std::count_if(impacts.begin(), impacts.end(),
                                              [&](double other) { return above(other, impact); })));
    return place;
}

}  // namespace simulate
}  // namespace cjm
