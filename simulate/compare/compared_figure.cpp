#include <cmath>

#include "simulate/comparison_result.hpp"

namespace cjm {
namespace {

MaybeEstimate if_known(const MaybeEstimate& figure) {
    return figure && std::isnan(figure->estimate) ? std::nullopt : figure;
}

MaybeEstimate end_of(const SimulationResult& result, ComparedFigure figure) {
    switch (figure) {
        case ComparedFigure::success:
            return result.success;
        case ComparedFigure::lost:
            return result.lost;
        case ComparedFigure::ghosted:
            return result.ghosted;
        case ComparedFigure::left_openly:
            return result.left_openly;
        case ComparedFigure::in_progress:
            return result.in_progress;
        default:
            return result.effort;
    }
}

MaybeEstimate money_of(const MoneyResult& money, ComparedFigure figure) {
    switch (figure) {
        case ComparedFigure::revenue:
            return money.revenue;
        case ComparedFigure::cost:
            return money.cost;
        case ComparedFigure::margin:
            return money.margin;
        case ComparedFigure::purchases:
            return money.purchases;
        case ComparedFigure::average_order_value:
            return money.average_order_value;
        case ComparedFigure::repeat_customer_rate:
            return money.repeat_customer_rate;
        case ComparedFigure::purchase_frequency:
            return money.purchase_frequency;
        case ComparedFigure::churn:
            return money.churn;
        case ComparedFigure::lifetime_value:
            return money.lifetime_value;
        default:
            return money.acquisition_cost_per_buyer;
    }
}

}  // namespace

std::string_view name_of(ComparedFigure figure) {
    static constexpr std::array<std::string_view, compared_count> names{
        "success",
        "lost",
        "ghosted",
        "left_openly",
        "in_progress",
        "effort",
        "revenue",
        "cost",
        "margin",
        "purchases",
        "average_order_value",
        "repeat_customer_rate",
        "purchase_frequency",
        "churn",
        "lifetime_value",
        "acquisition_cost_per_buyer",
        "newcomers",
        "customers_per_starter",
        "nps"};
    return names[static_cast<std::size_t>(figure)];
}

MaybeEstimate figure_of(const SimulationResult& result, ComparedFigure figure) {
    if (figure <= ComparedFigure::effort) return if_known(end_of(result, figure));
    if (figure < ComparedFigure::newcomers) return if_known(money_of(result.money, figure));
    if (figure == ComparedFigure::nps) {
        if (!result.survey || !result.survey->nps) return std::nullopt;
        return if_known(result.survey->nps->everybody);
    }
    if (!result.word_of_mouth) return std::nullopt;
    return if_known(figure == ComparedFigure::newcomers
                        ? result.word_of_mouth->newcomers
                        : result.word_of_mouth->customers_per_starter);
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
