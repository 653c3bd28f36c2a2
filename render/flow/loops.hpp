// Owns: which edges lead back. Must not know: drawing.
#pragma once
#include "render/flow/graph.hpp"

namespace cjm::render::flow {

/// Sets Edge::back: to an earlier stage, to itself, or within a stage round a loop to a card that
/// the file lists earlier (the file's order is the order on the page). What is left within each
/// stage has no cycle.
void mark_back_edges(FlowGraph& graph);

}  // namespace cjm::render::flow
