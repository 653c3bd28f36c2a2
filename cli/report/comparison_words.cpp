#include "cli/report/comparison_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text_width.hpp"

namespace cjm::cli {
namespace {

constexpr int most_decimals = 6;

double scaled(ComparedFigure figure, double value) {
    return unit_of(figure) == FigureUnit::share ? 100 * value : value;
}

}  // namespace

FigureUnit unit_of(ComparedFigure figure) {
    switch (figure) {
        case ComparedFigure::success:
        case ComparedFigure::lost:
        case ComparedFigure::ghosted:
        case ComparedFigure::left_openly:
        case ComparedFigure::in_progress:
        case ComparedFigure::repeat_customer_rate:
        case ComparedFigure::churn:
            return FigureUnit::share;
        case ComparedFigure::revenue:
        case ComparedFigure::cost:
        case ComparedFigure::margin:
        case ComparedFigure::average_order_value:
        case ComparedFigure::lifetime_value:
        case ComparedFigure::acquisition_cost_per_buyer:
            return FigureUnit::money;
        default:
            return FigureUnit::quantity;
    }
}

BetterWay better_way(ComparedFigure figure) {
    switch (figure) {
        case ComparedFigure::lost:
        case ComparedFigure::ghosted:
        case ComparedFigure::effort:
        case ComparedFigure::cost:
        case ComparedFigure::churn:
        case ComparedFigure::acquisition_cost_per_buyer:
            return BetterWay::less;
        case ComparedFigure::left_openly:
        case ComparedFigure::in_progress:
            return BetterWay::neither;
        default:
            return BetterWay::more;
    }
}

ComparisonWords::ComparisonWords(const ComparedJourneys& compared_in)
    : SimulationWords(compared_in.as_is, compared_in.result.baseline), compared(compared_in) {}

std::string ComparisonWords::figure_title(ComparedFigure figure) const {
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
                                                                Message::row_lifetime_value,
                                                                Message::row_acquisition_cost,
                                                                Message::row_newcomers,
                                                                Message::row_customers_per_starter,
                                                                Message::row_nps};
    return say(titles[static_cast<std::size_t>(figure)]);
}

ComparedFigure ComparisonWords::metric_figure() const {
    return figure_of(comparison().metric);
}

std::string ComparisonWords::metric() const {
    switch (comparison().metric) {
        case simulate::Metric::margin:
            return say(Message::metric_margin);
        case simulate::Metric::lifetime_value:
            return say(Message::metric_lifetime_value);
        case simulate::Metric::ghosted:
            return say(Message::metric_ghosted);
        case simulate::Metric::nps:
            return say(Message::compare_metric_nps);
        default:
            return say(Message::metric_success);
    }
}

std::string ComparisonWords::value(ComparedFigure figure, const MaybeEstimate& value) const {
    if (!value) return no_value;
    switch (unit_of(figure)) {
        case FigureUnit::share:
            return share(*value);
        case FigureUnit::money:
            return number().money(value->estimate);
        case FigureUnit::quantity:
            break;
    }
    return quantity(*value);
}

int ComparisonWords::decimals(ComparedFigure figure, const Estimate& value) const {
    const double size = std::fabs(scaled(figure, value.estimate));
    int digits = 2;
    if (value.standard_error > 0) {
        Estimate as_share = value;
        if (unit_of(figure) != FigureUnit::share) as_share.standard_error /= 100;
        digits = std::min(percent_decimals(as_share), 4);
    }
    // what is not nothing does not read as nothing
    double least = 0.5;
    for (int i = 0; i < digits; ++i) least /= 10;
    for (; value.standard_error == 0 && size > 0 && size < least && digits < most_decimals;
         least /= 10)
        ++digits;
    return digits;
}

std::string ComparisonWords::difference(ComparedFigure figure, const MaybeEstimate& value) const {
    if (!value) return no_value;
    constexpr double nothing = 0.5e-6;  // would read as 0.000000
    const std::string digits =
        std::fabs(scaled(figure, value->estimate)) < nothing
            ? number().number(0, 0)
            : number().signed_number(scaled(figure, value->estimate), decimals(figure, *value));
    if (unit_of(figure) == FigureUnit::share) return say(Message::points, digits);
    if (unit_of(figure) == FigureUnit::money && !number().currency().empty())
        return digits + "\u00a0" + printable(number().currency());
    return digits;
}

std::string ComparisonWords::difference_interval(ComparedFigure figure,
                                                 const MaybeEstimate& value) const {
    if (!value || !(value->low < value->high)) return no_value;
    const double low = scaled(figure, value->low), high = scaled(figure, value->high);
    int digits = decimals(figure, *value);
    // an interval that would read as one number gets another digit
    while (digits < most_decimals && number().number(low, digits) == number().number(high, digits))
        ++digits;
    return number().interval(low, high, digits);
}

std::string ComparisonWords::probability(const std::optional<double>& probability) const {
    if (!probability) return no_value;
    if (!sampled() || comparison().draws > 0) return number().percent(*probability, 0);
    constexpr double unsure = 1e-6;  // sampling is never certain
    return number().percent(std::clamp(*probability, unsure, 1 - unsure), 0);
}

std::string ComparisonWords::scenario_title(std::size_t index) const {
    const auto& scenarios = comparison().scenarios;
    const auto same = std::count_if(scenarios.begin(), scenarios.end(), [&](const auto& other) {
        return other.title == scenarios[index].title;
    });
    const bool unclear = same > 1 || scenarios[index].title == journey.title.value;
    return printable(unclear ? scenarios[index].id : scenarios[index].title);
}

Tone ComparisonWords::tone(ComparedFigure figure, const MaybeEstimate& difference) const {
    const BetterWay way = better_way(figure);
    if (!differs(difference) || way == BetterWay::neither) return Tone::plain;
    return (difference->estimate > 0) == (way == BetterWay::more) ? Tone::good : Tone::bad;
}

bool differs(const MaybeEstimate& difference) {
    return difference && (difference->low > 0 || difference->high < 0);
}

bool surely_equal(const MaybeEstimate& difference) {
    return !difference || (difference->low == 0 && difference->high == 0);
}

}  // namespace cjm::cli
