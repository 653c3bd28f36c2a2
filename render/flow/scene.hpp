// Owns: what every part of a flow diagram needs to draw itself: words, numbers, colours, type
// sizes. Must not know: places.
#pragma once
#include <string>

#include "render/change/words.hpp"
#include "render/flow/graph.hpp"
#include "render/flow/measures.hpp"
#include "render/frame/voice.hpp"

namespace cjm::render::flow {

struct Scene : Voice {
    const FlowGraph& graph;
    const ChangeResult* change = nullptr;  ///< null = not compared
    Measures measures{};
};

/// Whether an edge's mean wait is long enough for this journey to be printed.
[[nodiscard]] bool shows_wait(const Scene& scene, const Edge& edge);
/// Whether a difference is printed: told from 0, and large enough to read as one unless it is where
/// the scenario changes something.
[[nodiscard]] bool shows_difference(const Scene& scene, const MaybeEstimate& difference,
                                    bool changed);
/// In the words of the scene's journey. expects scene.change
[[nodiscard]] ChangeWords change_words(const Scene& scene);
/// Rank and impact of a moment of truth.
[[nodiscard]] std::string found_words(const Scene& scene, const FoundMoment& found);
/// What an edge looks like.
[[nodiscard]] Meaning meaning_of(const FlowGraph& graph, const Edge& edge);

}  // namespace cjm::render::flow
