#include "render/flow/grid.hpp"

#include <set>

#include <catch2/catch.hpp>

#include "tests/support/flow_journeys.hpp"

using namespace cjm;
using namespace cjm::render::flow;

namespace {

FlowGraph chain(const Journey& journey) {
    return make_graph(journey, {});
}

}  // namespace

TEST_CASE("order: layers follow the edges that do not lead back", "[render][flow]") {
    const auto journey = cjm::testing::read_journey(R"([journey]
title = "x"
start = "a"
[[touchpoint]]
id = "a"
next = { b = 0.5, c = 0.4 }
[[touchpoint]]
id = "b"
next = { c = 0.5, a = 0.3 }
[[touchpoint]]
id = "c"
next = { c = 0.1, done = 0.8 }
[[outcome]]
id = "done"
kind = "success"
)");
    const auto graph = chain(journey);
    const auto ordering = order_cards(graph);
    CHECK(ordering.layer == std::vector<std::size_t>{0, 1, 2});
    CHECK(ordering.layers == std::vector<std::size_t>{3});
}

TEST_CASE("order: parallel ways lie so that they do not cross", "[render][flow]") {
    // the file lists the second layer the other way round
    const auto journey = cjm::testing::read_journey(R"([journey]
title = "x"
start = { a = 0.5, b = 0.5 }
[[touchpoint]]
id = "a"
next = { d = 0.9 }
[[touchpoint]]
id = "b"
next = { c = 0.9 }
[[touchpoint]]
id = "c"
next = { done = 0.9 }
[[touchpoint]]
id = "d"
next = { done = 0.9 }
[[outcome]]
id = "done"
kind = "success"
)");
    const auto ordering = order_cards(chain(journey));
    CHECK((ordering.across[0] < ordering.across[1]) == (ordering.across[3] < ordering.across[2]));
}

TEST_CASE("grid: every card has a cell of its own within its stage's block", "[render][flow]") {
    const auto [columns, stage_columns, rows] =
        GENERATE(table<std::size_t, std::size_t, std::size_t>(
            {{1, 1, 2}, {4, 2, 2}, {6, 3, 400}, {26, 26, 3}}));
    const bool below = GENERATE(false, true);
    CAPTURE(columns, stage_columns, rows, below);
    const auto journey =
        cjm::testing::read_journey(cjm::testing::flow_journey(3, {30, 6, false, 0.3}));
    const auto graph = chain(journey);
    const auto grid = fold(graph, order_cards(graph), {columns, stage_columns, rows, below});
    std::set<std::pair<std::size_t, std::size_t>> taken;
    for (const auto& cell : grid.cells) CHECK(taken.insert({cell.column, cell.row}).second);
    for (const auto& cell : grid.end_cells) CHECK(taken.insert({cell.column, cell.row}).second);
    CHECK(grid.end_cells.size() == (below ? graph.ends.size() : 0));
    for (const auto& cell : taken) {
        CHECK(cell.first < grid.columns);
        CHECK(cell.second < grid.rows);
    }
    for (const auto& block : grid.blocks) {
        CHECK((block.columns <= columns));
        for (std::size_t card = 0; card < graph.cards.size(); ++card) {
            const auto& cell = grid.cells[card];
            const bool inside = cell.column >= block.first_column &&
                                cell.column < block.first_column + block.columns &&
                                cell.row >= block.first_row &&
                                cell.row < block.first_row + block.rows;
            CHECK(inside == (graph.cards[card].stage == block.stage));
        }
    }
}

TEST_CASE("grid: stages keep their order, line by line", "[render][flow]") {
    const auto journey =
        cjm::testing::read_journey(cjm::testing::flow_journey(4, {24, 8, false, 0.1}));
    const auto graph = chain(journey);
    const auto grid = fold(graph, order_cards(graph), {6, 3, 3, false});
    for (std::size_t i = 1; i < grid.blocks.size(); ++i) {
        const auto &before = grid.blocks[i - 1], &block = grid.blocks[i];
        CHECK(before.stage < block.stage);
        const bool after = block.line > before.line ||
                           (block.line == before.line &&
                            block.first_column >= before.first_column + before.columns);
        CHECK(after);
    }
}
