#include "simulate/compare/compare.hpp"

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "journey/scenario.hpp"
#include "simulate/uncertainty/draw.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

const std::string shop = R"(
[journey]
title = "Shop"
start = "look"
customers_per_year = 1000
acquisition_cost = 3
[[touchpoint]]
id = "look"
next = { pay = 0.4, look = 0.3 }
experience = { good = 0.3, bad = 0.4 }
cost = 0.25
effort = 1
[[touchpoint]]
id = "pay"
next = { look = 0.3, extra = 0.2, done = 0.3 }
revenue = 10
refers = 0.1
[[touchpoint]]
id = "extra"
next = { done = 0.9 }
revenue = 4
[[outcome]]
id = "done"
kind = "success"
[[scenario]]
id = "kinder"
cost = 500
cost_per_customer = 0.1
[scenario.touchpoint.look]
experience = { good = 0.5, bad = 0.1 }
[[scenario]]
id = "same"
[[scenario]]
id = "dearer"
[scenario.touchpoint.pay]
next = { done = 0.4, look = 0.1, extra = 0.1 }
revenue = 14
)";

std::vector<Candidate> all_scenarios(const Journey& journey) {
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < journey.scenarios.size(); ++i)
        candidates.push_back({journey.scenarios[i].id.value, journey.scenarios[i].shown(),
                              apply_scenario(journey, ScenarioId(i))});
    return candidates;
}

RunSettings settings_of(std::uint64_t customers, Method method = Method::automatic) {
    RunSettings settings;
    settings.customers = customers;
    settings.method = method;
    settings.threads = 2;
    return settings;
}

ComparisonResult compared(const Journey& journey, const RunSettings& settings,
                          Metric metric = Metric::success) {
    return *compare(journey, all_scenarios(journey), {.metric = metric}, settings).result;
}

Journey example(const std::string& path) {
    std::ifstream file(std::string(CJM_SOURCE_DIR) + "/examples/" + path);
    std::ostringstream text;
    text << file.rdbuf();
    return testing::journey_from(text.str());
}

template <class Change>
void for_each_behaviour(Journey& journey, const Change& change) {
    for (Touchpoint& touchpoint : journey.touchpoints) {
        change(touchpoint.behaviour);
        for (auto& own : touchpoint.for_persona) change(own.second);
    }
}

bool holds(const Estimate& estimate) {
    return estimate.low <= estimate.estimate && estimate.estimate <= estimate.high;
}

}  // namespace

TEST_CASE("compare: every simulation is that of simulate", "[simulate][compare]") {
    const Journey journey = testing::journey_from(shop);
    const auto result = compared(journey, settings_of(20'000, Method::monte_carlo));
    const auto alone = simulate::simulate(journey, settings_of(20'000)).value();
    CHECK(result.baseline.success.estimate == alone.success.estimate);
    CHECK(result.baseline.money.margin.standard_error == alone.money.margin.standard_error);
    CHECK(result.baseline.generator == alone.generator);
    const auto kinder =
        simulate::simulate(apply_scenario(journey, ScenarioId(0)), settings_of(20'000)).value();
    CHECK(result.scenarios[0].result.success.low == kinder.success.low);
    CHECK(result.scenarios[0].result.effort.estimate == kinder.effort.estimate);
}

TEST_CASE("compare: differences are differences of the figures", "[simulate][compare]") {
    const auto result =
        compared(testing::journey_from(shop), settings_of(20'000, Method::monte_carlo));
    for (const ScenarioComparison& scenario : result.scenarios)
        for (std::size_t i = 0; i < compared_count; ++i) {
            const auto figure = static_cast<ComparedFigure>(i);
            CAPTURE(scenario.id, name_of(figure));
            const auto before = figure_of(result.baseline, figure);
            const auto after = figure_of(scenario.result, figure);
            const auto& difference = scenario.difference.figures[i];
            CHECK(difference.has_value() == (before && after));
            if (!difference) continue;
            CHECK(difference->estimate == Approx(after->estimate - before->estimate).margin(1e-9));
            CHECK(holds(*difference));
            // never worse than independent luck would be, by more than the correlation allows
            CHECK(difference->standard_error <=
                  after->standard_error + before->standard_error + 1e-12);
        }
}

TEST_CASE("compare: a scenario that changes nothing differs by exactly 0", "[simulate][compare]") {
    const auto result = compared(testing::journey_from(shop), settings_of(20'000));
    const ScenarioComparison& same = result.scenarios[1];
    for (const MaybeEstimate& difference : same.difference.figures)
        if (difference) {
            CHECK(difference->estimate == 0);
            CHECK(difference->standard_error == 0);
            CHECK(difference->low == 0);
            CHECK(difference->high == 0);
        }
    CHECK(same.customers_gained == 0U);
    CHECK(same.customers_lost == 0U);
    // it ties with the journey as it is
    CHECK(same.probability_best == result.baseline_probability_best);
}

TEST_CASE("compare: better experiences lose nobody, the variance is d (1 - d)",
          "[simulate][compare]") {
    constexpr std::uint64_t customers = 50'000;
    const auto result = compared(testing::journey_from(shop), settings_of(customers));
    const ScenarioComparison& kinder = result.scenarios[0];
    CHECK(kinder.customers_lost == 0U);
    const Estimate& success = *kinder.difference.of(ComparedFigure::success);
    const double d = success.estimate;
    REQUIRE(d > 0);
    CHECK(d == static_cast<double>(*kinder.customers_gained) / customers);
    CHECK(success.standard_error == Approx(std::sqrt(d * (1 - d) / customers)).epsilon(1e-9));
    // where ways change, customers are lost: the variance then is not d (1 - d)
    const ScenarioComparison& dearer = result.scenarios[2];
    CHECK(*dearer.customers_lost > 0);
}

TEST_CASE("compare: on random journeys no customer is lost to better experiences",
          "[simulate][compare]") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        testing::RandomJourneyOptions options;
        options.horizon = seed % 2 == 0;
        Journey journey = testing::journey_from(testing::random_journey(seed, options));
        journey.goodwill.hazard_ratio = 2.0;
        for_each_behaviour(journey, [](Behaviour& behaviour) {
            for (auto& after : behaviour.after) after.reset();
        });
        Journey better = journey;
        for_each_behaviour(better, [](Behaviour& behaviour) {
            behaviour.experience = ExperienceShares{1.0, 0.0, {}};
        });
        const std::vector<Candidate> candidates{{"better", "better", better}};
        const auto result = *compare(journey, candidates, {}, settings_of(4'096)).result;
        CHECK(result.scenarios[0].customers_lost == 0U);
    }
}

TEST_CASE("compare: sampled differences agree with exact ones", "[simulate][compare]") {
    // 50 figures, each within 6 standard errors: a false alarm in 10 million
    const auto result = compared(testing::journey_from(shop), settings_of(200'000));
    int figures = 0;
    for (const ScenarioComparison& scenario : result.scenarios)
        for (std::size_t i = 0; i < compared_count; ++i) {
            const auto& difference = scenario.difference.figures[i];
            if (!difference || !difference->exact) continue;
            CAPTURE(scenario.id, name_of(static_cast<ComparedFigure>(i)));
            CHECK(std::abs(difference->estimate - *difference->exact) <=
                  6 * difference->standard_error + 1e-9);
            ++figures;
        }
    CHECK(figures >= 45);
    // power: the success difference of "kinder" is told from one a tenth larger
    const Estimate& kinder = *result.scenarios[0].difference.of(ComparedFigure::success);
    CHECK(std::abs(kinder.estimate - 1.1 * *kinder.exact) > 3 * kinder.standard_error);
}

TEST_CASE("compare: paired errors are those of many runs", "[simulate][compare]") {
    // 200 runs of 2,000 customers: the spread of a figure over runs has a relative error of
    // 1 / sqrt(400) = 5 %; 6 of them for the 8 figures below, under one false alarm in a million
    const Journey journey = testing::journey_from(shop);
    const auto candidates = all_scenarios(journey);
    constexpr int runs = 200;
    const std::vector<ComparedFigure> figures{ComparedFigure::success,
                                              ComparedFigure::effort,
                                              ComparedFigure::margin,
                                              ComparedFigure::average_order_value,
                                              ComparedFigure::lifetime_value,
                                              ComparedFigure::purchase_frequency,
                                              ComparedFigure::acquisition_cost_per_buyer,
                                              ComparedFigure::customers_per_starter};
    std::vector<double> sum(figures.size()), squares(figures.size()), claimed(figures.size());
    for (int run = 0; run < runs; ++run) {
        RunSettings settings = settings_of(2'000, Method::monte_carlo);
        settings.seed = 1000 + static_cast<std::uint64_t>(run);
        const auto result = *compare(journey, candidates, {}, settings).result;
        for (std::size_t i = 0; i < figures.size(); ++i) {
            // who buys at all changes in the first scenario only
            const bool buying = figures[i] == ComparedFigure::acquisition_cost_per_buyer;
            const Estimate& difference =
                *result.scenarios[buying ? 0 : 2].difference.of(figures[i]);
            sum[i] += difference.estimate;
            squares[i] += difference.estimate * difference.estimate;
            claimed[i] += difference.standard_error * difference.standard_error;
        }
    }
    for (std::size_t i = 0; i < figures.size(); ++i) {
        CAPTURE(name_of(figures[i]));
        const double variance = (squares[i] - sum[i] * sum[i] / runs) / (runs - 1);
        CHECK(std::sqrt(variance / (claimed[i] / runs)) == Approx(1).margin(0.3));
    }
}

TEST_CASE("compare: on the examples the paired error is at most a third", "[simulate][compare]") {
    for (const char* path :
         {"01-hotel-booking/hotel-booking.toml", "01-hotel-booking/hotel-booking-felt.toml",
          "02-dentist-vi/dat-lich-nha-khoa.toml"}) {
        const auto result = compared(example(path), settings_of(200'000, Method::monte_carlo));
        CHECK(result.scenarios.size() >= 3);
        for (const ScenarioComparison& scenario : result.scenarios) {
            CAPTURE(path, scenario.id);
            CHECK(scenario.difference.of(ComparedFigure::success)->standard_error <=
                  scenario.independent_standard_error / 3);
        }
    }
}

TEST_CASE("compare: solved exactly there is no error", "[simulate][compare]") {
    const auto result = compared(testing::journey_from(shop), settings_of(1, Method::exact));
    const Estimate& success = *result.scenarios[0].difference.of(ComparedFigure::success);
    CHECK(success.standard_error == 0);
    CHECK(success.low == success.high);
    CHECK(success.exact == success.estimate);
    CHECK_FALSE(result.scenarios[0].customers_gained);
    CHECK(result.scenarios[1].difference.of(ComparedFigure::success)->estimate == 0);
    CHECK(result.scenarios[0].independent_standard_error == 0);
    // certain: one is the best
    CHECK(result.scenarios[0].probability_best.value() +
              result.scenarios[2].probability_best.value() ==
          1);
}

TEST_CASE("compare: fewer ghosts are better", "[simulate][compare]") {
    const auto result = compared(testing::journey_from(shop), settings_of(50'000), Metric::ghosted);
    CHECK(result.scenarios[0].difference.of(ComparedFigure::ghosted)->high < 0);
    CHECK(*result.baseline_probability_best < 0.01);
}

TEST_CASE("compare: lifetime value has a joint covariance of its own", "[simulate][compare]") {
    const auto result =
        compared(testing::journey_from(shop), settings_of(20'000), Metric::lifetime_value);
    double sum = *result.baseline_probability_best;
    for (const ScenarioComparison& scenario : result.scenarios) sum += *scenario.probability_best;
    CHECK(sum == Approx(1));
    CHECK(*result.scenarios[2].probability_best > 0.99);
}

TEST_CASE("compare: net promoter scores differ by the goodwill at the end", "[simulate][compare]") {
    const std::string survey =
        "[survey]\nnps = { centre = 7.0, slope = 2.0, spread = 2.0 }\n[[outcome]]\nid = \"done\"";
    std::string asked = shop;
    asked.replace(asked.find("[[outcome]]\nid = \"done\""), 23, survey);
    const Journey journey = testing::journey_from(asked);
    const auto result = compared(journey, settings_of(100'000), Metric::nps);
    const Estimate& kinder = *result.scenarios[0].difference.of(ComparedFigure::nps);
    CHECK(kinder.low > 1);
    // 6 standard errors: a false alarm in 500 million
    CHECK(std::abs(kinder.estimate - kinder.exact.value()) < 6 * kinder.standard_error);
    CHECK(std::abs(kinder.estimate - 1.1 * *kinder.exact) > 6 * kinder.standard_error);
    CHECK(*result.scenarios[0].probability_best > 0.99);
    CHECK(result.scenarios[1].difference.of(ComparedFigure::nps)->estimate == 0);
    // not asked, no score
    const auto quiet = compared(testing::journey_from(shop), settings_of(1'000));
    CHECK_FALSE(quiet.scenarios[0].difference.of(ComparedFigure::nps));
}

TEST_CASE("compare: where nobody buys no scenario is the best in lifetime value",
          "[simulate][compare]") {
    std::string gift = shop;
    for (const std::string price : {"revenue = 10\n", "revenue = 4\n", "revenue = 14\n"})
        gift.erase(gift.find(price), price.size());
    const auto result =
        compared(testing::journey_from(gift), settings_of(2'000), Metric::lifetime_value);
    CHECK_FALSE(result.baseline_probability_best);
    CHECK_FALSE(result.scenarios[0].probability_best);
    CHECK_FALSE(result.scenarios[0].difference.of(ComparedFigure::lifetime_value));
}

TEST_CASE("compare: goes on until every success rate is known", "[simulate][compare]") {
    RunSettings settings = settings_of(1);
    settings.precision = 0.01;
    const auto result = compared(testing::journey_from(shop), settings);
    for (const ScenarioComparison& scenario : result.scenarios) {
        const Estimate& success = scenario.result.success;
        CHECK((success.high - success.low) / 2 <= 0.01);
    }
    CHECK(result.baseline.settings.customers >= 8'192);
}

TEST_CASE("compare over draws: the same draws for all, whatever the threads",
          "[simulate][compare]") {
    std::string unsure = shop;
    unsure.replace(unsure.find("bad = 0.4"), 9, "bad = [0.1, 0.4, 0.6]");
    const Journey journey = testing::journey_from(unsure);
    RunSettings settings = settings_of(2'000);
    settings.parameter_draws = 40;
    const auto draw = [&](std::uint64_t number) {
        const Journey drawn = draw_parameters(journey, settings.seed, number).journey;
        std::vector<Journey> journeys{drawn};
        for (const Candidate& candidate : all_scenarios(drawn))
            journeys.push_back(candidate.journey);
        return journeys;
    };
    ComparisonResult one = compared(journey, settings), other = one;
    REQUIRE(compare_over_draws(draw, settings, one));
    settings.threads = 7;
    REQUIRE(compare_over_draws(draw, settings, other));
    CHECK(one.draws == 40);
    for (std::size_t i = 0; i < one.scenarios.size(); ++i) {
        CHECK(one.scenarios[i].probability_best == other.scenarios[i].probability_best);
        CHECK(one.scenarios[i].over_draws->mean == other.scenarios[i].over_draws->mean);
        CHECK(one.scenarios[i].over_draws->low <= one.scenarios[i].over_draws->high);
    }
    CHECK(one.scenarios[1].over_draws->mean == 0);  // changes nothing in any draw
    CHECK(one.scenarios[0].over_draws->low < one.scenarios[0].over_draws->high);
}
