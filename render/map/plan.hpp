// Owns: which touchpoints stand in which column of a map, in which order. Must not know: drawing.
#pragma once
#include <algorithm>
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

/// How the cards of a column stand: side by side in stacks, each read from the top down, so that
/// every card stands above its own part of the curve.
struct Stacks {
    std::size_t cards = 1, across = 1;
    /// First card of a stack; the earlier ones hold one more where they cannot all be equal.
    [[nodiscard]] std::size_t first(std::size_t stack) const {
        return stack * (cards / across) + std::min(stack, cards % across);
    }
    [[nodiscard]] std::size_t stack_of(std::size_t card) const;
    [[nodiscard]] double width(double room) const {
        return (room - static_cast<double>(across - 1) * card_gap) / static_cast<double>(across);
    }
    static constexpr double card_gap = 1.3;  ///< millimetres
};
/// As few rows as fit a width, as even as possible. least  width of a card
[[nodiscard]] Stacks stack_cards(std::size_t cards, double least, double width);

/// Where a stop stands in a strip that holds its column: among those of its stack from left to
/// right. least_card  width of a card of its column, as stack_cards() has it
[[nodiscard]] double stop_x(const Stop& stop, double least_card, const sheet::Ground& ground);

}  // namespace cjm::render::map
