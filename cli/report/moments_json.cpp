#include "cli/report/moments_json.hpp"

#include <optional>

#include <nlohmann/json.hpp>

#include "cli/report/json_estimate.hpp"

namespace cjm::cli {
namespace {

using Json = nlohmann::ordered_json;

Json maybe(const MaybeEstimate& figure) {
    return figure ? estimate_json(*figure) : Json(nullptr);
}

template <class Value>
Json maybe(const std::optional<Value>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json moment_json(const MomentResult& moment) {
    Json json{{"id", moment.id},
              {"reach", estimate_json(moment.reach)},
              {"all_good", maybe(moment.all_good)},
              {"all_bad", maybe(moment.all_bad)},
              {"impact", maybe(moment.impact)},
              {"impact_per_reached", maybe(moment.impact_per_reached)},
              {"headroom", maybe(moment.headroom)},
              {"exposure", maybe(moment.exposure)},
              {"gradient", maybe(moment.gradient)},
              {"simultaneous_low", maybe(moment.simultaneous_low)},
              {"simultaneous_high", maybe(moment.simultaneous_high)},
              {"rank_low", maybe(moment.rank_low)},
              {"rank_high", maybe(moment.rank_high)},
              {"moment_of_truth", moment.moment_of_truth},
              {"removal_effect", maybe(moment.removal_effect)}};
    if (!moment.probability_top_3) return json;
    json["probability_top_3"] = maybe(moment.probability_top_3);
    json["rank_p5"] = maybe(moment.rank_p5);
    json["rank_p95"] = maybe(moment.rank_p95);
    return json;
}

/// What the object of a sweep or a persona holds too.
void add_moments(Json& json, const MomentsResult& result) {
    json["success"] = estimate_json(result.success);
    json["metric"] = simulate::name_of(result.metric);
    json["as_is"] = maybe(result.as_is);
    json["minimum_effect"] = result.minimum_effect;
    json["bad_to_good"] = maybe(result.bad_to_good);
    Json touchpoints = Json::array();
    for (const MomentResult& moment : result.touchpoints)
        touchpoints.push_back(moment_json(moment));
    json["touchpoints"] = std::move(touchpoints);
}

Json list(const std::vector<MomentsResult>& results) {
    Json list = Json::array();
    for (const MomentsResult& result : results) {
        Json json = Json::object();
        if (!result.persona.empty()) json["persona"] = result.persona;
        add_moments(json, result);
        list.push_back(std::move(json));
    }
    return list;
}

}  // namespace

std::string moments_json(const Journey& journey, const MomentsResult& result,
                         const Provenance& provenance) {
    Json json;
    json["format"] = "cjm/moments/1";
    json["journey"] = journey.title.value;
    json["scenario"] = journey.scenario.empty() ? Json(nullptr) : Json(journey.scenario);
    json["method"] = method_name(result.settings.method);
    json["program"] = provenance.version;
    json["generator"] = result.generator.empty() ? Json(nullptr) : Json(result.generator);
    json["input_sha256"] = provenance.input_sha256;
    json["customers"] = result.settings.customers;
    json["seed"] = result.settings.seed;
    json["confidence"] = result.settings.confidence;
    json["horizon_days"] = maybe(result.horizon_days);
    add_moments(json, result);
    if (!result.sweep.empty()) json["sweep"] = list(result.sweep);
    if (!result.by.empty()) json["by"] = list(result.by);
    if (result.settings.parameter_draws > 0)
        json["parameter_draws"] = {{"draws", result.settings.parameter_draws},
                                   {"impossible", result.impossible_draws},
                                   {"customers_per_draw", result.customers_per_draw}};
    json["timing"] = {{"seconds", result.timing.seconds}, {"threads", result.timing.threads}};
    constexpr int indent = 1;
    return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cjm::cli
