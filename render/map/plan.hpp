// Owns: which touchpoints stand in which column of a map, in which order. Must not know: drawing.
#pragma once
#include <cstddef>
#include <vector>

#include "render/flow/graph.hpp"
#include "render/sheet/sheet.hpp"

namespace cjm::render::map {

enum class Columns : std::uint8_t { stage, touchpoint };

/// A touchpoint on the way across the map.
struct Stop {
    std::size_t card = 0;                   ///< position in FlowGraph::cards
    std::size_t column = 0;                 ///< of the sheet
    std::size_t place = 0, neighbours = 1;  ///< among the stops of its column
    std::size_t number = 1;                 ///< as printed, from 1, across the map
};

struct Plan {
    Columns kind = Columns::stage;  ///< touchpoint also where the file has no stages
    std::vector<Stop> stops;        ///< stage by stage, else in the file's order
    std::vector<std::size_t> stop_of_card;
    std::vector<std::size_t> column_stage;  ///< position in FlowGraph::stages, per column
    std::size_t columns = 0;
};

[[nodiscard]] Plan make_plan(const flow::FlowGraph& graph, Columns wanted);

/// Where a stop stands in a strip that holds its column.
[[nodiscard]] double stop_x(const Stop& stop, const sheet::Ground& ground);

}  // namespace cjm::render::map
