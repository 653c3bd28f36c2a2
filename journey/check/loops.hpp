// Owns: where a persona's customers can get, and the loops that they cannot leave. Must not know:
// diagnostics, how long loops last (see visits.hpp).
#pragma once
#include <vector>

#include "journey/check/flow.hpp"

namespace cjm::check {

/// Structure of one persona's journey.
struct Structure {
    Graph graph;            ///< touchpoints, outcomes, then `start`; lengths are -ln probability
    Vertex start;           ///< leads to the touchpoints where customers start
    Components components;  ///< of the graph
    std::vector<bool> reached;    ///< by vertex: customers can get there
    std::vector<bool> repeating;  ///< by component: customers can come back to where they were
    /// By component: a loop that the horizon ends, since every way round has a wait that can be
    /// positive.
    std::vector<bool> excused;
    /// By vertex: customers who are here can still come to an end, or to a loop that the horizon
    /// ends.
    std::vector<bool> can_end;
};

/// Cost: O(targets).
[[nodiscard]] Structure structure_of(const Flow& flow);

/// A loop that customers reach and cannot leave.
struct EndlessLoop {
    std::vector<Vertex> way_round;  ///< first = last; without a wait, where that is what is wrong
    std::vector<Vertex> members;    ///< every touchpoint of the loop, in the file's order
    bool without_wait = false;      ///< the journey has a horizon, and the way round has no wait
    bool nobody_leaves =
        false;  ///< shares are missing to 1, but every hazard there is multiplied by 0
};

/// Every loop at which a journey gets stuck, once; what only leads there is not named.
[[nodiscard]] std::vector<EndlessLoop> endless_loops(const Flow& flow, const Structure& structure);

}  // namespace cjm::check
