#include "simulate/exact/refinement.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace cjm::simulate;

namespace {

/// Numbers on `grids` grids of 16, 32, ... ticks.
template <class Number>
Refinement refined(bool uneven, int grids, std::size_t size, Number&& number) {
    Refinement refinement(uneven);
    for (int grid = 0; grid < grids; ++grid) {
        std::vector<double> numbers;
        for (std::size_t i = 0; i < size; ++i)
            numbers.push_back(number(i, 1.0 / (16 << grid), grid));
        refinement.add(numbers);
    }
    return refinement;
}

}  // namespace

TEST_CASE("refinement: errors of second and fourth order", "[exact][horizon]") {
    const auto limits = refined(false, 4, 3, [](std::size_t i, double tick, int) {
                            const double square = tick * tick;
                            return 0.3 + static_cast<double>(i) * square - 5 * square * square;
                        }).limits();
    for (const auto& limit : limits) {
        CHECK(std::abs(limit.value - 0.3) <= limit.error);
        CHECK(limit.error < 1e-5);
    }
}

TEST_CASE("refinement: a first-order error lies within its bound", "[exact][horizon]") {
    const auto limits =
        refined(false, 3, 1, [](std::size_t, double tick, int) { return 2 + 0.4 * tick; }).limits();
    CHECK(std::abs(limits[0].value - 2) > 1e-3);
    CHECK(std::abs(limits[0].value - 2) <= limits[0].error);
}

TEST_CASE("refinement: uneven errors lie within their bound wherever the jump falls",
          "[exact][horizon]") {
    const auto factor = [](std::size_t i, int grid) {
        const double at = std::fmod(static_cast<double>(i) / 1000 * (1 << grid), 1.0);
        return at * (1 - at);
    };
    const auto number = [&](std::size_t i, double tick, int grid) {
        return 1 + (factor(i, grid) + factor(37 * i % 1000, grid)) * tick * tick;
    };
    int outside = 0;
    const auto uneven = refined(true, 3, 1000, number).limits();
    for (const auto& limit : uneven) CHECK(std::abs(limit.value - 1) <= limit.error);
    // without being told, some would lie outside, beside a number whose errors are even
    for (std::size_t i = 0; i < 1000; ++i) {
        const auto beside = refined(false, 3, 2, [&](std::size_t which, double tick, int grid) {
                                return which == 0 ? 100 * tick * tick : number(i, tick, grid);
                            }).limits();
        if (std::abs(beside[1].value - 1) > beside[1].error) ++outside;
    }
    CHECK(outside > 0);
}

TEST_CASE("refinement: a number that does not change is known to rounding", "[exact][horizon]") {
    const auto limits = refined(false, 3, 2, [](std::size_t i, double tick, int) {
                            return i == 0 ? 0.25 : 0.5 + tick * tick;
                        }).limits();
    CHECK(limits[0].value == 0.25);
    CHECK(limits[0].error < 1e-11);
}
