// Owns: the call from a checked journey to exact results. Must not know: samples, files, streams.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "journey/model.hpp"
#include "simulate/result.hpp"

namespace cjm::simulate {

struct ExactAnswer {
    std::optional<SimulationResult> result;
    std::vector<std::string> unsolved_loop;  ///< touchpoints; not empty where there is no result
};

/// Multiplications that answer_exactly() takes, roughly: most go to the first passages in loops.
[[nodiscard]] double work_to_answer(const Journey& journey);

/// More of them take over some four seconds; an answer not asked for is not worth that wait.
inline constexpr double much_work = 1e9;

/// Solves a journey.
///
/// journey  checked without errors, a scenario already applied
/// returns  exact figures, under a horizon with a bound of their error; without one perhaps the
///          loop whose equations could not be solved to 1e-12 of their size
/// cost     see solve_exactly() and solve_horizon()
[[nodiscard]] ExactAnswer answer_exactly(const Journey& journey, const RunSettings& settings);

}  // namespace cjm::simulate
