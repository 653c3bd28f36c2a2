#include "cli/report/csv_report.hpp"

#include <optional>

#include <fmt/format.h>

#include "cli/report/csv_rows.hpp"
#include "cli/report/csv_uncertainty.hpp"
#include "simulate/churn_alarm.hpp"

namespace cjm::cli {
namespace {

void add_run(CsvRows& rows, const Journey& journey, const SimulationResult& result,
             const Provenance& provenance) {
    rows.start("run");
    rows.word("scenario", journey.scenario);
    rows.run_head(run_head_of(result, provenance));
}

void add_ends(CsvRows& rows, const SimulationResult& result) {
    rows.start("journey");
    rows.figure("success", result.success);
    rows.figure("lost", result.lost);
    rows.figure("ghosted", result.ghosted);
    rows.figure("left_openly", result.left_openly);
    rows.figure("in_progress", result.in_progress);
    rows.figure("effort", result.effort);
    rows.figure("time_to_success_days", result.time_to_success_days);
    for (const OutcomeResult& outcome : result.outcomes) {
        rows.start("outcome", outcome.id);
        rows.figure("share", outcome.share);
    }
    for (const CauseResult& cause : result.causes) {
        rows.start("cause", cause.id);
        rows.figure("share", cause.share);
    }
    for (const StageResult& stage : result.stages) {
        rows.start("stage", stage.id);
        rows.figure("reach", stage.reach);
        rows.figure("drop_off", stage.drop_off);
    }
}

void add_touchpoint(CsvRows& rows, const TouchpointResult& touchpoint) {
    rows.start("touchpoint", touchpoint.id);
    rows.figure("reach", touchpoint.reach);
    rows.figure("visits", touchpoint.visits);
    rows.figure("left", touchpoint.left);
    rows.figure("drop_off", touchpoint.drop_off);
    rows.figure("good", touchpoint.good);
    rows.figure("neutral", touchpoint.neutral);
    rows.figure("bad", touchpoint.bad);
    rows.figure("goodwill", touchpoint.goodwill);
    rows.figure("ghosted", touchpoint.ghosted);
    for (const CauseResult& cause : touchpoint.causes) {
        rows.figure("causes." + cause.id, cause.share);
    }
    rows.figure("goodwill_p10", touchpoint.goodwill_p10);
    rows.figure("goodwill_p90", touchpoint.goodwill_p90);
    rows.figure("first_arrival_days", touchpoint.first_arrival_days);
}

void add_people_and_ways(CsvRows& rows, const SimulationResult& result) {
    for (const PersonaResult& persona : result.personas) {
        rows.start("persona", persona.id);
        rows.figure("share", persona.share);
        rows.figure("success", persona.success);
        rows.figure("ghosted", persona.ghosted);
    }
    if (result.survival) {
        for (std::size_t at = 0; at < result.survival->days.size(); ++at) {
            rows.start("survival", csv_number(result.survival->days[at]));
            rows.figure("still_on_the_way", result.survival->still_on_the_way[at]);
        }
    }
    for (const TransitionResult& transition : result.transitions) {
        rows.start("transition", transition.from + ">" + transition.to);
        rows.figure("traversals", transition.traversals);
    }
}

void add_money(CsvRows& rows, const SimulationResult& result) {
    rows.start("money");
    rows.figure("revenue", result.money.revenue);
    rows.figure("cost", result.money.cost);
    rows.figure("margin", result.money.margin);
    rows.figure("purchases", result.money.purchases);
    rows.figure("average_order_value", result.money.average_order_value);
    rows.figure("repeat_customer_rate", result.money.repeat_customer_rate);
    rows.figure("purchase_frequency", result.money.purchase_frequency);
    rows.figure("churn", result.money.churn);
    rows.figure("churn_yearly", result.money.churn_yearly);
    rows.figure("days_at_risk_per_buyer", result.money.days_at_risk_per_buyer);
    if (result.money.churn_yearly)
        rows.word("churn_yearly_too_short",
                  result.money.too_short_to_annualise() ? "true" : "false");
    const auto alarm = [&](const char* quantity, MaybeEstimate MoneyResult::*yearly) {
        if (const auto mark = churn_alarm(result.money, yearly))
            rows.word(quantity, name_of(*mark));
    };
    alarm("churn_yearly_alarm", &MoneyResult::churn_yearly);
    rows.figure("net_churn", result.money.net_churn);
    rows.figure("net_churn_yearly", result.money.net_churn_yearly);
    alarm("net_churn_yearly_alarm", &MoneyResult::net_churn_yearly);
    rows.figure("lifetime_value", result.money.lifetime_value);
    rows.figure("acquisition_cost_per_buyer", result.money.acquisition_cost_per_buyer);
    rows.figure("lifetime_value_to_acquisition_cost",
                result.money.lifetime_value_to_acquisition_cost);
    if (result.word_of_mouth) {
        rows.start("word_of_mouth");
        rows.figure("newcomers", result.word_of_mouth->newcomers);
        rows.figure("customers_per_starter", result.word_of_mouth->customers_per_starter);
    }
    if (result.cohort) {
        rows.start("cohort");
        rows.figure("customers", result.cohort->customers);
        rows.figure("successes", result.cohort->successes);
        if (result.cohort->averaged) rows.figure("averaged", *result.cohort->averaged);
    }
    if (result.agreement) {
        rows.start("agreement");
        rows.word("compared", fmt::format("{}", result.agreement->compared));
        rows.figure("largest_z", result.agreement->largest_z);
        rows.figure("p_value", result.agreement->p_value);
    }
}

void add_survey(CsvRows& rows, const SimulationResult& result) {
    if (!result.survey) return;
    rows.start("survey");
    const auto add = [&](const std::string& name, const std::optional<SurveyScore>& score) {
        if (!score) return;
        rows.figure(name + ".true", score->everybody);
        rows.figure(name + ".seen", score->seen);
    };
    add("csat", result.survey->csat);
    add("nps", result.survey->nps);
    add("ces", result.survey->ces);
    add("csi", result.survey->csi);
    rows.figure("answered", result.survey->answered);
}

void add_observer(CsvRows& rows, const ObserverResult& observer) {
    rows.figure("flagged", observer.flagged);
    rows.figure("active", observer.active);
    rows.figure("precision", observer.precision);
    rows.figure("recall", observer.recall);
}

void add_control(CsvRows& rows, const SimulationResult& result) {
    if (!result.control_variate) return;
    rows.start("control_variate");
    rows.figure("cost", result.control_variate->cost);
    for (const ControlledFigure& figure : result.control_variate->figures) {
        rows.start("control_variate", figure.quantity);
        rows.figure("controlled", figure.controlled);
        rows.figure("gain", figure.gain);
    }
}

void add_observers(CsvRows& rows, const SimulationResult& result) {
    if (!result.observer) return;
    rows.start("observer");
    rows.figure("ghost_after_days", result.observer->ghost_after_days);
    add_observer(rows, *result.observer);
    for (const ObserverResult& observer : result.observer_range) {
        rows.start("observer_range", csv_number(observer.ghost_after_days));
        add_observer(rows, observer);
    }
}

void add_seamlessness(CsvRows& rows, const SimulationResult& result) {
    if (!result.seamlessness) return;
    const SeamlessnessResult& seamlessness = *result.seamlessness;
    rows.start("seamlessness");
    rows.figure("index", seamlessness.index);
    rows.figure("customers", seamlessness.customers);
    rows.figure("steps", seamlessness.steps);
    rows.figure("late_waits", seamlessness.late_waits);
    rows.figure("repeated_effort", seamlessness.repeated_effort);
}

}  // namespace

std::string csv_report(const Journey& journey, const SimulationResult& result,
                       const Provenance& provenance) {
    CsvRows rows;
    add_run(rows, journey, result, provenance);
    add_ends(rows, result);
    for (const TouchpointResult& touchpoint : result.touchpoints) add_touchpoint(rows, touchpoint);
    add_people_and_ways(rows, result);
    add_money(rows, result);
    add_survey(rows, result);
    add_observers(rows, result);
    add_seamlessness(rows, result);
    add_control(rows, result);
    std::string text = rows.take();
    if (result.uncertainty) text += uncertainty_rows(*result.uncertainty);
    return text;
}

}  // namespace cjm::cli
