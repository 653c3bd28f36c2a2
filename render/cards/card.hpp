// Owns: what a card of a persona or touchpoint looks like. Must not know: pages.
#pragma once
#include <cstddef>

#include "render/frame/voice.hpp"
#include "render/picture.hpp"
#include "simulate/moments_result.hpp"

namespace cjm::render::cards {

struct Scene : Voice {
    const MomentsResult* moments = nullptr;  ///< none = not looked for
};

/// A card at a width and scale, its top left corner at the origin.
struct Card {
    Group group;
    double height = 0;  ///< that it needs, or was given if that is more
};

/// height  at least so high: room to write is added, figures stand at the bottom
[[nodiscard]] Card persona_card(const Scene& scene, std::size_t persona, double width,
                                double height, double scale);
[[nodiscard]] Card touchpoint_card(const Scene& scene, std::size_t touchpoint, double width,
                                   double height, double scale);

}  // namespace cjm::render::cards
