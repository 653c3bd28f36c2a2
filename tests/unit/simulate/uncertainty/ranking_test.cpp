// Which input accounts for how much of a figure's variance.
#include "simulate/uncertainty/ranking.hpp"

#include <cmath>
#include <string>

#include <catch2/catch.hpp>

#include "base/special_functions.hpp"
#include "simulate/uncertainty/quantile.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

double luck(std::uint64_t seed, std::size_t draw, std::size_t input) {
    return parameter_luck(seed, draw, "ranking." + std::to_string(input));
}

/// `inputs` uniform values of variance 1/12, and the figure made of them and a luck of its own.
template <class Figure>
RankingData data_of(std::size_t inputs, std::size_t draws, std::uint64_t seed, Figure figure) {
    RankingData data;
    data.inputs.assign(inputs, 1);
    for (std::size_t k = 0; k < draws; ++k) {
        std::vector<double> u;
        for (std::size_t i = 0; i < inputs; ++i) u.push_back(luck(seed, k, i));
        data.figure.push_back(figure(u, luck(seed, k, inputs)));
        for (double& x : u) x = (x - 0.5) * std::sqrt(12.0);
        data.coordinates.push_back(std::move(u));
    }
    return data;
}

}  // namespace

TEST_CASE("rank_inputs: a sum of two inputs", "[simulate][uncertainty]") {
    const auto data = data_of(3, 500, 1, [](const auto& u, double) { return 2 * u[0] + u[1]; });
    const auto ranking = rank_inputs(data, 0.95);
    REQUIRE(ranking);
    // 4/5 and 1/5; the sample's own variances differ from 1/12 by sqrt(0.8 / 500), say
    CHECK(ranking->inputs[0].share.estimate == Approx(0.8).margin(0.05));
    CHECK(ranking->inputs[1].share.estimate == Approx(0.2).margin(0.05));
    CHECK(ranking->inputs[0].share.low < 0.8);
    CHECK(ranking->inputs[0].share.high > 0.8);
    CHECK(ranking->inputs[2].share.estimate < 1e-6);
    CHECK(ranking->inputs[0].moves);
    CHECK(ranking->inputs[1].moves);
    CHECK_FALSE(ranking->inputs[2].moves);
    CHECK(ranking->inputs[0].rank_high == 1);
    CHECK(ranking->inputs[1].rank_low == 2);
    CHECK(ranking->inputs[1].rank_high == 2);
    CHECK(ranking->inputs[2].rank_low == 3);
}

TEST_CASE("rank_inputs: bent inputs count, interactions are what is missing",
          "[simulate][uncertainty]") {
    // variances: (u - 1/2)^2 has 1/180; the product of two centred ones 1/144, of no first order
    const auto data = data_of(3, 2000, 2, [](const auto& u, double) {
        return (u[0] - 0.5) * (u[0] - 0.5) + (u[1] - 0.5) * (u[2] - 0.5);
    });
    const auto ranking = rank_inputs(data, 0.95);
    REQUIRE(ranking);
    const double square = 1.0 / 180, product = 1.0 / 144;
    CHECK(ranking->inputs[0].share.estimate == Approx(square / (square + product)).margin(0.08));
    CHECK(ranking->inputs[1].share.estimate < 0.03);
    CHECK(ranking->inputs[2].share.estimate < 0.03);
    CHECK(ranking->together < 0.55);
}

TEST_CASE("rank_inputs: inert inputs are rarely taken to move anything",
          "[simulate][uncertainty]") {
    // Null: each of 200 runs names one of 8 inert inputs with a chance of at most 0.05.
    // 200 x 0.05 + 5.2 sqrt(200 x 0.05 x 0.95) = 26; power: the live input is always found.
    int alarms = 0, found = 0;
    for (std::uint64_t run = 0; run < 200; ++run) {
        const auto data = data_of(9, 150, 100 + run, [](const auto& u, double noise) {
            return u[0] + 0.5 * exact::normal_quantile(noise);
        });
        const auto ranking = rank_inputs(data, 0.95);
        REQUIRE(ranking);
        bool alarm = false;
        for (std::size_t i = 1; i < 9; ++i) alarm = alarm || ranking->inputs[i].moves;
        alarms += alarm;
        found += ranking->inputs[0].moves;
    }
    CHECK(alarms <= 26);
    CHECK(found > 195);
}

TEST_CASE("rank_inputs: intervals hold the share", "[simulate][uncertainty]") {
    // 300 runs, 95 %: the jackknife over 20 blocks may miss by some; at least 0.88 x 300 - 5.2 sd
    int held = 0;
    for (std::uint64_t run = 0; run < 300; ++run) {
        const auto data = data_of(2, 200, 5000 + run, [](const auto& u, double noise) {
            return u[0] + u[1] + 0.5 * std::sqrt(1.0 / 12) * exact::normal_quantile(noise);
        });
        const auto ranking = rank_inputs(data, 0.95);
        const Estimate& share = ranking->inputs[0].share;
        const double truth = 1 / 2.25;
        held += share.low <= truth && truth <= share.high;
    }
    CHECK(held >= 235);
}

TEST_CASE("rank_inputs: sampling noise is taken out of the variance", "[simulate][uncertainty]") {
    const double noise = 1.0 / 12;  // as much as the input itself
    auto data = data_of(1, 2000, 9, [&](const auto& u, double luck_of_noise) {
        return u[0] + std::sqrt(noise) * exact::normal_quantile(luck_of_noise);
    });
    CHECK(rank_inputs(data, 0.95)->inputs[0].share.estimate == Approx(0.5).margin(0.08));
    data.noise = noise;
    CHECK(rank_inputs(data, 0.95)->inputs[0].share.estimate == Approx(1).margin(0.16));
}

TEST_CASE("rank_inputs: too few draws and still figures rank nothing", "[simulate][uncertainty]") {
    const auto rising = [](const auto& u, double) { return u[0]; };
    CHECK(draws_to_rank(20) == 105);
    CHECK_FALSE(rank_inputs(data_of(20, 104, 1, rising), 0.95));
    CHECK(rank_inputs(data_of(20, 105, 1, rising), 0.95));
    CHECK_FALSE(rank_inputs(data_of(1, 39, 1, rising), 0.95));
    CHECK_FALSE(rank_inputs(data_of(0, 100, 1, [](const auto&, double) { return 1.0; }), 0.95));
    CHECK_FALSE(rank_inputs(data_of(1, 100, 1, [](const auto&, double) { return 1.0; }), 0.95));
}
