// How often the intervals hold the truth. For whole laws of few answers the probability is summed
// exactly; where answers are drawn, N and the seed are stated, and the bound allows for one false
// alarm in a million (4.9 standard errors of the measured coverage).
#include <cmath>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "calibrate/survey/nps_interval.hpp"
#include "calibrate/survey/weighted_mean.hpp"

using namespace cjm;
using namespace cjm::calibrate;

namespace {

const Confidence confidence(0.95);

WeightedMean share(double mean, double trials) {
    WeightedMean result;
    result.mean = mean;
    result.standard_error = std::sqrt(mean * (1 - mean) / trials);
    result.respondents = result.answers = static_cast<std::uint64_t>(trials);
    result.effective = trials;
    return result;
}

/// The interval of `promoters` and `detractors` among n respondents.
Estimate nps_of(int promoters, int detractors, int n) {
    const double p = static_cast<double>(promoters) / n, d = static_cast<double>(detractors) / n;
    const double variance = p + d - (p - d) * (p - d);
    return nps_interval({share(p, n), share(d, n), std::sqrt(variance / n)}, confidence);
}

/// The probability that the interval of n respondents holds p - d, summed over all samples.
double nps_coverage(double p, double d, int n) {
    const auto log_power = [](double base, int times) {
        return times == 0 ? 0.0 : times * std::log(base);
    };
    double covered = 0;
    for (int i = 0; i <= n; ++i) {
        for (int j = 0; i + j <= n; ++j) {
            const Estimate interval = nps_of(i, j, n);
            if (p - d < interval.low || p - d > interval.high) continue;
            covered += std::exp(std::lgamma(n + 1.0) - std::lgamma(i + 1.0) - std::lgamma(j + 1.0) -
                                std::lgamma(n - i - j + 1.0) + log_power(p, i) + log_power(d, j) +
                                log_power(1 - p - d, n - i - j));
        }
    }
    return covered;
}

struct Coverage {
    int held = 0, held_of_a_third = 0, of = 0;
    void add(const Estimate& estimate, double truth) {
        held += estimate.low <= truth && truth <= estimate.high ? 1 : 0;
        // power: an interval of a third of the width must be found out
        const double third = (estimate.high - estimate.low) / 6;
        held_of_a_third += std::abs(estimate.estimate - truth) <= third ? 1 : 0;
        ++of;
    }
    void expect_at_least(double level) const {
        const double tolerance = 4.9 * std::sqrt(level * (1 - level) / of);
        CHECK(static_cast<double>(held) / of >= level - tolerance);
        CHECK(static_cast<double>(held_of_a_third) / of < level - tolerance);
    }
};

}  // namespace

TEST_CASE("coverage: net promoters, exactly, over a grid of laws", "[calibrate][coverage]") {
    double worst = 1, total = 0;
    int laws = 0;
    for (const int n : {30, 60}) {
        for (double p = 0.05; p < 0.96; p += 0.15) {
            for (double d = 0.05; p + d < 0.99; d += 0.15) {
                const double coverage = nps_coverage(p, d, n);
                worst = std::min(worst, coverage);
                total += coverage;
                ++laws;
            }
        }
    }
    CHECK(laws > 40);
    CHECK(worst >= 0.93);
    CHECK(total / laws >= 0.947);
    CHECK(total / laws <= 0.965);
}

TEST_CASE("coverage: shares and means of respondents with weights", "[calibrate][coverage]") {
    // N = 20,000 surveys of 80 respondents, seed 20170501; weights 1 to 4, higher where the answer
    // is no, so that they matter
    std::mt19937_64 random(20170501);
    std::uniform_real_distribution<double> uniform(0, 1);
    constexpr int surveys = 20'000, respondents = 80;
    Coverage shares, means;
    // P(yes) is 0.7; a yes has weight 1 or 2, a no 2 or 4
    constexpr double true_share = 0.7 * 1.5 / (0.7 * 1.5 + 0.3 * 3);
    // 0, 1/4 .. 1 with probability 1/5 each and weights 1 or 3, apart from the answer
    constexpr double true_mean = 0.5;
    for (int survey = 0; survey < surveys; ++survey) {
        std::vector<double> yes, rating, yes_weight, rating_weight;
        for (int i = 0; i < respondents; ++i) {
            const bool answer = uniform(random) < 0.7;
            const bool light = uniform(random) < 0.5;
            yes.push_back(answer ? 1 : 0);
            yes_weight.push_back((answer ? 1 : 2) * (light ? 1 : 2));
            rating.push_back(std::floor(5 * uniform(random)) / 4);
            rating_weight.push_back(light ? 1 : 3);
        }
        const AnswersTo asked{yes, 1}, rated{rating, 1};
        shares.add(estimate_of_share(weighted_mean({&asked, 1}, yes_weight), confidence),
                   true_share);
        means.add(estimate_of_mean(weighted_mean({&rated, 1}, rating_weight), confidence),
                  true_mean);
    }
    shares.expect_at_least(0.945);
    means.expect_at_least(0.945);
}

TEST_CASE("coverage: an index of attributes that go together", "[calibrate][coverage]") {
    // N = 20,000 surveys of 60 respondents, seed 20170502: three attributes, each missing for one
    // respondent in five, that a common mood joins
    std::mt19937_64 random(20170502);
    std::uniform_real_distribution<double> uniform(0, 1);
    constexpr int surveys = 20'000, respondents = 60;
    constexpr double yes_in_good_mood = 0.9, yes_in_bad_mood = 0.4, good_mood = 0.5;
    constexpr double truth = good_mood * yes_in_good_mood + (1 - good_mood) * yes_in_bad_mood;
    const std::vector<double> weights(respondents, 1.0);
    Coverage index;
    for (int survey = 0; survey < surveys; ++survey) {
        std::vector<std::vector<double>> parts(3, std::vector<double>(respondents, no_answer));
        for (int i = 0; i < respondents; ++i) {
            const double chance = uniform(random) < good_mood ? yes_in_good_mood : yes_in_bad_mood;
            for (auto& part : parts)
                if (uniform(random) < 0.8)
                    part[static_cast<std::size_t>(i)] = uniform(random) < chance ? 1 : 0;
        }
        std::vector<AnswersTo> asked;
        for (const auto& part : parts) asked.push_back({part, 1.0 / 3});
        index.add(estimate_of_share(weighted_mean(asked, weights), confidence), truth);
    }
    index.expect_at_least(0.945);
}
