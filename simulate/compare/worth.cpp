#include "simulate/compare/worth.hpp"

#include <limits>

namespace cjm::simulate {
namespace {

constexpr double days_a_year = 365;

Estimate times(const Estimate& figure, double factor) {
    const auto scaled = [&](std::optional<double> value) {
        return value ? std::optional(*value * factor) : value;
    };
    return {figure.estimate * factor, figure.standard_error * factor, figure.low * factor,
            figure.high * factor,     scaled(figure.exact),           scaled(figure.exact_error)};
}

/// amount / figure where the figure is positive.
MaybeEstimate over(double amount, const Estimate& figure) {
    if (!(figure.estimate > 0)) return std::nullopt;
    const double value = amount / figure.estimate;
    const double highest = figure.low > 0
                               ? amount / figure.low
                               : (amount > 0 ? std::numeric_limits<double>::infinity() : 0.0);
    Estimate result{
        value, value * figure.standard_error / figure.estimate, amount / figure.high, highest, {},
        {}};
    if (figure.exact && *figure.exact > 0) result.exact = amount / *figure.exact;
    if (result.exact && figure.exact_error && *figure.exact > *figure.exact_error)
        result.exact_error = amount / (*figure.exact - *figure.exact_error) - *result.exact;
    return result;
}

}  // namespace

void set_worth(ScenarioComparison& scenario, double customers_per_year) {
    if (!(customers_per_year > 0)) return;
    scenario.first_year_cost = scenario.cost + scenario.cost_per_customer * customers_per_year;
    if (const auto& success = scenario.difference.of(ComparedFigure::success)) {
        scenario.extra_successes = times(*success, customers_per_year);
        scenario.cost_per_extra_success =
            over(*scenario.first_year_cost, *scenario.extra_successes);
    }
    if (const auto& margin = scenario.difference.of(ComparedFigure::margin))
        scenario.payback_days =
            over(scenario.cost, times(*margin, customers_per_year / days_a_year));
}

}  // namespace cjm::simulate
