#include "simulate/exact/fixed_point.hpp"

#include <cmath>
#include <random>

#include <catch2/catch.hpp>

using namespace cjm::simulate;

// A loop of one touchpoint on many levels of goodwill: the basis is exhausted after one vector, and
// what rounding leaves must not be taken for another.
TEST_CASE("fixed point: a loop that only one number enters", "[exact]") {
    constexpr std::size_t size = 121;
    for (int percent = 1; percent <= 99; ++percent)
        for (const std::size_t at : {std::size_t{0}, std::size_t{60}, size - 1})
            for (const double scale : {1e-9, 0.55, 1.0, 3e7}) {
                const double again = percent / 100.0;
                std::vector<double> b(size);
                b[at] = scale * again;
                const auto found = solve_fixed_point(
                    [&](std::span<const double> in, std::span<double> out) {
                        for (std::size_t i = 0; i < size; ++i) out[i] = again * in[i];
                    },
                    b, 1e-15, 20'000);
                INFO("again " << again << " at " << at << " scale " << scale);
                REQUIRE(found.x[at] == Approx(b[at] / (1 - again)).epsilon(1e-13));
                REQUIRE(found.residual < 1e-13);
            }
}

TEST_CASE("fixed point: few directions in many numbers", "[exact]") {
    std::mt19937_64 random(5);
    std::uniform_real_distribution<double> uniform(0, 1);
    constexpr std::size_t size = 60;
    for (std::size_t rank = 1; rank <= 6; ++rank)
        for (int round = 0; round < 50; ++round) {
            // shares that lead from `rank` numbers back to them, at most 0.97 in all
            std::vector<double> share(rank * rank), b(size);
            for (std::size_t i = 0; i < rank; ++i) {
                double sum = 0;
                for (std::size_t j = 0; j < rank; ++j) sum += share[i * rank + j] = uniform(random);
                for (std::size_t j = 0; j < rank; ++j)
                    share[i * rank + j] *= (0.3 + 0.67 * uniform(random)) / sum;
                b[i] = uniform(random);
            }
            const Operator g = [&](std::span<const double> in, std::span<double> out) {
                std::fill(out.begin(), out.end(), 0.0);
                for (std::size_t i = 0; i < rank; ++i)
                    for (std::size_t j = 0; j < rank; ++j) out[i] += share[i * rank + j] * in[j];
            };
            const auto found = solve_fixed_point(g, b, 1e-15, 20'000);
            std::vector<double> again(size);
            g(found.x, again);
            for (std::size_t i = 0; i < size; ++i)
                REQUIRE(std::abs(b[i] + again[i] - found.x[i]) <=
                        1e-13 * (std::abs(found.x[i]) + 1));
        }
}
