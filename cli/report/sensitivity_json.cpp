#include "cli/report/sensitivity_json.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include "cli/report/csv_rows.hpp"
#include "cli/report/json_estimate.hpp"
#include "simulate/random/words.hpp"

namespace cjm::cli {
namespace {

using Json = nlohmann::ordered_json;

Json maybe(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json maybe(const MaybeEstimate& figure) {
    return figure ? estimate_json(*figure) : Json(nullptr);
}

std::string_view method_of(const SensitivityResult& result) {
    return method_name(result.sampled ? Method::monte_carlo : Method::exact);
}

std::uint64_t customers_of(const SensitivityResult& result) {
    return result.sampled ? result.settings.customers : 0;
}

bool is_random(const SensitivityResult& result) {
    return result.sampled || result.draws > 0;
}

Json input_json(const SensitivityInput& input) {
    const auto& correlation = input.rank_correlation;
    return {{"path", input.path},
            {"kind", input.assumption ? "assumption" : "uncertain"},
            {"likely_value", input.likely_value},
            {"low_value", input.low_value},
            {"high_value", input.high_value},
            {"result_low", maybe(input.result_low)},
            {"result_high", maybe(input.result_high)},
            {"swing", maybe(input.swing)},
            {"rank_correlation", correlation ? Json(correlation->estimate) : Json(nullptr)},
            {"rank_correlation_low", correlation ? Json(correlation->low) : Json(nullptr)},
            {"rank_correlation_high", correlation ? Json(correlation->high) : Json(nullptr)}};
}

Json disagreements_json(const SensitivityResult& result) {
    Json list = Json::array();
    for (const RankDisagreement& pair : result.disagreements)
        list.push_back({{"more_by_swing", result.inputs[pair.by_swing].path},
                        {"more_by_rank_correlation", result.inputs[pair.by_correlation].path}});
    return list;
}

}  // namespace

std::string sensitivity_json(const Journey& journey, const SensitivityResult& result,
                             const Provenance& provenance) {
    Json json;
    json["format"] = "cjm/sensitivity/1";
    json["journey"] = journey.title.value;
    json["scenario"] = journey.scenario.empty() ? Json(nullptr) : Json(journey.scenario);
    json["method"] = method_of(result);
    json["program"] = provenance.version;
    json["generator"] = is_random(result) ? Json(simulate::generator_name) : Json(nullptr);
    json["input_sha256"] = provenance.input_sha256;
    json["customers"] = customers_of(result);
    json["seed"] = result.settings.seed;
    json["confidence"] = result.settings.confidence;
    json["horizon_days"] = maybe(result.horizon_days);
    json["metric"] = name_of(result.metric);
    json["at_likely"] = result.at_likely ? Json(result.at_likely->estimate) : Json(nullptr);
    json["at_likely_estimate"] = maybe(result.at_likely);
    json["inputs"] = Json::array();
    for (const SensitivityInput& input : result.inputs) json["inputs"].push_back(input_json(input));
    json["draws"] = result.draws;
    json["impossible"] = result.impossible;
    json["customers_per_draw"] = result.customers_per_draw;
    json["disagreements"] = disagreements_json(result);
    json["timing"] = {{"seconds", result.seconds}};
    constexpr int indent = 1;
    return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string sensitivity_csv(const Journey& journey, const SensitivityResult& result,
                            const Provenance& provenance) {
    CsvRows rows;
    const auto whole = [&](std::string_view quantity, std::uint64_t value) {
        rows.word(quantity, std::to_string(value));
    };
    rows.start("run");
    rows.word("journey", journey.title.value);
    rows.word("scenario", journey.scenario);
    rows.word("method", method_of(result));
    rows.word("program", provenance.version);
    rows.word("generator", is_random(result) ? simulate::generator_name : "");
    rows.word("input_sha256", provenance.input_sha256);
    whole("customers", customers_of(result));
    whole("seed", result.settings.seed);
    rows.figure("confidence", result.settings.confidence);
    rows.figure("horizon_days", result.horizon_days);
    rows.word("metric", name_of(result.metric));
    whole("draws", result.draws);
    whole("impossible", result.impossible);
    whole("customers_per_draw", result.customers_per_draw);
    rows.start("journey");
    rows.figure("at_likely", result.at_likely);
    for (const SensitivityInput& input : result.inputs) {
        rows.start(input.assumption ? "assumption" : "input", input.path);
        rows.figure("likely_value", input.likely_value);
        rows.figure("low_value", input.low_value);
        rows.figure("high_value", input.high_value);
        rows.figure("result_low", input.result_low);
        rows.figure("result_high", input.result_high);
        rows.figure("swing", input.swing);
        rows.figure("rank_correlation", input.rank_correlation);
    }
    for (const RankDisagreement& pair : result.disagreements) {
        rows.start("disagreement", result.inputs[pair.by_swing].path);
        rows.word("more_by_rank_correlation", result.inputs[pair.by_correlation].path);
    }
    return rows.take();
}

}  // namespace cjm::cli
