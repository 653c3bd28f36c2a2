// Owns: the legend of a funnel: what occurs in it, and nothing else. Must not know: the page.
#pragma once
#include <vector>

#include "render/funnel/scene.hpp"
#include "render/legend.hpp"

namespace cjm::render::funnel {

/// The samples draw with the scene, which must outlive them.
[[nodiscard]] std::vector<LegendEntry> legend_entries(const Scene& scene);

}  // namespace cjm::render::funnel
