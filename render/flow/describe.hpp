// Owns: what a screen reader says about the parts of a flow diagram. Must not know: drawing.
#pragma once
#include <string>

#include "render/flow/scene.hpp"

namespace cjm::render::flow {

/// "reached by 62 %, 8 % leave here, mainly price", and what else is drawn on the card.
[[nodiscard]] std::string describe_card(const Scene& scene, const Card& card);
/// "A → B"
[[nodiscard]] std::string name_edge(const Scene& scene, const Edge& edge);
/// "62 % of the visits go on this way; mean wait 2 d"
[[nodiscard]] std::string describe_edge(const Scene& scene, const Edge& edge);
/// "34 % succeed · 43 % leave without a word · …"; plain: how many touchpoints and outcomes.
[[nodiscard]] std::string summary(const Scene& scene);

}  // namespace cjm::render::flow
