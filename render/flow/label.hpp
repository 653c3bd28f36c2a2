// Owns: the labels of edges: the share that goes on, and a long wait. Must not know: where edges
// run.
#pragma once
#include <optional>
#include <vector>

#include "render/flow/place.hpp"
#include "render/flow/scene.hpp"

namespace cjm::render::flow {

struct EdgeLabel {
    std::optional<TextItem> share, wait;
    Extent head;                   ///< of the two
    std::vector<TextItem> change;  ///< below: the kind of change, then what is changed
    std::optional<TextItem> difference;
    Extent extent;  ///< of all; 0 = no label
};

[[nodiscard]] EdgeLabel measure_label(const Scene& scene, const Edge& edge);
/// The label on its plate; `at` is the middle of its left side.
[[nodiscard]] Group draw_label(const Scene& scene, const Edge& edge, const EdgeLabel& label,
                               Point at);

}  // namespace cjm::render::flow
