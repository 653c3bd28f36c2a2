// Owns: the five figures that a journey may be judged by, and their names. Must not know: how any
// of them is computed, formats.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace cjm::simulate {

/// What a journey is judged by, per customer who starts unless named otherwise.
enum class Metric : std::uint8_t {
    success,         ///< share who succeed
    margin,          ///< revenue - cost of the visits - a scenario's cost, money
    lifetime_value,  ///< discounted margin of the buyers' visits, money per buyer
    ghosted,         ///< share who leave silently: less is better
    nps,             ///< net promoter score if everybody answered at their end, points
};

inline constexpr std::array<Metric, 5> all_metrics{
    Metric::success, Metric::margin, Metric::lifetime_value, Metric::ghosted, Metric::nps};

/// As the command line and the results name it.
[[nodiscard]] constexpr std::string_view name_of(Metric metric) {
    constexpr std::array<std::string_view, all_metrics.size()> names{
        "success", "margin", "lifetime_value", "ghosted", "nps"};
    return names[static_cast<std::size_t>(metric)];
}

/// Whether a smaller figure is the better one, so that signs are turned where positive means
/// better.
[[nodiscard]] constexpr bool less_is_better(Metric metric) {
    return metric == Metric::ghosted;
}

/// Whether it is a share of customers, printed in percent.
[[nodiscard]] constexpr bool is_share(Metric metric) {
    return metric == Metric::success || metric == Metric::ghosted;
}

}  // namespace cjm::simulate
