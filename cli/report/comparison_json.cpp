#include "cli/report/comparison_json.hpp"

#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/report/json_parts.hpp"
#include "cli/report/json_report.hpp"
#include "cli/report/place_figures.hpp"

namespace cjm::cli {
namespace {

using Json = nlohmann::ordered_json;

Json difference_json(const DifferenceResult& difference) {
    Json json;
    for (std::size_t i = 0; i < compared_count; ++i)
        json[std::string(name_of(static_cast<ComparedFigure>(i)))] =
            maybe_json(difference.figures[i]);
    return json;
}

template <class Place>
Json identity_json(const Place& place) {
    return {{"id", place.id}};
}

Json identity_json(const WayDifference& way) {
    return {{"from", way.from}, {"to", way.to}};
}

template <class Place>
Json list_json(const std::vector<Place>& places) {
    Json list = Json::array();
    for (const Place& place : places) {
        Json entry = identity_json(place);
        for_each_figure(place, [&](const char* name, const MaybeEstimate& figure) {
            entry[name] = maybe_json(figure);
        });
        list.push_back(std::move(entry));
    }
    return list;
}

/// The lists of a simulation, each figure a difference.
Json places_json(const std::optional<PlaceDifferences>& places) {
    if (!places) return nullptr;
    return {{"outcomes", list_json(places->outcomes)},
            {"stages", list_json(places->stages)},
            {"touchpoints", list_json(places->touchpoints)},
            {"transitions", list_json(places->ways)}};
}

Json over_draws_json(const std::optional<DrawnDifference>& drawn) {
    if (!drawn) return nullptr;
    return {{"mean", drawn->mean}, {"low", drawn->low}, {"high", drawn->high}};
}

Json scenario_json(const ScenarioComparison& scenario, const Journey& journey,
                   const Provenance& provenance) {
    return {{"id", scenario.id},
            {"title", scenario.title},
            {"result", simulation_json(journey, scenario.result, provenance)},
            {"difference", difference_json(scenario.difference)},
            {"places", places_json(scenario.places)},
            {"independent_standard_error", scenario.independent_standard_error},
            {"customers_gained", maybe_json(scenario.customers_gained)},
            {"customers_lost", maybe_json(scenario.customers_lost)},
            {"cost", scenario.cost},
            {"cost_per_customer", scenario.cost_per_customer},
            {"extra_successes", maybe_json(scenario.extra_successes)},
            {"first_year_cost", maybe_json(scenario.first_year_cost)},
            {"cost_per_extra_success", maybe_json(scenario.cost_per_extra_success)},
            {"payback_days", maybe_json(scenario.payback_days)},
            {"probability_best", maybe_json(scenario.probability_best)},
            {"difference_over_draws", over_draws_json(scenario.over_draws)}};
}

Json budget_json(const BudgetResult& budget) {
    Json parts = Json::array();
    for (const BudgetPart& part : budget.parts)
        parts.push_back({{"id", part.id}, {"cost", part.cost}, {"adds", maybe_json(part.adds)}});
    return {{"limit", budget.limit},
            {"chosen", budget.chosen},
            {"parts", parts},
            {"ties", budget.ties},
            {"difference", difference_json(budget.difference)},
            {"complete_search", budget.complete_search},
            {"cost", budget.cost},
            {"sets", budget.sets},
            {"exact", budget.exact}};
}

Json timing_json(const ComparisonResult& result) {
    std::uint64_t steps = result.baseline.timing.steps;
    for (const ScenarioComparison& scenario : result.scenarios)
        steps += scenario.result.timing.steps;
    const double seconds = result.seconds;
    return {{"seconds", seconds},
            {"steps", steps},
            {"steps_per_second", seconds > 0 ? static_cast<double>(steps) / seconds : 0.0},
            {"threads", result.baseline.timing.threads}};
}

}  // namespace

std::string comparison_json(const ComparedJourneys& compared) {
    const ComparisonResult& result = compared.result;
    Json json;
    json["format"] = "cjm/comparison/1";
    json["journey"] = compared.as_is.title.value;
    add_run_head(json, run_head_of(result.baseline, compared.provenance));
    json["metric"] = simulate::name_of(result.metric);
    json["customers_per_year"] =
        result.customers_per_year > 0 ? Json(result.customers_per_year) : Json(nullptr);
    json["parameter_draws"] = result.draws;
    json["probability_best_over"] = result.draws > 0 ? "parameter draws" : "sampling error only";
    json["baseline"] = simulation_json(compared.as_is, result.baseline, compared.provenance);
    json["baseline_probability_best"] = maybe_json(result.baseline_probability_best);
    json["scenarios"] = Json::array();
    for (std::size_t i = 0; i < result.scenarios.size(); ++i)
        json["scenarios"].push_back(scenario_json(result.scenarios[i], *compared.scenarios[i],
                                                  compared.scenario_provenance[i]));
    if (result.budget) json["budget"] = budget_json(*result.budget);
    json["timing"] = timing_json(result);
    return json_text(json);
}

}  // namespace cjm::cli
