#include "render/flow/grid.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace cjm::render::flow {
namespace {

using Column = std::vector<std::size_t>;  // cards, top to bottom

/// The stage's cards in columns, one after the other along the journey.
std::vector<Column> columns_of(const FlowGraph& graph, const Ordering& ordering, std::size_t stage,
                               std::size_t rows) {
    std::vector<Column> columns;
    for (std::size_t layer = 0; layer < ordering.layers[stage]; ++layer) {
        Column cards;
        for (std::size_t card = 0; card < graph.cards.size(); ++card) {
            if (graph.cards[card].stage == stage && ordering.layer[card] == layer) {
                cards.push_back(card);
            }
        }
        std::stable_sort(cards.begin(), cards.end(), [&](std::size_t a, std::size_t b) {
            return ordering.across[a] < ordering.across[b];
        });
        const std::size_t parts = (cards.size() + rows - 1) / rows;
        for (std::size_t part = 0; part < parts; ++part) {
            const auto begin = static_cast<std::ptrdiff_t>(cards.size() * part / parts);
            const auto end = static_cast<std::ptrdiff_t>(cards.size() * (part + 1) / parts);
            columns.emplace_back(cards.begin() + begin, cards.begin() + end);
        }
    }
    return columns;
}

/// A stage before it has a place: its columns, folded so that at most `width` stand side by side.
struct StageShape {
    std::size_t stage = 0, width = 0, rows = 0;
    std::vector<Column> columns;
    std::vector<std::size_t> first_row;  ///< per column, within the stage: the fold it belongs to
    std::vector<std::size_t> fold_rows;  ///< per column: rows of that fold
};

StageShape shape_of(const FlowGraph& graph, const Ordering& ordering, std::size_t stage,
                    const Folding& folding) {
    StageShape shape;
    shape.stage = stage;
    shape.columns = columns_of(graph, ordering, stage, folding.stage_rows);
    const std::size_t folds =
        (shape.columns.size() + folding.stage_columns - 1) / folding.stage_columns;
    if (folds == 0) return shape;
    shape.width = (shape.columns.size() + folds - 1) / folds;
    for (std::size_t begin = 0; begin < shape.columns.size(); begin += shape.width) {
        const auto end = std::min(begin + shape.width, shape.columns.size());
        std::size_t rows = 0;
        for (auto i = begin; i < end; ++i) rows = std::max(rows, shape.columns[i].size());
        for (auto i = begin; i < end; ++i) {
            shape.first_row.push_back(shape.rows);
            shape.fold_rows.push_back(rows);
        }
        shape.rows += rows;
    }
    return shape;
}

/// Sets the stages into lines of at most `columns`, with as few lines as it takes, each as full as
/// the others.
std::vector<Block> set_lines(const std::vector<StageShape>& shapes, std::size_t columns) {
    std::vector<Block> blocks;
    std::size_t line = 0, used = 0;
    for (const auto& shape : shapes) {
        if (shape.columns.empty()) continue;
        if (used > 0 && used + shape.width > columns) {
            ++line;
            used = 0;
        }
        blocks.push_back({shape.stage, line, used, shape.width, 0, shape.rows});
        used += shape.width;
    }
    return blocks;
}

/// Rows, in order, for the cards of a column, as near as possible to the rows they would like.
std::vector<std::size_t> rows_near(const std::vector<double>& wanted, std::size_t rows) {
    const auto count = wanted.size();
    constexpr double never = std::numeric_limits<double>::infinity();
    // best[i][r]: cost of the first i cards within the first r rows
    std::vector<std::vector<double>> best(count + 1, std::vector<double>(rows + 1, never));
    std::fill(best[0].begin(), best[0].end(), 0.0);
    for (std::size_t i = 1; i <= count; ++i) {
        for (std::size_t r = i; r <= rows; ++r) {
            const double away = std::abs(wanted[i - 1] - static_cast<double>(r - 1));
            best[i][r] = std::min(best[i][r - 1], best[i - 1][r - 1] + away);
        }
    }
    std::vector<std::size_t> chosen(count);
    std::size_t r = rows;
    for (std::size_t i = count; i > 0; --i) {
        while (r > i && best[i][r - 1] <= best[i][r]) --r;
        chosen[i - 1] = --r;
    }
    return chosen;
}

using Neighbours = std::vector<std::vector<std::size_t>>;  // per card: its edges from and to others

Neighbours neighbours_of(const FlowGraph& graph) {
    Neighbours neighbours(graph.cards.size());
    for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
        const auto [from, to] = std::pair(graph.edges[edge].from, graph.edges[edge].to);
        if (graph.is_end(to) || to == from) continue;
        neighbours[from].push_back(edge);
        neighbours[to].push_back(edge);
    }
    return neighbours;
}

/// Where the busiest neighbours already placed in the same line stand; none without any.
std::optional<double> row_of_neighbours(const FlowGraph& graph, const Grid& grid, const Line& line,
                                        const std::vector<bool>& placed,
                                        const Neighbours& neighbours, std::size_t card) {
    double sum = 0, weight = 0;
    for (const auto index : neighbours[card]) {
        const auto& edge = graph.edges[index];
        const auto other = edge.to == card ? edge.from : edge.to;
        if (!placed[other]) continue;
        const auto row = grid.cells[other].row;
        if (row < line.first_row || row >= line.first_row + line.rows) continue;
        const double counts = std::pow(edge.traffic + 0.01, 2) * (edge.back ? 0.2 : 1);
        sum += counts * static_cast<double>(row);
        weight += counts;
    }
    if (weight == 0) return std::nullopt;
    return sum / weight;
}

void place_cards(const FlowGraph& graph, const std::vector<StageShape>& shapes, Grid& grid) {
    std::vector<bool> placed(graph.cards.size(), false);
    const auto neighbours = neighbours_of(graph);
    for (const auto& block : grid.blocks) {
        const auto& shape = shapes[block.stage];
        for (std::size_t i = 0; i < shape.columns.size(); ++i) {
            const auto& cards = shape.columns[i];
            const auto top = block.first_row + shape.first_row[i];
            // an unfolded stage may use the whole height of its line
            const auto rows = shape.rows == shape.fold_rows[i] ? block.rows : shape.fold_rows[i];
            std::vector<double> wanted;
            for (std::size_t k = 0; k < cards.size(); ++k) {
                const auto near = row_of_neighbours(graph, grid, grid.lines[block.line], placed,
                                                    neighbours, cards[k]);
                wanted.push_back(near ? *near - static_cast<double>(top) : static_cast<double>(k));
            }
            const auto chosen = rows_near(wanted, rows);
            for (std::size_t k = 0; k < cards.size(); ++k) {
                grid.cells[cards[k]] = {block.first_column + i % shape.width, top + chosen[k]};
                placed[cards[k]] = true;
            }
        }
    }
}

void add_line_of_ends(std::size_t ends, Grid& grid) {
    if (ends == 0) return;
    const Line line{grid.rows, (ends + grid.columns - 1) / grid.columns};
    for (std::size_t end = 0; end < ends; ++end) {
        grid.end_cells.push_back({end % grid.columns, line.first_row + end / grid.columns});
    }
    grid.lines.push_back(line);
    grid.rows += line.rows;
}

}  // namespace

Grid fold(const FlowGraph& graph, const Ordering& ordering, const Folding& folding) {
    std::vector<StageShape> shapes;
    for (std::size_t stage = 0; stage < graph.stages.size(); ++stage) {
        shapes.push_back(shape_of(graph, ordering, stage, folding));
    }
    Grid grid;
    for (const auto& shape : shapes) {
        if (shape.width == 0) continue;
        grid.folds += (shape.columns.size() - 1) / shape.width;
        grid.folds += shape.columns.size() - ordering.layers[shape.stage];
    }
    grid.blocks = set_lines(shapes, folding.line_columns);
    for (const auto& block : grid.blocks) {
        grid.columns = std::max(grid.columns, block.first_column + block.columns);
        if (grid.lines.size() <= block.line) grid.lines.resize(block.line + 1);
        grid.lines[block.line].rows = std::max(grid.lines[block.line].rows, block.rows);
    }
    for (auto& line : grid.lines) {
        line.first_row = grid.rows;
        grid.rows += line.rows;
    }
    for (auto& block : grid.blocks) {
        block.first_row = grid.lines[block.line].first_row;
        block.rows = grid.lines[block.line].rows;
    }
    grid.cells.resize(graph.cards.size());
    place_cards(graph, shapes, grid);
    if (folding.ends_below) add_line_of_ends(graph.ends.size(), grid);
    return grid;
}

}  // namespace cjm::render::flow
