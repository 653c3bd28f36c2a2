#include "cli/report/json_report.hpp"

#include <optional>

#include <nlohmann/json.hpp>

#include "cli/report/json_parts.hpp"
#include "cli/report/json_uncertainty.hpp"
#include "simulate/churn_alarm.hpp"

namespace cjm::cli {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Estimate& figure) {
    return estimate_json(figure);
}

Json to_json(double value) {
    return value;
}

// declared before the templates that call them: the types live in another namespace
Json to_json(const DurationSummary& summary);
Json to_json(const TouchpointResult& touchpoint);
Json to_json(const Survival& survival);
Json to_json(const SimulationResult::Cohort& cohort);
Json to_json(const WordOfMouth& word);
Json to_json(const Agreement& agreement);
Json to_json(const ObserverResult& observer);
Json to_json(const SeamlessnessResult& seamlessness);
Json to_json(const ControlledFigure& figure);
Json to_json(const ControlVariate& control);
Json to_json(const SurveyScore& score);
Json to_json(const SurveyResult& survey);

/// null for a quantity that does not exist.
template <class Value>
Json to_json(const std::optional<Value>& value) {
    return value ? to_json(*value) : Json(nullptr);
}

Json to_json(const DurationSummary& summary) {
    return {{"mean", to_json(summary.mean)},
            {"p10", to_json(summary.p10)},
            {"p50", to_json(summary.p50)},
            {"p90", to_json(summary.p90)}};
}

Json to_json(const CauseResult& cause) {
    return {{"id", cause.id}, {"share", to_json(cause.share)}};
}

Json to_json(const OutcomeResult& outcome) {
    return {{"id", outcome.id},
            {"kind", outcome.success_kind ? "success" : "lost"},
            {"share", to_json(outcome.share)}};
}

Json to_json(const StageResult& stage) {
    return {
        {"id", stage.id}, {"reach", to_json(stage.reach)}, {"drop_off", to_json(stage.drop_off)}};
}

Json to_json(const PersonaResult& persona) {
    return {{"id", persona.id},
            {"share", to_json(persona.share)},
            {"success", to_json(persona.success)},
            {"ghosted", to_json(persona.ghosted)}};
}

Json to_json(const TransitionResult& transition) {
    return {{"from", transition.from},
            {"to", transition.to},
            {"traversals", to_json(transition.traversals)}};
}

template <class Entry>
Json list(const std::vector<Entry>& entries) {
    Json json = Json::array();
    for (const Entry& entry : entries) json.push_back(to_json(entry));
    return json;
}

Json to_json(const TouchpointResult& touchpoint) {
    return {{"id", touchpoint.id},
            {"reach", to_json(touchpoint.reach)},
            {"visits", to_json(touchpoint.visits)},
            {"left", to_json(touchpoint.left)},
            {"drop_off", to_json(touchpoint.drop_off)},
            {"good", to_json(touchpoint.good)},
            {"neutral", to_json(touchpoint.neutral)},
            {"bad", to_json(touchpoint.bad)},
            {"goodwill", to_json(touchpoint.goodwill)},
            {"ghosted", to_json(touchpoint.ghosted)},
            {"causes", list(touchpoint.causes)},
            {"goodwill_p10", to_json(touchpoint.goodwill_p10)},
            {"goodwill_p90", to_json(touchpoint.goodwill_p90)},
            {"first_arrival_days", to_json(touchpoint.first_arrival_days)}};
}

Json to_json(const Survival& survival) {
    return {{"days", survival.days}, {"still_on_the_way", survival.still_on_the_way}};
}

Json alarm_json(const MoneyResult& money, MaybeEstimate MoneyResult::*yearly) {
    const auto alarm = churn_alarm(money, yearly);
    return alarm ? Json(name_of(*alarm)) : Json(nullptr);
}

Json to_json(const MoneyResult& money) {
    return {
        {"revenue", to_json(money.revenue)},
        {"cost", to_json(money.cost)},
        {"margin", to_json(money.margin)},
        {"purchases", to_json(money.purchases)},
        {"average_order_value", to_json(money.average_order_value)},
        {"repeat_customer_rate", to_json(money.repeat_customer_rate)},
        {"purchase_frequency", to_json(money.purchase_frequency)},
        {"churn", to_json(money.churn)},
        {"churn_yearly", to_json(money.churn_yearly)},
        {"days_at_risk_per_buyer", to_json(money.days_at_risk_per_buyer)},
        {"churn_yearly_too_short",
         money.churn_yearly ? Json(money.too_short_to_annualise()) : Json(nullptr)},
        {"churn_yearly_alarm", alarm_json(money, &MoneyResult::churn_yearly)},
        {"net_churn", to_json(money.net_churn)},
        {"net_churn_yearly", to_json(money.net_churn_yearly)},
        {"net_churn_yearly_alarm", alarm_json(money, &MoneyResult::net_churn_yearly)},
        {"lifetime_value", to_json(money.lifetime_value)},
        {"acquisition_cost_per_buyer", to_json(money.acquisition_cost_per_buyer)},
        {"lifetime_value_to_acquisition_cost", to_json(money.lifetime_value_to_acquisition_cost)}};
}

Json to_json(const WordOfMouth& word) {
    return {{"newcomers", to_json(word.newcomers)},
            {"customers_per_starter", to_json(word.customers_per_starter)}};
}

Json to_json(const ControlledFigure& figure) {
    return {{"quantity", figure.quantity},
            {"controlled", to_json(figure.controlled)},
            {"gain", figure.gain}};
}

Json to_json(const ControlVariate& control) {
    return {{"cost", control.cost}, {"figures", list(control.figures)}};
}

Json to_json(const SurveyScore& score) {
    return {{"true", to_json(score.everybody)}, {"seen", to_json(score.seen)}};
}

Json to_json(const SurveyResult& survey) {
    return {{"csat", to_json(survey.csat)},
            {"nps", to_json(survey.nps)},
            {"ces", to_json(survey.ces)},
            {"csi", to_json(survey.csi)},
            {"answered", to_json(survey.answered)}};
}

Json to_json(const ObserverResult& observer) {
    return {{"ghost_after_days", observer.ghost_after_days},
            {"flagged", to_json(observer.flagged)},
            {"active", to_json(observer.active)},
            {"precision", to_json(observer.precision)},
            {"recall", to_json(observer.recall)}};
}

Json to_json(const SeamlessnessResult& seamlessness) {
    return {{"index", to_json(seamlessness.index)},
            {"customers", to_json(seamlessness.customers)},
            {"steps", to_json(seamlessness.steps)},
            {"late_waits", to_json(seamlessness.late_waits)},
            {"repeated_effort", to_json(seamlessness.repeated_effort)}};
}

Json to_json(const Agreement& agreement) {
    return {{"compared", agreement.compared},
            {"largest_z", agreement.largest_z},
            {"p_value", agreement.p_value}};
}

Json to_json(const SimulationResult::Cohort& cohort) {
    return {{"customers", cohort.customers},
            {"successes", to_json(cohort.successes)},
            {"averaged", to_json(cohort.averaged)}};
}

Json to_json(const Timing& timing) {
    const double rate =
        timing.walk_seconds > 0 ? static_cast<double>(timing.steps) / timing.walk_seconds : 0.0;
    return {{"seconds", timing.seconds},
            {"steps", timing.steps},
            {"steps_per_second", rate},
            {"threads", timing.threads}};
}

void add_settings(Json& json, const Journey& journey, const SimulationResult& result,
                  const Provenance& provenance) {
    json["format"] = "cjm/simulation/1";
    json["journey"] = journey.title.value;
    json["scenario"] = word_or_null(journey.scenario);
    add_run_head(json, run_head_of(result, provenance));
}

void add_figures(Json& json, const SimulationResult& result) {
    json["success"] = to_json(result.success);
    json["lost"] = to_json(result.lost);
    json["ghosted"] = to_json(result.ghosted);
    json["left_openly"] = to_json(result.left_openly);
    json["in_progress"] = to_json(result.in_progress);
    json["outcomes"] = list(result.outcomes);
    json["causes"] = list(result.causes);
    json["stages"] = list(result.stages);
    json["touchpoints"] = list(result.touchpoints);
    json["personas"] = list(result.personas);
    json["survival"] = to_json(result.survival);
    json["transitions"] = list(result.transitions);
    json["time_to_success_days"] = to_json(result.time_to_success_days);
    json["effort"] = to_json(result.effort);
    json["money"] = to_json(result.money);
    json["cohort"] = to_json(result.cohort);
    json["word_of_mouth"] = to_json(result.word_of_mouth);
    json["survey"] = to_json(result.survey);
    json["observer"] = to_json(result.observer);
    if (!result.observer_range.empty()) json["observer_range"] = list(result.observer_range);
    json["seamlessness"] = to_json(result.seamlessness);
    json["agreement"] = to_json(result.agreement);
    if (result.settings.control_variate) json["control_variate"] = to_json(result.control_variate);
    json["uncertainty"] =
        result.uncertainty ? uncertainty_json(*result.uncertainty) : Json(nullptr);
    json["timing"] = to_json(result.timing);
}

}  // namespace

nlohmann::ordered_json simulation_json(const Journey& journey, const SimulationResult& result,
                                       const Provenance& provenance) {
    Json json;
    add_settings(json, journey, result, provenance);
    add_figures(json, result);
    return json;
}

std::string json_report(const Journey& journey, const SimulationResult& result,
                        const Provenance& provenance) {
    return json_text(simulation_json(journey, result, provenance));
}

}  // namespace cjm::cli
