// Owns: turning the right-angled ways of edges into rounded strokes as wide as their traffic. Must
// not know: labels, cards.
#pragma once
#include <vector>

#include "render/flow/place.hpp"
#include "render/flow/scene.hpp"

namespace cjm::render::flow {

/// All edges. Those of one net flow together: where they meet the line grows to their sum.
[[nodiscard]] Group draw_edges(const Scene& scene, const Routing& routing,
                               const Placement& placement);

/// Corners of a right-angled way rounded.
[[nodiscard]] Path rounded(const std::vector<Point>& way, double radius);

}  // namespace cjm::render::flow
