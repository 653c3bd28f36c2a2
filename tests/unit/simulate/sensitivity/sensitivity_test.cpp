// Sensitivity of journeys whose figures have closed forms.
#include "simulate/sensitivity/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include <catch2/catch.hpp>

#include "journey/scenario.hpp"
#include "simulate/sensitivity/varied.hpp"
#include "simulate/uncertainty/pert.hpp"
#include "tests/support/journey_text.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

const std::string head = "[journey]\ntitle = \"t\"\nstart = \"a\"\n";
const std::string won = "[[outcome]]\nid = \"won\"\nkind = \"success\"\n";

Journey journey_of(const std::string& keys, const std::string& more = "") {
    return testing::journey_from(head + more + "[[touchpoint]]\nid = \"a\"\n" + keys + "\n" + won);
}

SensitivityResult measured(const Journey& journey, const RunSettings& settings,
                           Metric metric = Metric::success) {
    const UncertainJourney uncertain{journey, [](const Journey& drawn) { return drawn; }};
    return measure_sensitivity(uncertain, metric, settings).value();
}

SensitivityResult measured(const Journey& journey, Metric metric = Metric::success) {
    RunSettings settings;
    settings.parameter_draws = 100;
    return measured(journey, settings, metric);
}

const SensitivityInput& input_of(const SensitivityResult& result, const std::string& path) {
    for (const SensitivityInput& input : result.inputs)
        if (input.path == path) return input;
    FAIL("no input " << path);
    return result.inputs.front();
}

}  // namespace

TEST_CASE("sensitivity: a share alone is the success rate at both ends",
          "[simulate][sensitivity]") {
    const auto result = measured(journey_of("next = { won = [0.2, 0.5, 0.6] }"));
    CHECK(result.at_likely->estimate == Approx(0.5));
    const Pert law(Number(0.2, 0.5, 0.6, {}));
    const auto& input = input_of(result, "touchpoint.a.next.won");
    CHECK(input.low_value == law.quantile(0.1));
    CHECK(input.high_value == law.quantile(0.9));
    CHECK(*input.result_low == Approx(law.quantile(0.1)).epsilon(1e-9));
    CHECK(*input.result_high == Approx(law.quantile(0.9)).epsilon(1e-9));
    CHECK(input.swing->estimate == *input.result_high - *input.result_low);
    CHECK(input.rank_correlation->estimate == 1);  // nothing else moves it
    CHECK_FALSE(input.assumption);
    CHECK(result.draws == 100);
}

TEST_CASE("sensitivity: what lowers the margin has a negative swing and correlation",
          "[simulate][sensitivity]") {
    const auto result =
        measured(journey_of("next = { won = 1 }\ncost = [1, 2, 6]\nrevenue = 10"), Metric::margin);
    const auto& cost = input_of(result, "touchpoint.a.cost");
    CHECK(result.at_likely->estimate == Approx(8));
    CHECK(*cost.result_low == Approx(10 - cost.low_value));
    CHECK(*cost.result_high == Approx(10 - cost.high_value));
    CHECK(cost.rank_correlation->estimate == -1);
}

TEST_CASE("sensitivity: a share among counts, the others in proportion",
          "[simulate][sensitivity]") {
    const Journey full = testing::journey_from(
        head + "[[touchpoint]]\nid = \"a\"\ncounts = { won = 30, other = 10, leave = 60 }\n" + won +
        "[[outcome]]\nid = \"other\"\nkind = \"lost\"\n");
    const auto result = measured(full);
    REQUIRE(result.inputs.size() == 3 + 2);
    const auto& own = input_of(result, "touchpoint.a.counts.won");
    CHECK(own.likely_value == Approx(0.3));
    CHECK(*own.result_low == Approx(own.low_value).epsilon(1e-9));
    CHECK(own.rank_correlation->estimate == 1);
    // what leaves leaves less for the others: three quarters of the rest succeed
    const auto& leave = input_of(result, "touchpoint.a.counts.leave");
    CHECK(*leave.result_high == Approx(0.75 * (1 - leave.high_value)).epsilon(1e-9));
    CHECK(leave.rank_correlation->estimate < -0.7);
}

TEST_CASE("sensitivity: of two counted names the first says it all", "[simulate][sensitivity]") {
    const auto result = measured(journey_of("counts = { won = 30, leave = 70 }"));
    CHECK(input_of(result, "touchpoint.a.counts.won").rank_correlation->estimate == 1);
    CHECK(result.inputs.size() == 1 + 2);
}

TEST_CASE("sensitivity: the model's assumptions between their ends", "[simulate][sensitivity]") {
    // every visit is bad: goodwill -12, so that S = 1/2 becomes S^r with r the hazard ratio
    const auto result = measured(journey_of("next = { won = 0.5 }\nexperience = { bad = 1 }"));
    CHECK(result.draws == 0);  // nothing is uncertain
    const auto& hazard = input_of(result, "goodwill.hazard_ratio");
    CHECK(hazard.assumption);
    CHECK(hazard.low_value == 1);
    CHECK(hazard.high_value == 4);
    CHECK(*hazard.result_low == Approx(0.5).epsilon(1e-9));
    CHECK(result.at_likely->estimate == Approx(0.25).epsilon(1e-9));
    CHECK(*hazard.result_high == Approx(0.0625).epsilon(1e-9));
    CHECK_FALSE(hazard.rank_correlation);
    // with b good moments to outweigh a bad one the exponent is 2^(b / 12)
    const auto& ratio = input_of(result, "goodwill.bad_to_good");
    CHECK(ratio.likely_value == 12);
    CHECK(*ratio.result_low == Approx(std::pow(0.5, std::pow(2, 1 / 12.0))).epsilon(1e-9));
    CHECK(*ratio.result_high == Approx(std::pow(0.5, std::pow(2, 25 / 12.0))).epsilon(1e-9));
}

TEST_CASE("sensitivity: an uncertain hazard ratio is no assumption; ends hold what the file says",
          "[simulate][sensitivity]") {
    const Journey journey = journey_of("next = { won = 0.5 }\nexperience = { bad = 1 }",
                                       "[goodwill]\nbad = -40\nhazard_ratio = [1.5, 2, 3]\n");
    const auto inputs = varied_inputs(journey, journey);
    REQUIRE(inputs.size() == 2);
    CHECK_FALSE(inputs[0].assumption);
    CHECK(inputs[1].path == "goodwill.bad_to_good");
    CHECK(inputs[1].high == 40);
    CHECK(with_value(journey, inputs[1], 40).goodwill.bad.value == -40);
    CHECK(with_value(journey, inputs[1], 1).goodwill.bad.value == -1);
}

TEST_CASE("sensitivity: what is no part of the journey that is run is left out",
          "[simulate][sensitivity]") {
    const Journey journey = testing::journey_from(
        head + "[[touchpoint]]\nid = \"a\"\nnext = { won = 0.5 }\n" + won +
        "[[scenario]]\nid = \"s\"\ncost = [1, 2, 3]\ncost_per_customer = [0.1, 0.2, 0.3]\n");
    CHECK(varied_inputs(journey, journey).size() == 2);
    Journey applied = journey;
    applied.scenario = "s";
    const auto inputs = varied_inputs(journey, applied);
    REQUIRE(inputs.size() == 3);
    CHECK(inputs[0].path == "scenario.s.cost_per_customer");
}

// N = 200,000 customers, seed 1; the null values are the exact ones. A tolerance of 6 standard
// errors: one false alarm in 5e8 comparisons. Power: half the swing is found.
TEST_CASE("sensitivity: sampled ends lie where they are solved", "[simulate][sensitivity]") {
    const Journey journey = testing::journey_from(
        head +
        "[[touchpoint]]\nid = \"a\"\nnext = { b = [0.3, 0.5, 0.6] }\ncost = 1\n"
        "experience = { good = 0.3, bad = 0.2 }\n"
        "[[touchpoint]]\nid = \"b\"\nnext = { won = 0.8 }\nrevenue = [5, 9, 10]\n"
        "experience = { bad = [0.1, 0.3, 0.4] }\n" +
        won + "[survey]\nnps = { centre = [6, 7, 9], slope = 3, spread = 2 }\n");
    for (const Metric metric : all_metrics) {
        const auto solved = measured(journey, metric);
        RunSettings settings;
        settings.method = Method::monte_carlo;
        settings.customers = 200'000;
        settings.parameter_draws = 10;
        const auto sampled = measured(journey, settings, metric);
        CHECK(sampled.sampled);
        CHECK(sampled.customers_per_draw == 20'000);
        REQUIRE(sampled.inputs.size() == solved.inputs.size());
        double power = 0;
        for (std::size_t i = 0; i < solved.inputs.size(); ++i) {
            INFO(name_of(metric) << " " << solved.inputs[i].path);
            const Estimate& seen = *sampled.inputs[i].swing;
            const double exact = solved.inputs[i].swing->estimate;
            CHECK(std::abs(seen.estimate - exact) <= 6 * seen.standard_error + 1e-9);
            CHECK(seen.low <= seen.estimate);
            CHECK(seen.estimate <= seen.high);
            if (seen.standard_error > 0)
                power = std::max(power, std::abs(seen.estimate - exact / 2) / seen.standard_error);
        }
        CHECK(power > 6);
    }
}

TEST_CASE("sensitivity: what a scenario costs a customer comes off the sampled margin",
          "[simulate][sensitivity]") {
    const Journey journey =
        testing::journey_from(head + "[[touchpoint]]\nid = \"a\"\nnext = { won = 0.5 }\n" + won +
                              "[[scenario]]\nid = \"s\"\ncost_per_customer = [1, 2, 9]\n");
    const UncertainJourney uncertain{journey, [](const Journey& drawn) {
                                         return apply_scenario(drawn, find_scenario(drawn, "s"));
                                     }};
    RunSettings settings;
    settings.method = Method::monte_carlo;
    settings.customers = 2000;
    const auto result = measure_sensitivity(uncertain, Metric::margin, settings).value();
    const auto& cost = input_of(result, "scenario.s.cost_per_customer");
    CHECK(result.at_likely->estimate == Approx(-2));
    CHECK(*cost.result_low == Approx(-cost.low_value));
    CHECK(cost.swing->estimate == Approx(cost.low_value - cost.high_value));
}

TEST_CASE("sensitivity: the net promoter score by the law of the answers",
          "[simulate][sensitivity]") {
    // goodwill stays 0 and nothing is spread: everybody answers the centre, rounded
    const auto result = measured(
        testing::journey_from(head + "[[touchpoint]]\nid = \"a\"\nnext = { won = 0.5 }\n" + won +
                              "[survey]\nnps = { centre = [5, 8, 11], slope = 1, spread = 0 }\n"),
        Metric::nps);
    CHECK(result.at_likely->estimate == 0);
    const auto& centre = input_of(result, "survey.nps.centre");
    CHECK(centre.low_value < 6.5);
    CHECK(*centre.result_low == -100);
    CHECK(*centre.result_high == 100);
}

TEST_CASE("sensitivity: the same for any number of threads", "[simulate][sensitivity]") {
    const Journey journey = journey_of("next = { won = [0.3, 0.5, 0.6] }\nwait = { won = \"2 d\" }",
                                       "horizon = \"5 d\"\n");
    RunSettings settings;
    settings.customers = 30'000;
    settings.parameter_draws = 7;
    settings.threads = 1;
    const auto one = measured(journey, settings);
    settings.threads = 3;
    const auto three = measured(journey, settings);
    CHECK(one.sampled);
    REQUIRE(one.inputs.size() == three.inputs.size());
    for (std::size_t i = 0; i < one.inputs.size(); ++i) {
        CHECK(one.inputs[i].result_low == three.inputs[i].result_low);
        CHECK(one.inputs[i].result_high == three.inputs[i].result_high);
        CHECK(one.inputs[i].swing->low == three.inputs[i].swing->low);
    }
    CHECK(one.inputs[0].rank_correlation->estimate == three.inputs[0].rank_correlation->estimate);
}

TEST_CASE("sensitivity: lifetime value does not exist without buyers", "[simulate][sensitivity]") {
    const auto result =
        measured(journey_of("next = { won = [0.3, 0.5, 0.6] }"), Metric::lifetime_value);
    CHECK_FALSE(result.at_likely);
    CHECK(result.impossible == result.draws);
    CHECK_FALSE(result.inputs[0].swing);
    CHECK_FALSE(result.inputs[0].rank_correlation);
}
