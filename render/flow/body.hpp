// Owns: the diagram proper, without heading and legend: measuring, folding, routing and drawing it.
// Must not know: paper.
#pragma once
#include "render/flow/card.hpp"
#include "render/flow/ends.hpp"
#include "render/flow/label.hpp"
#include "render/flow/order.hpp"
#include "render/flow/place.hpp"

namespace cjm::render::flow {

/// Everything measured that does not depend on how the journey is folded.
struct Faces {
    std::vector<CardFace> cards;
    std::vector<EndFace> ends;
    std::vector<EdgeLabel> labels;
    std::vector<TextItem> stage_titles;  ///< per stage
    std::optional<TextItem> ends_title;
    Sizes sizes;
};
[[nodiscard]] Faces measure(const Scene& scene);

/// One way to fold a journey, with everything in its place.
struct Body {
    Grid grid;
    Routing routing;
    Placement placement;
};
[[nodiscard]] Body arrange(const Scene& scene, const Ordering& ordering, const Faces& faces,
                           const Folding& folding);
/// About how large it will be, without routing, how broken its stages are, and how much of it is
/// empty.
struct Estimated {
    Extent extent;
    double folds_per_card = 0;
    double empty = 0;  ///< part of the cells without a card
    bool ends_below = false;
};
[[nodiscard]] Estimated estimate(const Scene& scene, const Ordering& ordering, const Faces& faces,
                                 const Folding& folding);
/// The same with its gaps widened.
void widen(const Scene& scene, const Faces& faces, const Slack& slack, Body& body);

/// Painted in order: bands, edges, cards, labels, ends, and the titles of the stages last, so that
/// nothing crosses them.
[[nodiscard]] Group draw_body(const Scene& scene, const Faces& faces, const Body& body);

}  // namespace cjm::render::flow
