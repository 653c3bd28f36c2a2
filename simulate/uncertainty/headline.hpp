// Owns: the figures that journeys are compared by, from samples or solved. Must not know: draws,
// checks.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "journey/model.hpp"
#include "simulate/result.hpp"

namespace cjm::simulate {

/// The figures that draws are compared by.
enum class Headline : std::uint8_t {
    success,
    lost,
    ghosted,
    left_openly,
    in_progress,
    effort,
    revenue,
    cost,
    margin,
    purchases,
    count_
};
inline constexpr std::size_t headline_count = static_cast<std::size_t>(Headline::count_);
/// Their names, those of the JSON fields.
[[nodiscard]] std::string_view to_string(Headline figure);
[[nodiscard]] bool is_share(Headline figure);

using Figures = std::array<Estimate, headline_count>;

/// The figures of a result of sampling.
[[nodiscard]] Figures headline_figures(const SimulationResult& result);

/// Those of a journey without horizon that everybody leaves, exactly; none where its equations
/// cannot be solved.
[[nodiscard]] std::optional<Figures> solved_figures(const Journey& journey);

}  // namespace cjm::simulate
