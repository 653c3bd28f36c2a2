// Owns: waits on a grid of ticks: how much of a law lies below a day, and the law that lives on the
// ticks in its place. Must not know: journeys, chains.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "simulate/resolve.hpp"

namespace cjm::simulate {

/// What of a wait W lies below some day x.
struct PartialMoments {
    double chance = 0;  ///< P(W <= x)
    double days = 0;    ///< E[W; W <= x]
};

/// law    parameters in days, not an atom (see atom_days)
/// error  about 1e-15, absolute and times the mean; the same bits on every CPU
/// source closed forms through the normal, incomplete gamma and incomplete beta functions
[[nodiscard]] PartialMoments partial_moments(const WaitLaw& law, double days);

/// The one value of a wait that does not vary: fixed, sd 0, or low = high; else none.
[[nodiscard]] std::optional<double> atom_days(const WaitLaw& law);

/// A wait on ticks, against a patience.
struct WaitLattice {
    std::size_t first = 0;       ///< tick of arrive.front()
    std::vector<double> arrive;  ///< chance to arrive after that many ticks, patience lasting
    std::vector<double> gone;    ///< from tick 0: chance to run out of patience then
    /// Chance to arrive after so many ticks.
    [[nodiscard]] double at(std::size_t tick) const {
        return tick >= first && tick - first < arrive.size() ? arrive[tick - first] : 0;
    }
};

/// Shares each wait between the two ticks beside it so that its mean stays, which replaces any
/// function of the wait by its linear interpolation: an error of second order in the tick, and none
/// for a wait on a tick. Running out of patience (exponential) is shared likewise, so that arriving
/// and running out add up to 1 but for what lies past the grid.
///
/// patience_days  mean, > 0, may be infinite; tick_days > 0
/// ticks          the grid is 0 .. ticks
/// cost           O(ticks) evaluations of partial_moments, fewer where the law ends sooner
[[nodiscard]] WaitLattice wait_lattice(const WaitLaw& law, double patience_days, double tick_days,
                                       std::size_t ticks);

}  // namespace cjm::simulate
