// Owns: into how many ticks the days up to the horizon are cut at first. Must not know: chains.
#pragma once
#include <cstddef>
#include <functional>

#include "simulate/resolve.hpp"

namespace cjm::simulate {

struct TickPlan {
    std::size_t coarsest = 16;    ///< ticks of the first grid; each further one has twice as many
    bool has_atoms = false;       ///< a fixed wait of more than no time, or one that cannot vary
    bool atoms_on_ticks = false;  ///< all of these end on a tick, and so does their every sum
    /// A wait's law has a jump that is not on a tick (a fixed wait, an end of a uniform one):
    /// errors still fall with the square of the tick, but not evenly from grid to grid.
    bool uneven = false;
};

/// Puts jumps on ticks, or at least fixed waits, where they and the horizon are whole milliseconds
/// and the three grids that are needed fit into the budget.
///
/// cost  of a grid of so many ticks, in the unit of `budget`
[[nodiscard]] TickPlan plan_ticks(const ResolvedJourney& journey,
                                  const std::function<double(std::size_t ticks)>& cost,
                                  double budget);

}  // namespace cjm::simulate
