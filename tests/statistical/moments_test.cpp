// Moments of truth: figures computed without the program, sampled against exact ones, and the
// coverage of the intervals that hold for all touchpoints at once.
#include <cmath>

#include <catch2/catch.hpp>

#include "simulate/answer_law.hpp"
#include "simulate/exact/figures.hpp"
#include "simulate/moments/exact_moments.hpp"
#include "simulate/moments/moment_walk.hpp"
#include "simulate/moments/sampled_moments.hpp"
#include "simulate/moments/variations.hpp"
#include "tests/statistical/oracles.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;
using testing::data_journey;
using testing::oracle;
using testing::same_digits;

namespace {

MomentsSettings settings_for(Metric metric = Metric::success, std::uint64_t customers = 0) {
    MomentsSettings settings;
    settings.metric = metric;
    settings.run.customers = customers;
    settings.run.threads = 2;
    if (customers > 0) settings.run.method = Method::monte_carlo;
    return settings;
}

MomentsResult found(const Journey& journey, const MomentsSettings& settings = settings_for()) {
    auto answer = find_moments(journey, settings);
    REQUIRE(answer.result);
    return *std::move(answer.result);
}

double value(const MaybeEstimate& estimate) {
    REQUIRE(estimate);
    return estimate->estimate;
}

/// Standard errors that a sampled figure may lie off for 2e-9 of runs: with the few hundred figures
/// compared here under one false alarm in a million.
constexpr double far = 6;

void check_near(const MaybeEstimate& sampled, const MaybeEstimate& exact, double rounding) {
    REQUIRE(sampled.has_value() == exact.has_value());
    if (!sampled) return;
    CHECK(std::abs(sampled->estimate - exact->estimate) <=
          far * std::max(sampled->standard_error, rounding));
}

void check_sampled_near_exact(const Journey& journey, Metric metric, std::uint64_t customers) {
    const MomentsResult exact = found(journey, settings_for(metric));
    const MomentsResult sampled = found(journey, settings_for(metric, customers));
    // a share that is met less than once in so many customers
    const double rounding = (is_share(metric) ? 1.0 : 200.0) / static_cast<double>(customers);
    check_near(sampled.as_is, exact.as_is, rounding);
    for (std::size_t i = 0; i < exact.touchpoints.size(); ++i) {
        const MomentResult& a = sampled.touchpoints[i];
        const MomentResult& b = exact.touchpoints[i];
        INFO("touchpoint " << b.id << " metric " << name_of(metric));
        check_near(a.reach, b.reach, 1.0 / static_cast<double>(customers));
        if (a.reach.estimate < 0.01) continue;
        check_near(a.all_good, b.all_good, rounding);
        check_near(a.all_bad, b.all_bad, rounding);
        check_near(a.impact, b.impact, rounding);
        check_near(a.headroom, b.headroom, rounding);
        check_near(a.exposure, b.exposure, rounding);
        check_near(a.impact_per_reached, b.impact_per_reached, rounding / b.reach.estimate);
        check_near(a.removal_effect, b.removal_effect, 1.0 / static_cast<double>(customers));
    }
}

std::optional<double> lifetime_value(const ResolvedJourney& journey) {
    const auto figures = solve_exactly(journey, journey.discount_rate).figures;
    if (!figures || !(figures->buyers > 0.01)) return std::nullopt;
    return figures->discounted_margin / figures->buyers;
}

/// Compares where there are buyers enough; how many touchpoints.
std::size_t compared_lifetime_values(const Journey& journey) {
    const ResolvedJourney resolved = resolve(journey);
    const MomentsResult sampled = found(journey, settings_for(Metric::lifetime_value, 100'000));
    const MomentsResult exact = found(journey, settings_for(Metric::lifetime_value));
    std::size_t compared = 0;
    for (std::size_t v = 0; v < resolved.touchpoints.size(); ++v) {
        const TouchpointId id(v);
        const auto good = lifetime_value(with_forced(resolved, id, Forced::all_good));
        const auto bad = lifetime_value(with_forced(resolved, id, Forced::all_bad));
        if (!good || !bad) continue;
        const MomentResult& moment = sampled.touchpoints[v];
        const auto near = [&](const MaybeEstimate& estimate, double truth) {
            return std::abs(value(estimate) - truth) <= far * estimate->standard_error + 1e-9;
        };
        INFO("touchpoint " << moment.id);
        CHECK(near(moment.all_good, *good));
        CHECK(near(moment.all_bad, *bad));
        CHECK(near(moment.impact, *good - *bad));
        CHECK(std::abs(value(exact.touchpoints[v].all_good) - *good) <
              1e-9 * (1 + std::abs(*good)));
        CHECK(std::abs(value(exact.touchpoints[v].all_bad) - *bad) < 1e-9 * (1 + std::abs(*bad)));
        CHECK(exact.touchpoints[v].gradient);
        CHECK_FALSE(sampled.touchpoints[v].gradient);
        ++compared;
    }
    return compared;
}

}  // namespace

TEST_CASE("moments: three touchpoints as computed elsewhere", "[moments]") {
    const std::string e3 = "/E3_three_touch_goodwill/values/";
    const MomentsResult three = found(data_journey("e3_three_touch"));
    CHECK(same_digits(three.success.estimate, oracle(e3 + "p_conv")));
    CHECK(three.bad_to_good == 12);
    CHECK(three.zero_or_one);
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string name = "T" + std::to_string(i + 1);
        const MomentResult& moment = three.touchpoints[i];
        const double as_is = oracle(e3 + "p_conv");
        CHECK(same_digits(value(moment.impact), oracle(e3 + "mot_" + name)));
        CHECK(
            same_digits(value(moment.impact_per_reached), oracle(e3 + "mot_given_reach_" + name)));
        CHECK(same_digits(value(moment.headroom), oracle(e3 + "do_good_" + name) - as_is));
        CHECK(same_digits(value(moment.exposure), as_is - oracle(e3 + "do_bad_" + name)));
        CHECK(std::abs(value(moment.gradient) - oracle(e3 + "grad_" + name)) < 1e-9);
        CHECK(moment.impact->exact == moment.impact->estimate);
        CHECK(moment.simultaneous_low == moment.impact->estimate);
        CHECK(moment.rank_low == i + 1);
        CHECK(moment.rank_high == i + 1);
        CHECK(moment.moment_of_truth);
    }
}

TEST_CASE("moments: the sweep of three touchpoints as computed elsewhere", "[moments]") {
    MomentsSettings settings = settings_for();
    settings.sweep = true;
    Journey journey = data_journey("e3_three_touch");
    journey.goodwill.floor.value = -100;  // which three bad moments at 25 points do not meet
    const MomentsResult result = found(journey, settings);
    REQUIRE(result.sweep.size() == swept_ratios.size());
    for (std::size_t r = 0; r < swept_ratios.size(); ++r) {
        const std::string ratio = std::to_string(static_cast<int>(swept_ratios[r]));
        const std::string place = "/E3_ratio_sweep/values/" + ratio;
        CHECK(result.sweep[r].bad_to_good == swept_ratios[r]);
        CHECK(same_digits(result.sweep[r].success.estimate, oracle(place + "/p")));
        for (std::size_t i = 0; i < 3; ++i)
            CHECK(same_digits(value(result.sweep[r].touchpoints[i].impact),
                              oracle(place + "/mot/" + std::to_string(i))));
    }
}

TEST_CASE("moments: a sweep where good moments give nothing counts points", "[moments]") {
    Journey journey = data_journey("e3_three_touch");
    journey.goodwill.good.value = 0;
    CHECK_FALSE(bad_to_good(journey));
    CHECK(with_bad_to_good(journey, 5).goodwill.bad.value == -5);
    CHECK(with_bad_to_good(journey, 5).goodwill.good.value == 0);
    journey.goodwill.good.value = 2;
    CHECK(with_bad_to_good(journey, 5).goodwill.bad.value == -10);
    CHECK(bad_to_good(journey) == 6);
}

TEST_CASE("moments: a loop, two personas and confounding as computed elsewhere", "[moments]") {
    const std::string e4 = "/E4_loop/values/";
    const MomentsResult loop = found(data_journey("e4_loop"));
    CHECK(same_digits(value(loop.touchpoints[0].impact), oracle(e4 + "do_every_visit")));
    CHECK(same_digits(value(loop.touchpoints[0].gradient), oracle(e4 + "gradient_bad_to_good")));
    const MomentsResult e5 = found(data_journey("e5_end_to_end"));
    CHECK(same_digits(value(e5.touchpoints[0].impact), 0.0894989674));
    CHECK(same_digits(value(e5.touchpoints[1].impact), 0.0480922419));
    CHECK(same_digits(value(found(data_journey("f1_confounding")).touchpoints[0].impact),
                      oracle("/F1_two_persona_confounding/values/do_diff")));
}

TEST_CASE("moments: removal effects as published", "[moments]") {
    const MomentsResult bryl = found(data_journey("g1_bryl"));
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(same_digits(value(bryl.touchpoints[i].removal_effect),
                          oracle("/G1_bryl_C1C2C3/values/removal/C" + std::to_string(i + 1))));
}

TEST_CASE("moments: everybody one persona is a journey of that persona", "[moments]") {
    MomentsSettings settings = settings_for();
    settings.by_persona = true;
    const Journey journey = data_journey("f1_confounding");
    const MomentsResult result = found(journey, settings);
    REQUIRE(result.by.size() == journey.personas.size());
    double success = 0, impact = 0;
    for (std::size_t p = 0; p < result.by.size(); ++p) {
        CHECK(result.by[p].persona == journey.personas[p].id.value);
        success += journey.personas[p].share.likely * result.by[p].success.estimate;
        impact += journey.personas[p].share.likely * value(result.by[p].touchpoints[0].impact);
    }
    CHECK(std::abs(success - result.success.estimate) < 1e-12);
    CHECK(std::abs(impact - value(result.touchpoints[0].impact)) < 1e-12);
}

TEST_CASE("moments: exact net promoter scores are those of the final goodwill", "[moments]") {
    for (std::uint64_t seed = 421; seed <= 424; ++seed) {
        testing::RandomJourneyOptions options;
        options.touchpoints = 5;
        Journey journey = testing::journey_from(testing::random_journey(seed, options));
        journey.horizon_days.reset();
        journey.survey = Survey{};
        journey.survey->nps = SurveyQuestion{Number(7.0), Number(2.0), Number(2.0)};
        const auto scores = nps_by_level(journey, *journey.survey->nps);
        const auto nps = [&](const ResolvedJourney& resolved) {
            const auto goodwill = solve_exactly(resolved, 0).figures->end_goodwill;
            double sum = 0;
            for (std::size_t i = 0; i < goodwill.size(); ++i) sum += goodwill[i] * scores[i];
            return sum;
        };
        const ResolvedJourney resolved = resolve(journey);
        const MomentsResult result = found(journey, settings_for(Metric::nps));
        INFO("seed " << seed);
        CHECK(std::abs(value(result.as_is) - nps(resolved)) < 1e-9);
        for (std::size_t v = 0; v < resolved.touchpoints.size(); ++v) {
            const TouchpointId id(v);
            const double good = nps(with_forced(resolved, id, Forced::all_good));
            const double bad = nps(with_forced(resolved, id, Forced::all_bad));
            CHECK(std::abs(value(result.touchpoints[v].all_good) - good) < 1e-9);
            CHECK(std::abs(value(result.touchpoints[v].impact) - (good - bad)) < 1e-9);
        }
    }
}

TEST_CASE("moments: sampled agree with exact ones", "[moments]") {
    check_sampled_near_exact(data_journey("e3_three_touch"), Metric::success, 200'000);
    check_sampled_near_exact(data_journey("e4_loop"), Metric::success, 100'000);
    for (std::uint64_t seed = 431; seed <= 433; ++seed) {
        testing::RandomJourneyOptions options;
        options.touchpoints = 4 + static_cast<int>(seed % 3);
        Journey journey = testing::journey_from(testing::random_journey(seed, options));
        journey.horizon_days.reset();
        journey.survey = Survey{};
        journey.survey->nps = SurveyQuestion{Number(7.0), Number(2.0), Number(2.0)};
        INFO("seed " << seed);
        for (const Metric metric : {Metric::success, Metric::ghosted, Metric::margin, Metric::nps})
            check_sampled_near_exact(journey, metric, 60'000);
    }
}

TEST_CASE("moments: lifetime values, sampled and solved, are those of forced journeys",
          "[moments]") {
    std::size_t compared = 0;
    for (std::uint64_t seed = 441; seed <= 444; ++seed) {
        testing::RandomJourneyOptions options;
        options.touchpoints = 5;
        Journey journey = testing::journey_from(testing::random_journey(seed, options));
        journey.horizon_days.reset();
        journey.discount_rate = Number(0.1);
        journey.touchpoints[1].behaviour.revenue = Number(20.0);
        journey.touchpoints[2].behaviour.cost = Number(3.0);
        INFO("seed " << seed);
        compared += compared_lifetime_values(journey);
    }
    CHECK(compared >= 8);
}

TEST_CASE("moments: without after, better experiences lose nobody", "[moments]") {
    for (const std::string name :
         {"e3_three_touch", "e4_loop", "e5_end_to_end", "f1_confounding"}) {
        const ResolvedJourney journey = resolve(data_journey(name));
        REQUIRE(better_only_saves(journey));
        const auto variants = forced_variants(journey, {});
        const auto sums = walk_moments(variants, Metric::success, 5, {0, 50'000}, 2);
        REQUIRE(sums);
        std::uint64_t saved = 0;
        for (const TouchpointSums& touchpoint : sums->touchpoints) {
            CHECK(touchpoint.impact.down_count == 0);
            CHECK(touchpoint.headroom.down_count == 0);
            CHECK(touchpoint.exposure.down_count == 0);
            saved += touchpoint.impact.up_count;
        }
        CHECK(saved > 0);
    }
}

TEST_CASE("moments: with a hazard ratio below 1 better experiences lose customers", "[moments]") {
    Journey journey = data_journey("e3_three_touch");
    journey.goodwill.hazard_ratio = Number(0.5);
    const ResolvedJourney resolved = resolve(journey);
    CHECK_FALSE(better_only_saves(resolved));
    const auto sums =
        walk_moments(forced_variants(resolved, {}), Metric::success, 5, {0, 20'000}, 2);
    CHECK(sums->touchpoints[0].impact.down_count > 0);
    CHECK_FALSE(found(journey, settings_for(Metric::success, 20'000)).zero_or_one);
}

TEST_CASE("moments: the same bits for any number of threads", "[moments]") {
    const auto variants = forced_variants(resolve(data_journey("e5_end_to_end")), {});
    const auto one = walk_moments(variants, Metric::success, 3, {0, 30'000}, 1);
    CHECK(*one == *walk_moments(variants, Metric::success, 3, {0, 30'000}, 2));
    MomentSums parts = *walk_moments(variants, Metric::success, 3, {0, 10'001}, 2);
    parts += *walk_moments(variants, Metric::success, 3, {10'001, 19'999}, 1);
    CHECK(*one == parts);
}

namespace {

/// In how many runs all intervals cover the exact impacts: those that hold for all at once, and
/// single ones.
struct Covered {
    int together = 0, singly = 0;
};

constexpr std::uint64_t covered_runs = 2000;

Covered covered_of(const Journey& journey, Metric metric, std::uint64_t customers) {
    const MomentsResult exact = found(journey, settings_for(metric));
    const MomentsSettings settings = settings_for(metric, customers);
    Covered covered;
    for (std::uint64_t run = 0; run < covered_runs; ++run) {
        const auto result = sampled_moments(journey, settings, {run * customers, customers});
        bool together = true, singly = true;
        for (std::size_t i = 0; i < exact.touchpoints.size(); ++i) {
            const double truth = value(exact.touchpoints[i].impact);
            const MomentResult& moment = result->touchpoints[i];
            together =
                together && *moment.simultaneous_low <= truth && truth <= *moment.simultaneous_high;
            singly = singly && moment.impact->low <= truth && truth <= moment.impact->high;
        }
        covered.together += together;
        covered.singly += singly;
    }
    return covered;
}

}  // namespace

TEST_CASE("moments: many touchpoints are walked some at a time to the same sums", "[moments]") {
    testing::RandomJourneyOptions options;
    options.touchpoints = 40;
    Journey journey = testing::journey_from(testing::random_journey(451, options));
    const ResolvedJourney resolved = resolve(journey);
    const auto at_once =
        walk_moments(forced_variants(resolved, {}), Metric::margin, 3, {0, 500}, 1);
    const auto in_parts = walk_moments(resolved, {}, Metric::margin, 3, {0, 500}, 2);
    REQUIRE(at_once);
    CHECK(*at_once == *in_parts);
}

// 2,000 runs of disjoint customers. A band that covers 95 % covers all three impacts in fewer than
// 1,851 runs (5 standard deviations below the mean, binomial tail 4e-7) less than once in a million
// times. Power: at the level of a single interval, 95 % each, fewer runs are covered.
TEST_CASE("moments: simultaneous intervals cover all impacts at once", "[moments]") {
    constexpr int least = 1851;
    const Covered covered = covered_of(data_journey("e3_three_touch"), Metric::success, 500);
    CHECK(covered.together >= least);
    CHECK(covered.singly < least);
}

TEST_CASE("moments: so do paired intervals, where better experiences may lose customers",
          "[moments]") {
    constexpr int least = 1851;
    Journey journey = data_journey("e3_three_touch");
    journey.goodwill.hazard_ratio = Number(0.5);
    CHECK(covered_of(journey, Metric::success, 500).together >= least);
    journey.goodwill.hazard_ratio = Number(2.0);
    CHECK(covered_of(journey, Metric::ghosted, 500).together >= least);
    journey.touchpoints[2].behaviour.revenue = Number(40.0);
    journey.touchpoints[0].behaviour.cost = Number(3.0);
    CHECK(covered_of(journey, Metric::margin, 500).together >= least);
    CHECK(covered_of(journey, Metric::lifetime_value, 500).together >= least);
}

// The figures of docs/explanation/moments-of-truth.md. Everybody visits the touchpoint once, so
// among those of one persona a good visit is a forced one.
TEST_CASE("moments: good less bad in the data is not the impact", "[moments]") {
    const std::string f1 = "/F1_two_persona_confounding/values/";
    MomentsSettings settings = settings_for();
    settings.by_persona = true;
    const Journey journey = data_journey("f1_confounding");
    const MomentsResult result = found(journey, settings);
    const ResolvedJourney resolved = resolve(journey);
    double good = 0, bad = 0, success_and_good = 0, success_and_bad = 0;
    for (std::size_t p = 0; p < result.by.size(); ++p) {
        const double share = resolved.personas[p].share;
        const ResolvedVisit& visit = resolved.visit(PersonaId(p), TouchpointId(0));
        const MomentResult& moment = result.by[p].touchpoints[0];
        good += share * visit.good;
        bad += share * visit.bad;
        success_and_good += share * visit.good * value(moment.all_good);
        success_and_bad += share * visit.bad * value(moment.all_bad);
    }
    CHECK(same_digits(success_and_good / good, oracle(f1 + "p_y_given_good")));
    CHECK(same_digits(success_and_bad / bad, oracle(f1 + "p_y_given_bad")));
    CHECK(same_digits(success_and_good / good - success_and_bad / bad,
                      oracle(f1 + "conditional_diff")));
    CHECK(same_digits(value(result.touchpoints[0].all_good), oracle(f1 + "do_good")));
    CHECK(same_digits(value(result.touchpoints[0].all_bad), oracle(f1 + "do_bad")));
}
