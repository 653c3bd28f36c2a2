// Owns: the totals that draws are compared by, from samples or solved. Must not know: draws,
// checks.
#pragma once
#include <array>
#include <optional>

#include "journey/model.hpp"
#include "simulate/compared_figure.hpp"

namespace cjm::simulate {

/// The totals, in the order of ComparedFigure.
using Totals = std::array<Estimate, total_count>;

/// Those of a result of sampling.
[[nodiscard]] Totals totals_of(const SimulationResult& result);

/// Those of a journey without horizon that everybody leaves, exactly; none where its equations
/// cannot be solved.
[[nodiscard]] std::optional<Totals> solved_totals(const Journey& journey);

}  // namespace cjm::simulate
