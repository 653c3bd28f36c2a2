// Owns: what stands round the diagram on its page: heading, legend, provenance. Must not know: the
// diagram.
#pragma once
#include "render/flow/scene.hpp"
#include "render/frame/frame.hpp"

namespace cjm::render::flow {

[[nodiscard]] Frame make_frame(const Scene& scene, const DrawOptions& options, double width);

}  // namespace cjm::render::flow
