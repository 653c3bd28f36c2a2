// Owns: moments of truth from walking customers, in the form of a result. Must not know: formats.
#pragma once
#include <optional>

#include "simulate/moments/moments.hpp"
#include "simulate/run/run.hpp"

namespace cjm::simulate {

/// The moments of one journey, ranks included, from a range of customers; none where `control.stop`
/// was set.
[[nodiscard]] std::optional<MomentsResult> sampled_moments(const Journey& journey,
                                                           const MomentsSettings& settings,
                                                           CustomerRange customers,
                                                           const RunControl& control = {});

}  // namespace cjm::simulate
