// Owns: whether a journey has places where it may come apart. Must not know: who meets them.
#pragma once
#include "journey/model.hpp"

namespace cjm::simulate {

/// Whether touchpoints are on more than one channel, or patience is given anywhere: otherwise there
/// is nothing to be seamless. Cost: O(touchpoints x personas).
[[nodiscard]] bool has_seams(const Journey& journey);

}  // namespace cjm::simulate
