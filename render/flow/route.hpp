// Owns: which channels between the cards each edge runs through. Must not know: millimetres, lanes.
#pragma once
#include <cstddef>
#include <vector>

#include "render/flow/graph.hpp"
#include "render/flow/grid.hpp"

namespace cjm::render::flow {

/// What lies below what on the page: a gutter above each line of blocks (and one below the last), a
/// channel above each row of cards, and the rows themselves. Edges run along gutters and channels,
/// and across empty cells of rows.
struct Station {
    enum class Kind { gutter, above, row } kind = Kind::gutter;
    std::size_t index = 0;  ///< of the line (gutter) or row
};

/// Where the upright channel left of a column (the last: left of the ends) meets a station.
struct Junction {
    std::size_t station = 0, channel = 0;
    friend bool operator==(const Junction&, const Junction&) = default;
};

/// All edges to one target that do not lead back, or all that do: they may share lanes, as
/// tributaries do.
struct Net {
    std::size_t target = 0;
    bool back = false;
};

struct Routing {
    std::vector<Station> stations;                        ///< top to bottom
    std::vector<std::size_t> row_station, above_station;  ///< per row
    std::vector<Net> nets;
    std::vector<std::size_t> net_of;  ///< per edge
    std::vector<std::vector<Junction>>
        routes;  ///< per edge: from right of its card to left of its target, or above it if back
    double cost = 0;  ///< length and bends weighed by traffic; small is good
};

/// end_rows  per end: the row it stands beside
[[nodiscard]] Routing route_edges(const FlowGraph& graph, const Grid& grid,
                                  const std::vector<std::size_t>& end_rows);

}  // namespace cjm::render::flow
