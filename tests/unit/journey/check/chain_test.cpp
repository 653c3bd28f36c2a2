#include "journey/check/chain.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "journey/check/elimination.hpp"

using cjm::check::Chain;
using cjm::check::expected_totals;

namespace {

using Row = std::vector<std::pair<std::uint32_t, double>>;

void add(Chain& chain, const Row& row, double end, double reward = 1) {
    for (const auto& [target, probability] : row) {
        chain.target.push_back(target);
        chain.probability.push_back(probability);
    }
    chain.first.push_back(chain.target.size());
    chain.end.push_back(end);
    chain.reward.push_back(reward);
}

/// A small generator, the same everywhere.
struct Random {
    std::uint64_t state = 1;
    std::uint32_t below(std::uint32_t bound) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::uint32_t>((state >> 33U) % bound);
    }
};

/// From each state to four others at random, the end with a probability.
Chain random_chain(std::uint32_t size, double end) {
    Chain chain;
    Random random;
    for (std::uint32_t s = 0; s < size; ++s) {
        Row row;
        for (int k = 0; k < 4; ++k) row.emplace_back(random.below(size), (1 - end) / 4);
        add(chain, row, end);
    }
    return chain;
}

void check_total(const Chain& chain, double expected, std::size_t state = 0) {
    const auto totals = expected_totals(chain);
    CHECK(totals.proven);
    CHECK(totals.low[state] <= expected * (1 + 1e-5));
    CHECK(totals.high[state] >= expected * (1 - 1e-5));
    CHECK(totals.high[state] <= totals.low[state] * 1.001);
}

}  // namespace

TEST_CASE("chain: no loop, rewards are summed along the way", "[journey][check]") {
    Chain chain;
    add(chain, {{1, 0.5}, {2, 0.5}}, 0, 1);
    add(chain, {{2, 1.0}}, 0, 10);
    add(chain, {}, 1, 100);
    check_total(chain, 106);
}

TEST_CASE("chain: coming back to the same state", "[journey][check]") {
    Chain chain;
    add(chain, {{0, 0.5}, {0, 0.25}}, 0.25);
    check_total(chain, 4);
}

TEST_CASE("chain: a pair that hardly ever ends", "[journey][check]") {
    Chain chain;
    add(chain, {{1, 1.0}}, 0);
    add(chain, {{0, 1 - 1e-6}}, 1e-6);
    check_total(chain, 2e6);
    check_total(chain, 2e6 - 1, 1);
}

TEST_CASE("chain: components pass on what comes after them", "[journey][check]") {
    Chain chain;
    add(chain, {{1, 1.0}}, 0);
    add(chain, {{0, 0.5}, {2, 0.5}}, 0);
    add(chain, {{3, 1.0}}, 0);
    add(chain, {{2, 0.75}}, 0.25);
    check_total(chain, 4 + 8);
}

TEST_CASE("chain: to and fro along a street of 5,000 takes its square", "[journey][check]") {
    constexpr std::uint32_t length = 5000;
    Chain chain;
    add(chain, {{1, 1.0}}, 0);
    for (std::uint32_t s = 1; s + 1 < length; ++s) add(chain, {{s - 1, 0.5}, {s + 1, 0.5}}, 0);
    add(chain, {{length - 2, 0.5}}, 0.5);
    const auto totals = expected_totals(chain);
    CHECK(totals.low[0] == Approx(25e6).epsilon(1e-3));
    CHECK(totals.high[0] == Approx(25e6).epsilon(1e-3));
}

TEST_CASE("chain: random ways of 3,000 states that end rarely", "[journey][check]") {
    check_total(random_chain(3000, 1e-2), 1e2);
    check_total(random_chain(3000, 1e-3), 1e3);
    check_total(random_chain(3000, 1e-6), 1e6);
}

TEST_CASE("chain: one that never ends has a total too large to be mistaken", "[journey][check]") {
    Chain chain;
    add(chain, {{1, 1.0}}, 0);
    add(chain, {{0, 1.0}}, 0);
    CHECK(expected_totals(chain).high[0] > 1e11);
}

TEST_CASE("chain: nothing at all", "[journey][check]") {
    CHECK(expected_totals({}).low.empty());
}

TEST_CASE("elimination: exact for small blocks, however rarely they are left", "[journey][check]") {
    constexpr double leave = 1e-12;
    for (const std::uint32_t way_out : {0U, 2U}) {  // three states in a ring, left from one of them
        cjm::check::Block block;
        for (std::uint32_t s = 0; s < 3; ++s) {
            block.column.push_back((s + 1) % 3);
            block.q.push_back(s == way_out ? 1 - leave : 1.0);
            block.first.push_back(block.column.size());
            block.end.push_back(s == way_out ? leave : 0.0);
            block.r.push_back(1);
        }
        const cjm::check::Elimination elimination(block);
        CHECK(elimination.complete());
        std::vector<double> x(3);
        elimination.solve(block.r, x);
        CHECK(x[way_out] == Approx(3e12 - 2).epsilon(1e-12));
        CHECK(x[(way_out + 1) % 3] == Approx(3e12).epsilon(1e-12));
    }
}
