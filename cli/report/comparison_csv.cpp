#include "cli/report/comparison_csv.hpp"

#include <fmt/format.h>

#include "cli/journey_options.hpp"
#include "cli/report/csv_rows.hpp"
#include "cli/report/place_figures.hpp"

namespace cjm::cli {
namespace {

void add_run(CsvRows& rows, const ComparedJourneys& compared) {
    const ComparisonResult& result = compared.result;
    rows.start("run");
    rows.run_head(run_head_of(result.baseline, compared.provenance));
    rows.word("metric", simulate::name_of(result.metric));
    rows.word("parameter_draws", fmt::format("{}", result.draws));
}

void add_figures(CsvRows& rows, const std::string& prefix, const SimulationResult& result) {
    for (std::size_t i = 0; i < compared_count; ++i) {
        const auto figure = static_cast<ComparedFigure>(i);
        rows.figure(prefix + std::string(name_of(figure)), figure_of(result, figure));
    }
}

void add_differences(CsvRows& rows, const DifferenceResult& difference) {
    for (std::size_t i = 0; i < compared_count; ++i)
        rows.figure("difference." + std::string(name_of(static_cast<ComparedFigure>(i))),
                    difference.figures[i]);
}

void add_scenario(CsvRows& rows, const ScenarioComparison& scenario) {
    rows.start("scenario", scenario.id);
    add_figures(rows, "result.", scenario.result);
    add_differences(rows, scenario.difference);
    rows.figure("independent_standard_error", scenario.independent_standard_error);
    rows.figure("cost", scenario.cost);
    rows.figure("cost_per_customer", scenario.cost_per_customer);
    rows.figure("extra_successes", scenario.extra_successes);
    rows.figure("first_year_cost", scenario.first_year_cost);
    rows.figure("cost_per_extra_success", scenario.cost_per_extra_success);
    rows.figure("payback_days", scenario.payback_days);
    rows.figure("probability_best", scenario.probability_best);
    if (!scenario.over_draws) return;
    rows.figure("difference_over_draws.mean", scenario.over_draws->mean);
    rows.figure("difference_over_draws.low", scenario.over_draws->low);
    rows.figure("difference_over_draws.high", scenario.over_draws->high);
}

void add_places(CsvRows& rows, const std::string& scenario, const PlaceDifferences& places) {
    const auto add = [&](std::string_view section, const std::string& id, const auto& place) {
        rows.start(fmt::format("places.{}.{}", scenario, section), id);
        for_each_figure(place, [&](const char* name, const MaybeEstimate& figure) {
            rows.figure(name, figure);
        });
    };
    for (const auto& outcome : places.outcomes) add("outcome", outcome.id, outcome);
    for (const auto& stage : places.stages) add("stage", stage.id, stage);
    for (const auto& touchpoint : places.touchpoints) add("touchpoint", touchpoint.id, touchpoint);
    for (const auto& way : places.ways) add("transition", way.from + ">" + way.to, way);
}

void add_budget(CsvRows& rows, const BudgetResult& budget) {
    rows.start("budget");
    rows.figure("limit", budget.limit);
    rows.word("chosen", scenarios_joined(budget.chosen));
    rows.figure("cost", budget.cost);
    for (const auto& tie : budget.ties) rows.word("tie", scenarios_joined(tie));
    rows.word("complete_search", budget.complete_search ? "true" : "false");
    add_differences(rows, budget.difference);
    for (const BudgetPart& part : budget.parts) {
        rows.start("budget.part", part.id);
        rows.figure("cost", part.cost);
        rows.figure("adds", part.adds);
    }
}

}  // namespace

std::string comparison_csv(const ComparedJourneys& compared) {
    CsvRows rows;
    add_run(rows, compared);
    rows.start("baseline");
    add_figures(rows, "", compared.result.baseline);
    rows.figure("probability_best", compared.result.baseline_probability_best);
    for (const ScenarioComparison& scenario : compared.result.scenarios)
        add_scenario(rows, scenario);
    for (const ScenarioComparison& scenario : compared.result.scenarios)
        if (scenario.places) add_places(rows, scenario.id, *scenario.places);
    if (compared.result.budget) add_budget(rows, *compared.result.budget);
    return rows.take();
}

}  // namespace cjm::cli
