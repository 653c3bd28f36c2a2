#include "cli/report/comparison_words.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/text_width.hpp"
#include "cli/report/figure_titles.hpp"

namespace cjm::cli {
namespace {

constexpr int most_decimals = 6;
constexpr double nothing = 0.5e-6;  // would read as 0.000000

double scaled(ComparedFigure figure, double value) {
    return unit_of(figure) == FigureUnit::share ? 100 * value : value;
}

/// Every amount that stands in a table of figures.
std::vector<double> amounts_in(const ComparisonResult& result) {
    std::vector<double> amounts;
    const auto add = [&](const SimulationResult& journey) {
        for (std::size_t i = 0; i < compared_count; ++i) {
            const auto figure = static_cast<ComparedFigure>(i);
            if (unit_of(figure) != FigureUnit::money) continue;
            if (const auto amount = figure_of(journey, figure)) amounts.push_back(amount->estimate);
        }
    };
    add(result.baseline);
    for (const ScenarioComparison& scenario : result.scenarios) add(scenario.result);
    return amounts;
}

}  // namespace

BetterWay better_way(ComparedFigure figure) {
    switch (figure) {
        case ComparedFigure::lost:
        case ComparedFigure::ghosted:
        case ComparedFigure::effort:
        case ComparedFigure::cost:
        case ComparedFigure::churn:
        case ComparedFigure::churn_yearly:
        case ComparedFigure::time_to_success_days:
        case ComparedFigure::acquisition_cost_per_buyer:
            return BetterWay::less;
        case ComparedFigure::left_openly:
        case ComparedFigure::in_progress:
        case ComparedFigure::observer_flagged:
        case ComparedFigure::observer_active:
            return BetterWay::neither;
        default:
            return BetterWay::more;
    }
}

ComparisonWords::ComparisonWords(const ComparedJourneys& compared_in)
    : SimulationWords(compared_in.as_is, compared_in.result.baseline),
      compared(compared_in),
      money_decimals_(number().money_decimals(amounts_in(compared_in.result))) {}

std::string ComparisonWords::figure_title(ComparedFigure figure) const {
    return say(cli::figure_title(figure));
}

bool ComparisonWords::too_short_to_annualise() const {
    const auto& scenarios = comparison().scenarios;
    return result.money.too_short_to_annualise() ||
           std::any_of(scenarios.begin(), scenarios.end(), [](const auto& scenario) {
               return scenario.result.money.too_short_to_annualise();
           });
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
    if (unit_of(figure) == FigureUnit::money)
        return number().money(value->estimate, money_decimals_);
    const int digits = value_decimals(figure);
    return unit_of(figure) == FigureUnit::share ? number().percent(value->estimate, digits)
                                                : number().number(value->estimate, digits);
}

int ComparisonWords::value_decimals(ComparedFigure figure) const {
    if (const auto score = score_decimals(figure)) return *score;
    int digits = 0;
    const auto look = [&](const SimulationResult& one) {
        const MaybeEstimate value = figure_of(one, figure);
        if (!value) return;
        digits = std::max(digits, unit_of(figure) == FigureUnit::share ? share_decimals(*value)
                                                                       : quantity_decimals(*value));
    };
    look(result);
    for (const ScenarioComparison& scenario : comparison().scenarios) look(scenario.result);
    return std::max(digits, sampled() ? 0 : digits_to_differ(figure));
}

int ComparisonWords::digits_to_differ(ComparedFigure figure) const {
    constexpr int most = 4;  // further digits are no help to a reader
    int digits = 0;
    for (const ScenarioComparison& scenario : comparison().scenarios) {
        const MaybeEstimate& difference = scenario.difference.of(figure);
        const double size = difference ? std::fabs(scaled(figure, difference->estimate)) : 0;
        for (double step = std::pow(10, -digits); size > 0 && size < step && digits < most;
             step /= 10)
            ++digits;
    }
    return digits;
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
    return number().decimals_apart(scaled(figure, value.low), scaled(figure, value.high), digits,
                                   most_decimals);
}

std::string ComparisonWords::signed_digits(ComparedFigure figure, const Estimate& value) const {
    constexpr double nothing = 0.5e-6;  // would read as 0.000000
    return std::fabs(scaled(figure, value.estimate)) < nothing
               ? number().number(0, 0)
               : number().signed_number(scaled(figure, value.estimate), decimals(figure, value));
}

std::string ComparisonWords::difference(ComparedFigure figure, const MaybeEstimate& value) const {
    if (!value) return no_value;
    const std::string digits = signed_digits(figure, *value);
    if (unit_of(figure) == FigureUnit::share) return say(Message::points, digits);
    if (unit_of(figure) == FigureUnit::money && !number().currency().empty())
        return digits + "\u00a0" + printable(number().currency());
    return digits;
}

std::string ComparisonWords::difference_interval(ComparedFigure figure,
                                                 const MaybeEstimate& value) const {
    if (!value || !(value->low < value->high)) return no_value;
    if (std::fabs(scaled(figure, value->low)) < nothing &&
        std::fabs(scaled(figure, value->high)) < nothing)
        return no_value;
    return number().interval(scaled(figure, value->low), scaled(figure, value->high),
                             decimals(figure, *value));
}

std::string ComparisonWords::exact_difference(ComparedFigure figure,
                                              const MaybeEstimate& value) const {
    if (!sampled() || !value || !value->exact) return no_value;
    Estimate exact = *value;
    exact.estimate = *value->exact;
    return signed_digits(figure, exact);
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
