// Owns: looking at all that holds at a touchpoint for anybody. Must not know: what is looked for.
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

/// Looks at the touchpoint's own keys, then at those that each persona has instead.
template <class Visit>
void for_each_behaviour(const Touchpoint& touchpoint, const Visit& visit) {
    visit(touchpoint.behaviour);
    for (const auto& [persona, own] : touchpoint.for_persona) visit(own);
}

}  // namespace cjm
