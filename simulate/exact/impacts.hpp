// Owns: what would become of a journey if every experience at one touchpoint were good, or bad,
// exactly. Must not know: samples, ranks, formats.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "simulate/exact/figures.hpp"
#include "simulate/metric.hpp"
#include "simulate/resolve.hpp"

namespace cjm::simulate {

/// Of one touchpoint, for all personas and visits, all else as it is.
struct ExactImpact {
    double reach = 0;      ///< share of customers who ever visit
    double all_good = 0;   ///< the metric with every experience there good
    double all_bad = 0;    ///< the metric with every experience there bad
    double gradient = 0;   ///< derivative of the metric when probability moves from bad to good
    double successes = 0;  ///< share of customers who pass here and succeed
};

struct ExactImpacts {
    double as_is = 0;    ///< the metric; nan: a ratio over nothing, as below
    double success = 0;  ///< share; a touchpoint's removal effect is its successes / success
    std::vector<ExactImpact> touchpoints;
};

struct ImpactSolution {
    std::optional<ExactImpacts> impacts;  ///< none: see unsolved
    Unsolved unsolved;
};

/// Solves each persona's chain once, then of each touchpoint only the loop that it lies in, forced
/// good and forced bad: what comes into the loop and what later ones are worth stay as they are. A
/// gradient is visits x (value of a good experience - value of a bad one).
///
/// journey  without a horizon (contract)
/// metric   success, ghosted (no sign is turned here) or margin (without a scenario's cost)
/// (contract) returns  the same bits on every CPU; unsolved also where a forced touchpoint makes a
/// loop that
///          nobody can leave
/// cost     as solve_exactly(), about twice
/// source   impact and removal effect: model page, section "What is estimated"; Anderl et al. 2016,
///          International Journal of Research in Marketing 33
[[nodiscard]] ImpactSolution solve_impacts(const ResolvedJourney& journey, Metric metric,
                                           std::span<const double> nps = {});

}  // namespace cjm::simulate
