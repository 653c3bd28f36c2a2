#include "calibrate/survey/plan.hpp"

#include <catch2/catch.hpp>

using namespace cjm;
using namespace cjm::calibrate;

namespace {

Score observed(double mean, double trials_per_answer, double weight_efficiency = 1) {
    Score score;
    score.estimate = Estimate{};
    score.effective_answers = 1000;
    score.spread = {mean, trials_per_answer, weight_efficiency, 0, 0};
    return score;
}

double half_width(double share, double trials, const Confidence& confidence) {
    const Interval interval = wilson_interval(share, trials, confidence);
    return (interval.high - interval.low) / 2;
}

}  // namespace

TEST_CASE("plan: the fewest answers whose interval is narrow enough", "[calibrate][plan]") {
    const Confidence confidence(0.95);
    for (const double points : {0.5, 3.0, 10.0}) {
        const auto plan =
            plan_answers(observed(0.8, 1), ScoreKind::share_or_mean, points, confidence);
        const auto n = static_cast<double>(*plan.as_given);
        CHECK(half_width(0.8, n, confidence) <= points / 100);
        CHECK(half_width(0.8, n - 1, confidence) > points / 100);
        const auto most = static_cast<double>(plan.at_most);
        CHECK(half_width(0.5, most, confidence) <= points / 100);
        CHECK(half_width(0.5, most - 1, confidence) > points / 100);
    }
    // z^2 / 4 / 0.03^2 less z^2
    CHECK(plan_answers(observed(0.5, 1), ScoreKind::share_or_mean, 3, confidence).at_most == 1064);
}

TEST_CASE("plan: weights and answers that vary less or more", "[calibrate][plan]") {
    const Confidence confidence(0.95);
    const auto plain = plan_answers(observed(0.7, 1), ScoreKind::share_or_mean, 2, confidence);
    const auto weighted =
        plan_answers(observed(0.7, 0.5, 0.5), ScoreKind::share_or_mean, 2, confidence);
    CHECK(*weighted.as_given == Approx(2.0 * static_cast<double>(*plain.as_given)).margin(2));
    CHECK(weighted.at_most == Approx(2.0 * static_cast<double>(plain.at_most)).margin(2));
    const auto mean = plan_answers(observed(0.7, 4), ScoreKind::share_or_mean, 2, confidence);
    CHECK(*mean.as_given == Approx(0.25 * static_cast<double>(*plain.as_given)).margin(2));
    CHECK(mean.at_most == plain.at_most);
}

TEST_CASE("plan: a clue says nothing of how answers spread", "[calibrate][plan]") {
    Score score = observed(0.7, 1);
    score.effective_answers = 29;
    const auto plan = plan_answers(score, ScoreKind::share_or_mean, 3, Confidence(0.95));
    CHECK(!plan.as_given);
    CHECK(plan.at_most == 1064);
}

TEST_CASE("plan: net promoters take four times as many at worst", "[calibrate][plan]") {
    Score score = observed(0, 1);
    score.spread.promoters = 0.5;
    score.spread.detractors = 0.2;
    const Confidence confidence(0.95);
    const auto plan = plan_answers(score, ScoreKind::net_promoters, 3, confidence);
    // z^2 (0.7 - 0.09) / 0.03^2 and z^2 / 0.03^2 for large numbers of answers
    CHECK(static_cast<double>(*plan.as_given) == Approx(2603.7).epsilon(0.005));
    CHECK(static_cast<double>(plan.at_most) == Approx(4268.3).epsilon(0.005));
}
