// Owns: what stands round the diagram on its page: heading, legend, provenance. Must not know: the
// diagram.
#pragma once
#include "render/flow/flow.hpp"
#include "render/flow/scene.hpp"

namespace cjm::render::flow {

/// Two groups with their own origins, for a width.
struct Frame {
    Group heading, footer;
    double heading_height = 0, footer_height = 0;
};
[[nodiscard]] Frame make_frame(const Scene& scene, const DrawOptions& options, double width);

/// Where the picture comes from, in one line: title, customers, seed, horizon, scenario, program,
/// hash of the input.
[[nodiscard]] std::string provenance(const Scene& scene, const DrawOptions& options);

}  // namespace cjm::render::flow
