// The laws of uncertain values and counts, against closed forms.
#include "simulate/uncertainty/pert.hpp"

#include <cmath>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace cjm;
using namespace cjm::simulate;

namespace {

std::vector<Count> counts_of(const std::vector<int>& numbers) {
    std::vector<Count> counts;
    for (const int number : numbers)
        counts.push_back({{"n" + std::to_string(counts.size()), {}}, {number, {}}});
    return counts;
}

}  // namespace

TEST_CASE("Pert: quantiles, mean and deviation of a law at the edge of its range",
          "[simulate][uncertainty]") {
    // likely = low: Beta(1, 5), P(B <= x) = 1 - (1 - x)^5
    const Pert falling(Number(10, 10, 20, {}));
    for (const double p : {0.1, 0.5, 0.9})
        CHECK(falling.quantile(p) == Approx(10 + 10 * (1 - std::pow(1 - p, 0.2))).epsilon(1e-12));
    CHECK(falling.mean() == Approx(10 + 10.0 / 6).epsilon(1e-12));
    CHECK(falling.deviation() == Approx(10 * std::sqrt(5.0 / 36 / 7)).epsilon(1e-12));
    // likely = high: its mirror image
    const Pert rising(Number(10, 20, 20, {}));
    CHECK(rising.quantile(0.1) == Approx(30 - falling.quantile(0.9)).epsilon(1e-12));
}

TEST_CASE("share_quantile: names without customers, where the law is the arcsine's",
          "[simulate][uncertainty]") {
    // Beta(1/2, 1/2): P(B <= x) = 2 / pi asin(sqrt x)
    const double pi = std::acos(-1.0);
    for (const double p : {0.01, 0.1, 0.5, 0.9, 0.99}) {
        const double sine = std::sin(pi * p / 2);
        CHECK(share_quantile(counts_of({0, 0}), 0, p) == Approx(sine * sine).epsilon(1e-10));
    }
}

TEST_CASE("share_quantile: a share among several names", "[simulate][uncertainty]") {
    const auto counts = counts_of({8, 1, 1});
    // Beta(3/2, 10), by Simpson's rule
    CHECK(share_quantile(counts, 1, 0.1) == Approx(0.0281189455518).epsilon(1e-9));
    CHECK(share_quantile(counts, 1, 0.9) == Approx(0.2630874151464).epsilon(1e-9));
    for (const double p : {0.1, 0.9}) {
        const double sum =
            share_quantile(counts_of({7, 3}), 0, p) + share_quantile(counts_of({7, 3}), 1, 1 - p);
        CHECK(sum == Approx(1).epsilon(1e-12));
    }
}
