// Owns: the list of figures that journeys are compared by, and where each stands in a result. Must
// not know: how figures are computed, formats.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/estimate.hpp"
#include "simulate/metric.hpp"

namespace cjm {

struct SimulationResult;

/// The figures of a simulation that scenarios and draws are compared by, as the JSON fields name
/// them. The first ones, up to `purchases`, exist in every journey: the totals.
enum class ComparedFigure : std::uint8_t {
    success,
    lost,
    ghosted,
    left_openly,
    in_progress,
    effort,
    revenue,
    cost,
    margin,  ///< the scenario's cost per customer taken off
    purchases,
    average_order_value,
    repeat_customer_rate,
    purchase_frequency,
    churn,
    churn_yearly,
    lifetime_value,
    acquisition_cost_per_buyer,
    lifetime_value_to_acquisition_cost,
    newcomers,
    customers_per_starter,
    time_to_success_days,  ///< mean
    csat,                  ///< these four of everybody
    nps,
    ces,
    csi,
    observer_flagged,
    observer_active,
    observer_precision,
    observer_recall,
    count_
};
inline constexpr std::size_t compared_count = static_cast<std::size_t>(ComparedFigure::count_);
inline constexpr std::size_t total_count = static_cast<std::size_t>(ComparedFigure::purchases) + 1;

[[nodiscard]] std::string_view name_of(ComparedFigure figure);
/// None where no figure is called so.
[[nodiscard]] std::optional<ComparedFigure> figure_named(std::string_view name);

/// What a figure is measured in: a share, an amount of money, or a number of anything else.
enum class FigureUnit : std::uint8_t { share, money, quantity };
[[nodiscard]] FigureUnit unit_of(ComparedFigure figure);

/// The figure in a simulation; none where it does not exist there.
[[nodiscard]] std::optional<Estimate> figure_of(const SimulationResult& result,
                                                ComparedFigure figure);
/// The figure that a metric is.
[[nodiscard]] ComparedFigure figure_of(simulate::Metric metric);

}  // namespace cjm
