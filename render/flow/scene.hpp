// Owns: what every part of a flow diagram needs to draw itself: words, numbers, colours, type
// sizes. Must not know: places.
#pragma once
#include <string>

#include "base/message.hpp"
#include "base/number_format.hpp"
#include "render/flow/graph.hpp"
#include "render/flow/measures.hpp"
#include "render/theme.hpp"

namespace cjm::render::flow {

struct Scene {
    const Journey& journey;
    const SimulationResult* result;  ///< null = plain
    const FlowGraph& graph;
    const Theme& theme;
    NumberFormat numbers;
    Measures measures{};

    template <class... Arguments>
    [[nodiscard]] std::string words(Message message, const Arguments&... arguments) const {
        return fmt::format(fmt::runtime(text(journey.language, message)), arguments...);
    }
    /// A share as it is printed everywhere in the diagram: whole percents from 10 % on, else one
    /// digit.
    [[nodiscard]] std::string share(double share) const {
        constexpr double ten_percent_rounded = 0.0995;
        return numbers.percent(share, share < ten_percent_rounded ? 1 : 0);
    }
};

/// Whether an edge's mean wait is long enough for this journey to be printed.
[[nodiscard]] bool shows_wait(const Scene& scene, const Edge& edge);
/// What a cause's slices look like.
[[nodiscard]] Meaning meaning_of_cause(std::size_t cause);
/// A cause as people read it.
[[nodiscard]] std::string name_of_cause(const Scene& scene, std::size_t cause);
/// Rank and impact of a moment of truth.
[[nodiscard]] std::string found_words(const Scene& scene, const FoundMoment& found);
/// What an edge looks like.
[[nodiscard]] Meaning meaning_of(const FlowGraph& graph, const Edge& edge);
/// Upright text of a size, weight and colour.
[[nodiscard]] TextStyle style(double size_pt, Weight weight, Colour colour);

}  // namespace cjm::render::flow
