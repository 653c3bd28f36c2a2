// Standard errors and intervals against what replicated samples do.
#include <cmath>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "base/interval.hpp"

using cjm::Confidence;
using cjm::Estimate;

namespace {

constexpr int replicates = 2000, customers = 200;

double uniform(std::mt19937_64& random) {
    return (static_cast<double>(random() >> 11) + 0.5) / 9007199254740992.0;
}

// Pairs of customers who come again with probability 0.6; two kinds of customer, 5 % and 50 % bad.
cjm::PairSums clustered_sample(std::mt19937_64& random) {
    cjm::PairSums sums;
    for (int i = 0; i < customers; ++i) {
        const double share = uniform(random) < 0.5 ? 0.05 : 0.5;
        int visits = 0, bad = 0;
        do {
            ++visits;
            bad += uniform(random) < share;
        } while (uniform(random) < 0.6);
        ++sums.count;
        sums.y += bad;
        sums.x += visits;
        sums.yy.add(bad * bad);
        sums.yx.add(bad * visits);
        sums.xx.add(visits * visits);
    }
    return sums;
}

struct Replicated {
    double variance = 0;  // of the estimates
    double claimed = 0;   // mean square of the standard errors
    double coverage = 0;
};

template <class Sample>
Replicated replicate(double truth, const Sample& sample) {
    std::mt19937_64 random(20);
    double sum = 0, squares = 0;
    Replicated result;
    for (int i = 0; i < replicates; ++i) {
        const Estimate estimate = sample(random);
        const double error = estimate.estimate - truth;
        sum += error;
        squares += error * error;
        result.claimed += estimate.standard_error * estimate.standard_error / replicates;
        result.coverage += (estimate.low <= truth && truth <= estimate.high) / double(replicates);
    }
    result.variance = (squares - sum * sum / replicates) / (replicates - 1);
    return result;
}

// A sample variance of nearly normal estimates has the relative standard error sqrt(2 / (n -
// 1)); 5.5 of them allow one false alarm in twenty millions, and some for the excess of the tails.
const double tolerance = 5.5 * std::sqrt(2.0 / (replicates - 1));
// Likewise for a coverage of 0.95; the nominal level holds to about 0.01 at this sample size.
const double coverage_tolerance = 5.5 * std::sqrt(0.95 * 0.05 / replicates) + 0.01;

}  // namespace

TEST_CASE("share of sums: the delta method says how far samples scatter", "[base][interval]") {
    const Confidence usual(0.95);
    const auto seen = replicate(0.275, [&](std::mt19937_64& random) {
        return cjm::estimate_share_of_sums(clustered_sample(random), usual);
    });
    CHECK(seen.claimed / seen.variance == Approx(1).margin(tolerance));
    CHECK(seen.coverage == Approx(0.95).margin(coverage_tolerance));
}

TEST_CASE("share of sums: visits taken for independent would claim too little",
          "[base][interval]") {
    const Confidence usual(0.95);
    const auto seen = replicate(0.275, [&](std::mt19937_64& random) {
        const cjm::PairSums sums = clustered_sample(random);
        return cjm::estimate_share(static_cast<std::uint64_t>(sums.y),
                                   static_cast<std::uint64_t>(sums.x), usual);
    });
    CHECK(seen.claimed / seen.variance < 1 - tolerance);
    CHECK(seen.coverage < 0.95 - coverage_tolerance);
}

TEST_CASE("ratio: the delta method says how far samples scatter", "[base][interval]") {
    const Confidence usual(0.95);
    const auto seen = replicate(0.275, [&](std::mt19937_64& random) {
        return cjm::estimate_ratio(clustered_sample(random), 1, {0, 0}, {0, 1}, usual);
    });
    CHECK(seen.claimed / seen.variance == Approx(1).margin(tolerance));
    CHECK(seen.coverage == Approx(0.95).margin(coverage_tolerance));
}

TEST_CASE("mean: intervals cover rare visits that come in bunches", "[base][interval]") {
    const Confidence usual(0.95);
    // 1 customer in 20 comes, then again and again: 2.5 visits each
    const auto sample = [&](std::mt19937_64& random) {
        cjm::Sums sums;
        for (int i = 0; i < customers; ++i) {
            int visits = 0;
            if (uniform(random) < 0.05) {
                do ++visits;
                while (uniform(random) < 0.6);
            }
            ++sums.count;
            sums.sum += visits;
            sums.squares.add(visits * visits);
        }
        return sums;
    };
    const auto seen = replicate(0.125, [&](std::mt19937_64& random) {
        return cjm::estimate_mean(sample(random), {.units = 1, .event = 4}, usual);
    });
    CHECK(seen.claimed / seen.variance ==
          Approx(1).margin(2 * tolerance));  // sums of few are skewed
    CHECK(seen.coverage == Approx(0.95).margin(coverage_tolerance + 0.01));
    const auto symmetric = replicate(0.125, [&](std::mt19937_64& random) {
        const cjm::Sums sums = sample(random);
        Estimate plain = cjm::estimate_mean(sums, {}, usual);
        plain.low = plain.estimate - usual.z * plain.standard_error;
        plain.high = plain.estimate + usual.z * plain.standard_error;
        return plain;
    });
    CHECK(symmetric.coverage < 0.95 - coverage_tolerance - 0.01);
}
