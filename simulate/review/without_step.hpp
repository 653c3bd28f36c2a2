// Owns: a journey without one of its steps. Must not know: what is gained by that.
#pragma once
#include <optional>

#include "journey/model.hpp"

namespace cjm::simulate {

/// The one touchpoint that a touchpoint leads to, whatever the experience and for every persona;
/// none where it leads to several places, to an outcome or back to itself.
[[nodiscard]] std::optional<TouchpointId> only_target(const Journey& journey, TouchpointId step);

/// The journey in which customers pass a step by, unseen: nothing is felt, paid or waited for
/// there, nobody leaves, and its target counts as reached from where they came.
///
/// expects  only_target(journey, step), goodwill that does not fade (each arrival fades it)
[[nodiscard]] Journey without_step(const Journey& journey, TouchpointId step);

}  // namespace cjm::simulate
