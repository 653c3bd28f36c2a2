#include "simulate/seams.hpp"

#include <string>

#include "journey/any_behaviour.hpp"

namespace cjm::simulate {
namespace {

bool has_patience(const Touchpoint& touchpoint) {
    return any_behaviour(touchpoint,
                         [](const Behaviour& behaviour) { return behaviour.patience.has_value(); });
}

}  // namespace

bool has_seams(const Journey& journey) {
    const std::string* channel = nullptr;
    for (const Touchpoint& touchpoint : journey.touchpoints) {
        if (has_patience(touchpoint)) return true;
        if (!touchpoint.channel) continue;
        if (channel != nullptr && *channel != touchpoint.channel->value) return true;
        channel = &touchpoint.channel->value;
    }
    return false;
}

}  // namespace cjm::simulate
