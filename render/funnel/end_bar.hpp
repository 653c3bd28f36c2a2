// Owns: the upright bar of how journeys end, at the right of the curve. Must not know: the curve.
#pragma once
#include <string>
#include <vector>

#include "render/funnel/scene.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::funnel {

/// Labels of the ends, measured; from the bottom up: still on the way, successes, lost outcomes,
/// left openly, ghosted.
struct EndBar {
    std::vector<std::size_t> order;  ///< positions in Funnel::ends, only those above 0
    std::vector<TextItem> labels;    ///< in that order
    double width = 0, height = 0;    ///< at least, so that the labels have room
    double heading_height = 0;       ///< above it
};
[[nodiscard]] EndBar measure_end_bar(const Scene& scene);
/// heading  when it is so
[[nodiscard]] Group draw_end_bar(const Scene& scene, const EndBar& bar, const Box& box,
                                 const std::string& heading);

}  // namespace cjm::render::funnel
