// Owns: the legend of a flow diagram: what occurs in it, and nothing else. Must not know: the page.
#pragma once
#include <vector>

#include "render/flow/scene.hpp"
#include "render/legend.hpp"

namespace cjm::render::flow {

[[nodiscard]] std::vector<LegendEntry> legend_entries(const Scene& scene);

}  // namespace cjm::render::flow
