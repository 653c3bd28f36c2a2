// Owns: how wide a line is for its traffic. Must not know: places, colours.
#pragma once
#include "render/flow/graph.hpp"

namespace cjm::render::flow {

/// Millimetres for a traffic; `most` is the journey's largest. Proportional, but never so thin that
/// it vanishes.
[[nodiscard]] double width_for(double traffic, double most);
/// The largest traffic of any edge, at least 1.
[[nodiscard]] double most_traffic(const FlowGraph& graph);

}  // namespace cjm::render::flow
