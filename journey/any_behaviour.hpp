// Owns: asking of what holds at a touchpoint for anybody. Must not know: what is asked.
#pragma once
#include <algorithm>

#include "journey/model.hpp"

namespace cjm {

/// Whether `test` is true of the touchpoint's own keys, or of those that a persona has instead.
/// Cost: O(personas that have some).
template <class Test>
[[nodiscard]] bool any_behaviour(const Touchpoint& touchpoint, Test test) {
    return test(touchpoint.behaviour) ||
           std::any_of(touchpoint.for_persona.begin(), touchpoint.for_persona.end(),
                       [&](const auto& own) { return test(own.second); });
}

}  // namespace cjm
