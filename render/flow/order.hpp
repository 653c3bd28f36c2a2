// Owns: the order of the cards along and across the journey, found by Graphviz. Must not know:
// sizes, places on paper.
#pragma once
#include <vector>

#include "render/flow/graph.hpp"

namespace cjm::render::flow {

/// Along the journey every card has a layer within its stage, across it a place among those of its
/// layer.
struct Ordering {
    std::vector<std::size_t> layer;   ///< per card, 0-based within its stage
    std::vector<std::size_t> layers;  ///< per stage: how many; 0 for a stage without cards
    std::vector<double> across;  ///< per card and end: small ones first; comparable within a layer
};

/// Layers are longest paths along the edges that do not lead back; the places across come from
/// Graphviz' dot, which keeps crossings few and busy edges straight. No text of the journey enters
/// Graphviz. Thread-safe (one at a time). Throws std::runtime_error where Graphviz fails. Cost:
/// about a second for 400 cards.
[[nodiscard]] Ordering order_cards(const FlowGraph& graph);

}  // namespace cjm::render::flow
