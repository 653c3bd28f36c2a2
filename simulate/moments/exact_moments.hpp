// Owns: solved impacts in the form of a result. Must not know: samples, formats.
#pragma once
#include "simulate/moments/moments.hpp"

namespace cjm::simulate {

/// The moments of one journey, ranks included, without sampling.
///
/// expects  solves_exactly(journey, settings.run.method)
[[nodiscard]] MomentsAnswer exact_moments(const Journey& journey, const MomentsSettings& settings);

}  // namespace cjm::simulate
