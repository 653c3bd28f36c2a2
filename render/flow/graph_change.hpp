// Owns: what a scenario changes on the graph of a flow diagram. Must not know: drawing.
#pragma once
#include "render/flow/graph.hpp"

namespace cjm::render::flow {

/// Adds cards for touchpoints that the redesigned journey no longer has.
void add_gone_cards(FlowGraph& graph, const Journey& journey, const ChangeResult& change);

/// Tells cards, edges and ends what the scenario changes there, and adds edges for ways that are
/// gone. expects all cards, edges and ends of the journey
void mark_changes(FlowGraph& graph, const Journey& journey, const ChangeResult& change);

}  // namespace cjm::render::flow
