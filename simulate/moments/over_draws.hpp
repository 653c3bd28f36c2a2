// Owns: how the ranks of touchpoints move over draws of what the author does not know. Must not
// know: formats.
#pragma once
#include "simulate/moments/moments.hpp"
#include "simulate/uncertainty/uncertainty.hpp"

namespace cjm::simulate {

/// Draws the uncertain values `run.parameter_draws` times, finds the impacts under each draw, and
/// adds to each touchpoint of positive reach the share of draws in which its place by impact is at
/// most 3 and the 5 % and 95 % quantiles of that place; equals share the better place.
///
/// method    each draw solved where solves_exactly(); else draw k walks the customers numbered from
///           k N / K on, N in all draws together but at least 1,000 each, whose chance blurs the
///           places too. A draw whose journey nobody can leave is left out and counted
/// progress  counts draws
/// returns   false where `control.stop` was set
/// throws    TooFewDraws where fewer than two draws can be run
/// cost      K times that of find_moments() without sweep and personas; the same figures for any
///           number of threads
[[nodiscard]] bool add_draws(const UncertainJourney& journey, const MomentsSettings& settings,
                             MomentsResult& result, const RunControl& control = {});

}  // namespace cjm::simulate
