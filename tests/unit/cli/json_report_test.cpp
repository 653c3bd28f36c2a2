#include "cli/report/json_report.hpp"

#include <limits>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/unit/cli/small_result.hpp"

namespace {

using Json = nlohmann::ordered_json;

const cjm::cli::Provenance provenance{"cjm 1.2.3", "abc", "1.2.3"};

Json report(const cjm::SimulationResult& result) {
    return Json::parse(cjm::cli::json_report(cjm::tests::small_journey(), result, provenance));
}

std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> names;
    for (const auto& [key, value] : object.items()) names.push_back(key);
    return names;
}

}  // namespace

TEST_CASE("json: every field of the format, in its order", "[cli][json]") {
    const Json json = report(cjm::tests::small_result());
    CHECK(keys(json) == std::vector<std::string>{
                            "format",      "journey",    "scenario",     "method",
                            "program",     "generator",  "input_sha256", "customers",
                            "seed",        "confidence", "horizon_days", "success",
                            "lost",        "ghosted",    "left_openly",  "in_progress",
                            "outcomes",    "causes",     "stages",       "touchpoints",
                            "personas",    "survival",   "transitions",  "time_to_success_days",
                            "effort",      "money",      "cohort",       "word_of_mouth",
                            "survey",      "observer",   "seamlessness", "agreement",
                            "uncertainty", "timing"});
    CHECK(keys(json["touchpoints"][0]) ==
          std::vector<std::string>{"id", "reach", "visits", "left", "drop_off", "good", "neutral",
                                   "bad", "goodwill", "ghosted", "causes", "goodwill_p10",
                                   "goodwill_p90", "first_arrival_days"});
    CHECK(keys(json["money"]) ==
          std::vector<std::string>{
              "revenue", "cost", "margin", "purchases", "average_order_value",
              "repeat_customer_rate", "purchase_frequency", "churn", "churn_yearly",
              "days_at_risk_per_buyer", "churn_yearly_too_short", "churn_yearly_alarm", "net_churn",
              "net_churn_yearly", "net_churn_yearly_alarm", "lifetime_value",
              "acquisition_cost_per_buyer", "lifetime_value_to_acquisition_cost"});
}

TEST_CASE("json: settings as they were", "[cli][json]") {
    const Json json = report(cjm::tests::small_result());
    CHECK(json["format"] == "cjm/simulation/1");
    CHECK(json["journey"] == "Đặt \"phòng\"");
    CHECK(json["scenario"].is_null());
    CHECK(json["program"] == "1.2.3");
    CHECK(json["seed"] == 18'446'744'073'709'551'615U);
    CHECK(json["customers"].is_number_integer());
    CHECK(json["horizon_days"].is_null());
}

TEST_CASE("json: a scenario and a horizon where there are any", "[cli][json]") {
    cjm::Journey journey = cjm::tests::small_journey();
    journey.scenario = "a+b";
    cjm::SimulationResult result = cjm::tests::small_result();
    result.horizon_days = 100;
    const Json json = Json::parse(cjm::cli::json_report(journey, result, provenance));
    CHECK(json["scenario"] == "a+b");
    CHECK(json["horizon_days"] == 100.0);
}

TEST_CASE("json: doubles come back to the same bits", "[cli][json]") {
    const Json json = report(cjm::tests::small_result());
    CHECK(json["success"]["estimate"].get<double>() == 1.0 / 3.0);
    CHECK(json["success"]["exact"].is_null());
    CHECK(json["lost"]["exact"] == 0.625);
    CHECK_FALSE(json["success"].contains("exact_error"));
}

TEST_CASE("json: what does not exist is null as a whole", "[cli][json]") {
    const Json json = report(cjm::tests::small_result());
    CHECK(json["touchpoints"][1]["drop_off"].is_null());
    CHECK(json["touchpoints"][1]["first_arrival_days"].is_null());
    CHECK(json["touchpoints"][0]["goodwill_p10"] == -12.0);
    CHECK(json["touchpoints"][0]["goodwill_p90"].is_null());
    CHECK(json["time_to_success_days"].is_null());
    CHECK(json["stages"][0]["drop_off"].is_null());
    CHECK(json["money"]["churn"].is_null());
    CHECK(json["money"]["churn_yearly_too_short"].is_null());
    CHECK(json["survey"].is_null());
    CHECK(json["uncertainty"].is_null());
    CHECK(json["cohort"]["averaged"].is_null());
}

TEST_CASE("json: what a survey would say, true and seen", "[cli][json]") {
    cjm::SimulationResult result = cjm::tests::small_result();
    CHECK(report(result)["survey"].is_null());
    result.survey =
        cjm::SurveyResult{result.success, cjm::SurveyScore{result.lost, {}}, {}, {}, {}};
    const Json survey = report(result)["survey"];
    CHECK(keys(survey) == std::vector<std::string>{"csat", "nps", "ces", "csi", "answered"});
    CHECK(keys(survey["csat"]) == std::vector<std::string>{"true", "seen"});
    CHECK(survey["csat"]["true"]["exact"] == 0.625);
    CHECK(survey["csat"]["seen"].is_null());
    CHECK(survey["nps"].is_null());
}

TEST_CASE("json: the firm's view, over a range where it was asked for", "[cli][json]") {
    cjm::SimulationResult result = cjm::tests::small_result();
    CHECK(report(result)["observer"].is_null());
    CHECK_FALSE(report(result).contains("observer_range"));
    result.observer = cjm::ObserverResult{14, result.success, result.lost, result.success, {}};
    const Json own = report(result)["observer"];
    CHECK(keys(own) ==
          std::vector<std::string>{"ghost_after_days", "flagged", "active", "precision", "recall"});
    CHECK(own["ghost_after_days"] == 14.0);
    CHECK(own["recall"].is_null());
    result.observer_range = {*result.observer, *result.observer};
    result.observer_range[1].ghost_after_days = 30;
    const Json range = report(result)["observer_range"];
    REQUIRE(range.size() == 2);
    CHECK(range[1]["ghost_after_days"] == 30.0);
    CHECK(range[0] == own);
}

TEST_CASE("json: what the uncertain values leave open", "[cli][json]") {
    cjm::SimulationResult result = cjm::tests::small_result();
    const cjm::Estimate third = result.success;
    cjm::UncertaintyResult uncertainty;
    uncertainty.draws = 100;
    uncertainty.scaled = 7;
    uncertainty.scaled_shares = {{"touchpoint.a.next", 7}};
    uncertainty.figures = {{"success", true, third, third, 0.1, 0.2, 0.5}};
    uncertainty.figures[0].at_likely.exact_error = 1e-5;
    uncertainty.inputs = {
        {"touchpoint.a.next.b", cjm::InputShare{third, 0.001, true, 1, 2}, std::nullopt}};
    result.uncertainty = uncertainty;
    result.cohort->averaged = third;
    const Json json = report(result)["uncertainty"];
    CHECK(keys(json) == std::vector<std::string>{"draws", "impossible", "customers_per_draw",
                                                 "scaled", "scaled_shares", "figures", "inputs",
                                                 "success_together", "margin_together"});
    CHECK(json["scaled_shares"][0]["draws"] == 7);
    const Json& figure = json["figures"][0];
    CHECK(keys(figure) == std::vector<std::string>{"quantity", "at_likely", "averaged",
                                                   "input_deviation", "input_low", "input_high"});
    CHECK(figure["averaged"]["estimate"] == 1.0 / 3.0);
    CHECK(figure["input_high"] == 0.5);
    CHECK(figure["at_likely"]["exact_error"] == 1e-5);
    CHECK_FALSE(figure["averaged"].contains("exact_error"));
    const Json& input = json["inputs"][0];
    CHECK(input["path"] == "touchpoint.a.next.b");
    CHECK(input["success"]["share"]["low"] == 0.1);
    CHECK(input["success"]["moves"] == true);
    CHECK(input["success"]["rank_high"] == 2);
    CHECK(input["margin"].is_null());
    CHECK(report(result)["cohort"]["averaged"]["estimate"] == 1.0 / 3.0);
}

TEST_CASE("json: exact figures without a sample, and how a sample agrees", "[cli][json]") {
    cjm::SimulationResult result = cjm::tests::small_result();
    CHECK(report(result)["agreement"].is_null());
    CHECK(report(result)["word_of_mouth"].is_null());
    result.agreement = cjm::Agreement{12, 2.5, 0.125};
    result.word_of_mouth = cjm::WordOfMouth{result.success, std::nullopt};
    const Json sampled = report(result);
    CHECK(sampled["method"] == "monte-carlo");
    CHECK(sampled["agreement"] == Json({{"compared", 12}, {"largest_z", 2.5}, {"p_value", 0.125}}));
    CHECK(sampled["word_of_mouth"]["newcomers"]["estimate"] == 1.0 / 3.0);
    CHECK(sampled["word_of_mouth"]["customers_per_starter"].is_null());
    result.settings.method = cjm::Method::exact;
    result.generator.clear();
    result.touchpoints[0].first_arrival_days->p50.reset();
    const Json exact = report(result);
    CHECK(exact["method"] == "exact");
    CHECK(exact["generator"].is_null());
    CHECK(exact["touchpoints"][0]["first_arrival_days"]["p50"].is_null());
}

TEST_CASE("json: a number that is not finite is null, not broken JSON", "[cli][json]") {
    cjm::SimulationResult result = cjm::tests::small_result();
    result.success.high = std::numeric_limits<double>::infinity();
    result.success.low = std::numeric_limits<double>::quiet_NaN();
    const Json json = report(result);
    CHECK(json["success"]["high"].is_null());
    CHECK(json["success"]["low"].is_null());
}

TEST_CASE("json: only timing, the last field, knows how fast it went", "[cli][json]") {
    cjm::SimulationResult slow = cjm::tests::small_result();
    slow.timing = {9.0, 8.0, 100, 7};
    Json first = report(cjm::tests::small_result());
    Json second = report(slow);
    CHECK(first["timing"] ==
          Json({{"seconds", 2.0}, {"steps", 100}, {"steps_per_second", 80.0}, {"threads", 3}}));
    CHECK(first != second);
    first.erase("timing");
    second.erase("timing");
    CHECK(first == second);
}
