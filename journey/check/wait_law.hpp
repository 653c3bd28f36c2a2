// Owns: what checks need to know of a wait's distribution. Must not know: touchpoints, sampling.
#pragma once
#include "journey/model.hpp"

namespace cjm::check {

/// Whether time can pass, at its likely values.
[[nodiscard]] bool can_be_positive(const Wait& wait);

/// The share of customers whose patience ends before the wait does: E[1 - exp(-rate W)].
///
/// rate     a day, >= 0: 1 / mean patience, multipliers included
/// returns  in [0, 1]; closed forms where there are, else sums over a few hundred points, good to
/// 1e-3 of
///          itself for all but absurd parameters, tiny shares included
[[nodiscard]] double share_out_of_patience(const Wait& wait, double rate);

}  // namespace cjm::check
