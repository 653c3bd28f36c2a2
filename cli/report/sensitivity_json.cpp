#include "cli/report/sensitivity_json.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include "cli/report/csv_rows.hpp"
#include "cli/report/json_parts.hpp"
#include "simulate/random/words.hpp"

namespace cjm::cli {
namespace {

using Json = nlohmann::ordered_json;

RunHead head_of(const SensitivityResult& result, const Provenance& provenance) {
    const RunSettings& settings = result.settings;
    return {method_name(result.sampled ? Method::monte_carlo : Method::exact),
            result.sampled || result.draws > 0 ? simulate::generator_name : "",
            provenance,
            result.sampled ? settings.customers : 0,
            settings.seed,
            settings.confidence,
            result.horizon_days};
}

Json input_json(const SensitivityInput& input) {
    const auto& correlation = input.rank_correlation;
    return {{"path", input.path},
            {"kind", input.assumption ? "assumption" : "uncertain"},
            {"likely_value", input.likely_value},
            {"low_value", input.low_value},
            {"high_value", input.high_value},
            {"result_low", maybe_json(input.result_low)},
            {"result_high", maybe_json(input.result_high)},
            {"swing", maybe_json(input.swing)},
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
    json["scenario"] = word_or_null(journey.scenario);
    add_run_head(json, head_of(result, provenance));
    json["metric"] = name_of(result.metric);
    json["at_likely"] = result.at_likely ? Json(result.at_likely->estimate) : Json(nullptr);
    json["at_likely_estimate"] = maybe_json(result.at_likely);
    json["inputs"] = Json::array();
    for (const SensitivityInput& input : result.inputs) json["inputs"].push_back(input_json(input));
    json["uncertain_scenario"] = word_or_null(result.uncertain_scenario);
    json["draws"] = result.draws;
    json["impossible"] = result.impossible;
    json["customers_per_draw"] = result.customers_per_draw;
    json["disagreements"] = disagreements_json(result);
    json["timing"] = {{"seconds", result.seconds}};
    return json_text(json);
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
    rows.run_head(head_of(result, provenance));
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
