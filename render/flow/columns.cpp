#include "render/flow/columns.hpp"

#include <algorithm>

namespace cjm::render::flow {
namespace {

constexpr double rough_column = 60, rough_card_top = 35;

/// Widest label of the edges that leave the column left of a channel.
double label_width(const FlowGraph& graph, const Grid& grid, const Sizes& sizes,
                   std::size_t channel) {
    double width = 0;
    for (std::size_t edge = 0; edge < graph.edges.size(); ++edge)
        if (grid.cells[graph.edges[edge].from].column + 1 == channel)
            width = std::max(width, sizes.labels[edge].width);
    return width;
}

}  // namespace

Columns rough_columns(const Grid& grid) {
    Columns columns;
    for (std::size_t channel = 0; channel <= grid.columns; ++channel) {
        columns.channels.push_back(static_cast<double>(channel) * rough_column);
        columns.cards.push_back(columns.channels[channel] + rough_column - rough_card_top);
    }
    return columns;
}

Columns set_columns(const FlowGraph& graph, const Grid& grid, const Sizes& sizes,
                    const Slack& slack, const std::vector<double>& upright_extent) {
    const auto& measures = sizes.measures;
    Columns columns;
    double x = 0;
    for (std::size_t channel = 0; channel <= grid.columns; ++channel) {
        const bool first = channel == 0;
        if (!first) x += label_width(graph, grid, sizes, channel) + 2 * measures.label_gap;
        const double lanes = upright_extent[channel];
        const double margin = first ? 0 : measures.lane_margin + slack.per_column / 2;
        const double least = first ? 0 : measures.least_channel;
        columns.channels.push_back(x + margin + (lanes > 0 ? 0 : least / 2));
        columns.label_ends.push_back(x);
        x += 2 * margin + std::max(lanes, least);
        if (first && lanes > 0) x += measures.lane_margin;
        columns.cards.push_back(x + measures.arrow_room);
        if (channel < grid.columns) x = columns.cards[channel] + measures.card_width;
    }
    const double lanes_end =
        upright_extent.back() > 0 ? columns.cards.back() - measures.arrow_room : 0;
    columns.width = !sizes.end_heights.empty() && !grid.ends_below()
                        ? columns.cards.back() + measures.end_width + measures.end_gap
                        : std::max(columns.label_ends.back() + 0.5, lanes_end);
    return columns;
}

}  // namespace cjm::render::flow
