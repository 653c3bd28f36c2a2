#include "simulate/tally/amount.hpp"

#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

using cjm::simulate::choose_scale;

TEST_CASE("amount: short decimals stay exact", "[simulate][amount]") {
    CHECK(choose_scale(std::vector<double>{0, 3, 12}).units == 1);
    const auto scale = choose_scale(std::vector<double>{0.1, 2.5, 19.99});
    CHECK(scale.units == 100);
    CHECK(scale.to_integer(0.1) == 10);
    CHECK(scale.to_integer(19.99) == 1999);
    CHECK(choose_scale(std::vector<double>{0.000000001}).units == 1e9);
}

TEST_CASE("amount: other numbers keep 36 binary digits", "[simulate][amount]") {
    for (const double largest : {1.0 / 3, 1e300 / 3, 1e-280 / 3, 1e15 + 0.5}) {
        const auto scale = choose_scale(std::vector<double>{largest, 0});
        const auto integer = scale.to_integer(largest);
        CHECK(integer >= std::int64_t{1} << 35);
        CHECK(integer <= std::int64_t{1} << 36);
        CHECK(static_cast<double>(integer) / scale.units == Approx(largest).epsilon(1e-10));
    }
}

TEST_CASE("amount: the least number there is does no harm", "[simulate][amount]") {
    const auto scale = choose_scale(std::vector<double>{5e-324});
    CHECK(std::isfinite(scale.units));
    CHECK(scale.to_integer(5e-324) == 0);
}
