#include "base/covariance.hpp"

#include <array>
#include <cmath>

#include <catch2/catch.hpp>

#include "base/interval.hpp"

using namespace cjm;

namespace {

struct Customer {
    Integer128 ya, xa, yb, xb;
};
// buyers only: x is 1 or more
constexpr std::array<Customer, 5> customers{
    {{30, 1, 25, 1}, {0, 2, 10, 1}, {70, 3, 70, 3}, {-5, 1, 0, 2}, {12, 1, 12, 1}}};

RatioProductSums sums_of(bool twice_the_first) {
    RatioProductSums sums;
    sums.count = customers.size();
    for (const Customer& c : customers) {
        const Integer128 yb = twice_the_first ? c.ya : c.yb, xb = twice_the_first ? c.xa : c.xb;
        sums.ya.add(c.ya);
        sums.xa.add(c.xa);
        sums.yb.add(yb);
        sums.xb.add(xb);
        sums.yy.add(c.ya * yb);
        sums.yx.add(c.ya * xb);
        sums.xy.add(c.xa * yb);
        sums.xx.add(c.xa * xb);
    }
    return sums;
}

}  // namespace

TEST_CASE("covariance of means: by hand", "[base][covariance]") {
    // a = 1, 2, 6 and b = 2, 0, 4: deviations -2, -1, 3 and 0, -2, 2; sum of products 8
    const ProductSums sums{3, WideSum(9), WideSum(6), WideSum(2 + 0 + 24)};
    CHECK(covariance_of_means(sums, 1) == Approx(8.0 / 2 / 3));
    CHECK(covariance_of_means(sums, 10) == Approx(8.0 / 2 / 3 / 100));
    CHECK(covariance_of_means({3, WideSum(9), WideSum(6), WideSum(18)}, 1) == 0);
    CHECK(covariance_of_means({1, WideSum(9), WideSum(6), WideSum(54)}, 1) == 0);
}

TEST_CASE("covariance of ratios: of residuals, and of a ratio with itself its variance",
          "[base][covariance]") {
    double ya = 0, xa = 0, yb = 0, xb = 0, products = 0;
    for (const Customer& c : customers) {
        ya += static_cast<double>(c.ya);
        xa += static_cast<double>(c.xa);
        yb += static_cast<double>(c.yb);
        xb += static_cast<double>(c.xb);
    }
    for (const Customer& c : customers)
        products += (static_cast<double>(c.ya) - ya / xa * static_cast<double>(c.xa)) / xa *
                    (static_cast<double>(c.yb) - yb / xb * static_cast<double>(c.xb)) / xb;
    CHECK(covariance_of_ratios(sums_of(false), 1) == Approx(products * 5 / 4).epsilon(1e-12));
    CHECK(covariance_of_ratios(sums_of(false), 100) ==
          Approx(products * 5 / 4 / 1e4).epsilon(1e-12));

    const RatioProductSums own = sums_of(true);
    const PairSums pair{5,
                        static_cast<Integer128>(own.ya.low()),
                        static_cast<Integer128>(own.xa.low()),
                        own.yy,
                        own.yx,
                        own.xx};
    const Estimate ratio = estimate_ratio(pair, 1, {0, 0}, {-100, 100}, Confidence(0.95));
    CHECK(covariance_of_ratios(own, 1) ==
          Approx(ratio.standard_error * ratio.standard_error).epsilon(1e-12));
}
