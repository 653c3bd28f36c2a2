#include "cli/report/figure_titles.hpp"

#include <array>

namespace cjm::cli {

Message figure_title(ComparedFigure figure) {
    static constexpr std::array<Message, compared_count> titles{Message::column_success,
                                                                Message::row_lost,
                                                                Message::row_ghosted,
                                                                Message::row_left_openly,
                                                                Message::row_in_progress,
                                                                Message::row_effort,
                                                                Message::row_revenue,
                                                                Message::row_cost,
                                                                Message::row_margin,
                                                                Message::row_purchases,
                                                                Message::row_average_order_value,
                                                                Message::row_repeat_customers,
                                                                Message::row_purchase_frequency,
                                                                Message::row_churn,
                                                                Message::row_churn_yearly,
                                                                Message::row_lifetime_value,
                                                                Message::row_acquisition_cost,
                                                                Message::row_value_to_cost,
                                                                Message::row_newcomers,
                                                                Message::row_customers_per_starter,
                                                                Message::row_time_to_success,
                                                                Message::row_csat,
                                                                Message::row_nps,
                                                                Message::row_ces,
                                                                Message::row_csi,
                                                                Message::row_observer_flagged,
                                                                Message::row_observer_active,
                                                                Message::row_observer_precision,
                                                                Message::row_observer_recall};
    return titles.at(static_cast<std::size_t>(figure));
}

std::optional<int> score_decimals(ComparedFigure figure) {
    switch (figure) {
        case ComparedFigure::csat:
        case ComparedFigure::nps:
        case ComparedFigure::csi:
            return 1;
        case ComparedFigure::ces:
            return 2;
        default:
            return std::nullopt;
    }
}

}  // namespace cjm::cli
