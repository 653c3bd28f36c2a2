#include "simulate/review/without_step.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/contract.hpp"

namespace cjm::simulate {
namespace {

/// Adds to `target` the only name that a `next` leads to; false where there is another.
bool agrees(const std::optional<Next>& next, std::string& target) {
    if (!next) return true;
    return std::all_of(next->shares.begin(), next->shares.end(), [&](const NamedNumber& share) {
        if (share.number.likely <= 0) return true;
        if (target.empty()) target = share.name.value;
        return target == share.name.value;
    });
}

bool agrees(const Behaviour& behaviour, std::string& target) {
    return agrees(behaviour.next, target) &&
           std::all_of(behaviour.after.begin(), behaviour.after.end(),
                       [&](const auto& next) { return agrees(next, target); });
}

}  // namespace

std::optional<TouchpointId> only_target(const Journey& journey, TouchpointId step) {
    const Touchpoint& touchpoint = journey.touchpoints[step.index()];
    std::string target;
    if (!agrees(touchpoint.behaviour, target)) return std::nullopt;
    for (const auto& [persona, own] : touchpoint.for_persona)
        if (!agrees(own, target)) return std::nullopt;
    const TouchpointId found = find_touchpoint(journey, target);
    if (!found || found == step) return std::nullopt;
    return found;
}

Journey without_step(const Journey& journey, TouchpointId step) {
    const auto target = only_target(journey, step);
    CJM_EXPECTS(target && journey.goodwill.fade.likely == 0);
    Journey without = journey;
    const Touchpoint& next = journey.touchpoints[target->index()];
    Touchpoint& passed = without.touchpoints[step.index()];
    passed.for_persona.clear();
    passed.behaviour = Behaviour();
    Next way;
    way.shares.push_back({next.id, Number(1.0)});
    passed.behaviour.next = std::move(way);
    // who comes from another channel changes to the target's on the way here
    passed.channel = next.channel;
    passed.seamless.reset();
    return without;
}

}  // namespace cjm::simulate
