#include "render/flow/frame.hpp"

#include "render/flow/describe.hpp"
#include "render/flow/legend.hpp"

namespace cjm::render::flow {

Frame make_frame(const Scene& scene, const DrawOptions& options, double width) {
    const FrameType type{scene.measures.heading_type, scene.measures.subheading_type,
                         scene.measures.smallest_type};
    return make_frame(scene, options, type, summary(scene), legend_entries(scene), width);
}

}  // namespace cjm::render::flow
