// Owns: the exact figures of a journey under a horizon, each with a bound of its error. Must not
// know: estimates, formats.
#pragma once
#include "simulate/exact/figures.hpp"

namespace cjm::simulate {

/// How much work an answer under a horizon may take, in multiplications: counted before, never
/// timed, so that the figures do not depend on the machine.
struct HorizonBudget {
    double figures = 8e9;   ///< for everything but reach in loops and stages, and half as much
                            ///< again for customers who meet a seam
    double reach = 1.2e10;  ///< for these, which take a run each
};

/// Figures that are known no better have no value; relative where they are above 1.
inline constexpr double largest_horizon_error = 1e-3;

struct HorizonSolution {
    ExactFigures figures;
    ExactFigures errors;  ///< for each figure how far off it may be; infinity: it has no value
};

/// Days are cut into ticks, customers pushed forward tick by tick, on finer and finer ticks until
/// the budget is spent (see refinement.hpp for the bound). No value have:
///
/// - `discounted_margin`;
/// - figures whose bound would exceed `largest_horizon_error`;
/// - figures moved by fixed waits that add up to a day too near the horizon to say on which side of
///   it they fall. Fixed waits and horizon that are whole milliseconds are added exactly, and who
///   arrives just at the horizon has arrived; this is given up where it needs too many ticks;
/// - reach and first arrivals in loops, reach of stages, and customers who meet a seam, where the
///   journey is so large that their budget does not reach for three grids.
///
/// journey  with a horizon (contract)
/// threads  1: no other thread is started; else the reach is solved on one of its own
/// returns  the same bits on every CPU, for any number of threads
/// cost     O(budget)
/// source   model page, section "Exact answers"; docs/explanation/horizon.md
[[nodiscard]] HorizonSolution solve_horizon(const ResolvedJourney& journey,
                                            const HorizonBudget& budget = {}, unsigned threads = 1);

}  // namespace cjm::simulate
