// Owns: how the ends of a journey look: outcomes, those who left, those still on the way. Must not
// know: where they stand.
#pragma once
#include "render/flow/scene.hpp"

namespace cjm::render::flow {

struct EndFace {
    TextItem title;
    std::optional<TextItem> share, difference;
    double height = 0;
};

[[nodiscard]] EndFace measure_end(const Scene& scene, const End& end);
[[nodiscard]] Group draw_end(const Scene& scene, std::size_t end, const EndFace& face,
                             const Box& box);

}  // namespace cjm::render::flow
