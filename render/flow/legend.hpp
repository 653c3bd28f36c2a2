// Owns: the legend of a flow diagram: what occurs in it, and nothing else. Must not know: the page.
#pragma once
#include "render/flow/scene.hpp"

namespace cjm::render::flow {

struct Legend {
    Group group;
    double height = 0;
};
/// Set in lines of at most `width`.
[[nodiscard]] Legend make_legend(const Scene& scene, double width);

}  // namespace cjm::render::flow
