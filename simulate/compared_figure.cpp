#include "simulate/compared_figure.hpp"

#include <array>
#include <cmath>

#include "simulate/result.hpp"

namespace cjm {
namespace {

/// One line of the list.
struct Entry {
    std::string_view name;
    FigureUnit unit;
    MaybeEstimate (*in)(const SimulationResult& result);
};

using Result = const SimulationResult&;

/// A part of a result that may be missing as a whole.
template <class Part, class Figure>
MaybeEstimate part_of(const std::optional<Part>& part, Figure Part::*figure) {
    if (!part) return std::nullopt;
    return (*part).*figure;
}

MaybeEstimate everybody(Result result, std::optional<SurveyScore> SurveyResult::*score) {
    if (!result.survey) return std::nullopt;
    return part_of((*result.survey).*score, &SurveyScore::everybody);
}

using enum FigureUnit;
constexpr std::array<Entry, compared_count> entries{{
    {"success", share, [](Result r) { return MaybeEstimate(r.success); }},
    {"lost", share, [](Result r) { return MaybeEstimate(r.lost); }},
    {"ghosted", share, [](Result r) { return MaybeEstimate(r.ghosted); }},
    {"left_openly", share, [](Result r) { return MaybeEstimate(r.left_openly); }},
    {"in_progress", share, [](Result r) { return MaybeEstimate(r.in_progress); }},
    {"effort", quantity, [](Result r) { return MaybeEstimate(r.effort); }},
    {"revenue", money, [](Result r) { return MaybeEstimate(r.money.revenue); }},
    {"cost", money, [](Result r) { return MaybeEstimate(r.money.cost); }},
    {"margin", money, [](Result r) { return MaybeEstimate(r.money.margin); }},
    {"purchases", quantity, [](Result r) { return MaybeEstimate(r.money.purchases); }},
    {"average_order_value", money, [](Result r) { return r.money.average_order_value; }},
    {"repeat_customer_rate", share, [](Result r) { return r.money.repeat_customer_rate; }},
    {"purchase_frequency", quantity, [](Result r) { return r.money.purchase_frequency; }},
    {"churn", share, [](Result r) { return r.money.churn; }},
    {"churn_yearly", share, [](Result r) { return r.money.churn_yearly; }},
    {"lifetime_value", money, [](Result r) { return r.money.lifetime_value; }},
    {"acquisition_cost_per_buyer", money,
     [](Result r) { return r.money.acquisition_cost_per_buyer; }},
    {"lifetime_value_to_acquisition_cost", quantity,
     [](Result r) { return r.money.lifetime_value_to_acquisition_cost; }},
    {"newcomers", quantity,
     [](Result r) { return part_of(r.word_of_mouth, &WordOfMouth::newcomers); }},
    {"customers_per_starter", quantity,
     [](Result r) { return part_of(r.word_of_mouth, &WordOfMouth::customers_per_starter); }},
    {"time_to_success_days", quantity,
     [](Result r) { return part_of(r.time_to_success_days, &DurationSummary::mean); }},
    {"csat", quantity, [](Result r) { return everybody(r, &SurveyResult::csat); }},
    {"nps", quantity, [](Result r) { return everybody(r, &SurveyResult::nps); }},
    {"ces", quantity, [](Result r) { return everybody(r, &SurveyResult::ces); }},
    {"csi", quantity, [](Result r) { return everybody(r, &SurveyResult::csi); }},
    {"observer_flagged", share,
     [](Result r) { return part_of(r.observer, &ObserverResult::flagged); }},
    {"observer_active", share,
     [](Result r) { return part_of(r.observer, &ObserverResult::active); }},
    {"observer_precision", share,
     [](Result r) { return part_of(r.observer, &ObserverResult::precision); }},
    {"observer_recall", share,
     [](Result r) { return part_of(r.observer, &ObserverResult::recall); }},
}};

const Entry& entry_of(ComparedFigure figure) {
    return entries.at(static_cast<std::size_t>(figure));
}

}  // namespace

std::string_view name_of(ComparedFigure figure) {
    return entry_of(figure).name;
}

std::optional<ComparedFigure> figure_named(std::string_view name) {
    for (std::size_t i = 0; i < compared_count; ++i)
        if (entries.at(i).name == name) return static_cast<ComparedFigure>(i);
    return std::nullopt;
}

FigureUnit unit_of(ComparedFigure figure) {
    return entry_of(figure).unit;
}

MaybeEstimate figure_of(const SimulationResult& result, ComparedFigure figure) {
    const MaybeEstimate found = entry_of(figure).in(result);
    return found && std::isnan(found->estimate) ? std::nullopt : found;
}

ComparedFigure figure_of(simulate::Metric metric) {
    switch (metric) {
        case simulate::Metric::success:
            return ComparedFigure::success;
        case simulate::Metric::margin:
            return ComparedFigure::margin;
        case simulate::Metric::lifetime_value:
            return ComparedFigure::lifetime_value;
        case simulate::Metric::ghosted:
            return ComparedFigure::ghosted;
        case simulate::Metric::nps:
            break;
    }
    return ComparedFigure::nps;
}

}  // namespace cjm
