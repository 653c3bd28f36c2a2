// Cohorts whose chance is uncertain.
#include "simulate/uncertainty/cohort.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "simulate/uncertainty/quantile.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

/// Chances that stand for Beta(8, 12): the quantiles in the middle of equal parts.
std::vector<double> beta_chances(int parts) {
    std::vector<double> chances;
    for (int i = 0; i < parts; ++i) chances.push_back(beta_quantile(8, 12, (i + 0.5) / parts));
    return chances;
}

}  // namespace

TEST_CASE("predict_successes: a chance of Beta(8, 12) and a cohort of 100",
          "[simulate][uncertainty]") {
    const std::vector<double> chances = beta_chances(1000);
    const Estimate successes = predict_successes(100, chances, Confidence(0.95));
    CHECK(successes.estimate == Approx(40).epsilon(1e-5));
    CHECK(successes.standard_error == Approx(11.71080088).epsilon(1e-3));
    CHECK(probability_of_at_most(30, 100, chances) == Approx(0.2184347718).epsilon(1e-4));
    // the quantiles of the beta-binomial law: at least 2.5 % up to low, less below
    CHECK(probability_of_at_most(successes.low, 100, chances) >= 0.025);
    CHECK(probability_of_at_most(successes.low - 1, 100, chances) < 0.025);
    CHECK(probability_of_at_most(successes.high, 100, chances) >= 0.975);
    CHECK(probability_of_at_most(successes.high - 1, 100, chances) < 0.975);
}

TEST_CASE("predict_successes: a certain chance leaves the binomial law",
          "[simulate][uncertainty]") {
    const std::vector<double> half{0.5};
    // 2^-10 (1 + 10 + 45)
    CHECK(probability_of_at_most(2, 10, half) == Approx(56.0 / 1024).epsilon(1e-12));
    CHECK(probability_of_at_most(10, 10, half) == 1);
    const Estimate successes = predict_successes(10, half, Confidence(0.9));
    CHECK(successes.estimate == 5);
    CHECK(successes.standard_error == Approx(std::sqrt(2.5)));
    CHECK(successes.low == 2);
    CHECK(successes.high == 8);
    const Estimate none = predict_successes(10, std::vector<double>{0.0}, Confidence(0.9));
    CHECK(none.high == 0);
    const Estimate all = predict_successes(10, std::vector<double>{1.0}, Confidence(0.9));
    CHECK(all.low == 10);
}

TEST_CASE("predict_successes: large cohorts and many chances agree with small ones",
          "[simulate][uncertainty]") {
    // in the limit the share of a cohort is the chance itself
    const std::vector<double> chances = beta_chances(1000);
    const Estimate huge = predict_successes(1e9, chances, Confidence(0.95));
    CHECK(huge.low / 1e9 == Approx(0.2025214390).epsilon(5e-3));
    CHECK(huge.high / 1e9 == Approx(0.6164220767).epsilon(5e-3));
    const Estimate exact = predict_successes(1e6, chances, Confidence(0.95));
    const Estimate normal = predict_successes(1e6 + 1, chances, Confidence(0.95));
    CHECK(exact.low == Approx(normal.low).epsilon(1e-4));
    CHECK(exact.high == Approx(normal.high).epsilon(1e-4));
    const Estimate many = predict_successes(100, beta_chances(20'000), Confidence(0.95));
    const Estimate few = predict_successes(100, chances, Confidence(0.95));
    CHECK(many.low == few.low);
    CHECK(many.high == few.high);
}
