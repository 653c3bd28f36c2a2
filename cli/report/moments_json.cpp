#include "cli/report/moments_json.hpp"

#include <optional>

#include <nlohmann/json.hpp>

#include "cli/report/json_parts.hpp"

namespace cjm::cli {
namespace {

using Json = nlohmann::ordered_json;

Json moment_json(const MomentResult& moment) {
    Json json{{"id", moment.id},
              {"reach", estimate_json(moment.reach)},
              {"all_good", maybe_json(moment.all_good)},
              {"all_bad", maybe_json(moment.all_bad)},
              {"impact", maybe_json(moment.impact)},
              {"impact_per_reached", maybe_json(moment.impact_per_reached)},
              {"headroom", maybe_json(moment.headroom)},
              {"exposure", maybe_json(moment.exposure)},
              {"gradient", maybe_json(moment.gradient)},
              {"simultaneous_low", maybe_json(moment.simultaneous_low)},
              {"simultaneous_high", maybe_json(moment.simultaneous_high)},
              {"rank_low", maybe_json(moment.rank_low)},
              {"rank_high", maybe_json(moment.rank_high)},
              {"moment_of_truth", moment.moment_of_truth},
              {"removal_effect", maybe_json(moment.removal_effect)}};
    if (!moment.probability_top_3) return json;
    json["probability_top_3"] = maybe_json(moment.probability_top_3);
    json["rank_p5"] = maybe_json(moment.rank_p5);
    json["rank_p95"] = maybe_json(moment.rank_p95);
    return json;
}

/// What the object of a sweep or a persona holds too.
void add_moments(Json& json, const MomentsResult& result) {
    json["success"] = estimate_json(result.success);
    json["metric"] = simulate::name_of(result.metric);
    json["as_is"] = maybe_json(result.as_is);
    json["minimum_effect"] = result.minimum_effect;
    json["bad_to_good"] = maybe_json(result.bad_to_good);
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
    json["scenario"] = word_or_null(journey.scenario);
    add_run_head(json, run_head_of(result, provenance));
    add_moments(json, result);
    if (!result.sweep.empty()) json["sweep"] = list(result.sweep);
    if (!result.by.empty()) json["by"] = list(result.by);
    if (result.settings.parameter_draws > 0)
        json["parameter_draws"] = {{"draws", result.settings.parameter_draws},
                                   {"impossible", result.impossible_draws},
                                   {"customers_per_draw", result.customers_per_draw}};
    json["timing"] = {{"seconds", result.timing.seconds}, {"threads", result.timing.threads}};
    return json_text(json);
}

}  // namespace cjm::cli
