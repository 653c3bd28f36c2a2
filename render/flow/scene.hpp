// Owns: what every part of a flow diagram needs to draw itself: words, numbers, colours, type
// sizes. Must not know: places.
#pragma once
#include <string>

#include "render/flow/graph.hpp"
#include "render/flow/measures.hpp"
#include "render/frame/voice.hpp"

namespace cjm::render::flow {

struct Scene : Voice {
    const FlowGraph& graph;
    Measures measures{};
};

/// Whether an edge's mean wait is long enough for this journey to be printed.
[[nodiscard]] bool shows_wait(const Scene& scene, const Edge& edge);
/// Rank and impact of a moment of truth.
[[nodiscard]] std::string found_words(const Scene& scene, const FoundMoment& found);
/// What an edge looks like.
[[nodiscard]] Meaning meaning_of(const FlowGraph& graph, const Edge& edge);

}  // namespace cjm::render::flow
