#include "render/flow/body.hpp"

#include <algorithm>

#include "render/flow/strokes.hpp"
#include "render/flow/widths.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::flow {
namespace {

constexpr double pill_padding = 1.9, pill_top = 1.5, pill_bottom = 0.2, pill_slim = 0.3;

double pill_height(const TextItem& title) {
    return title.box.height + 2 * pill_slim;
}

Group draw_pill(const Scene& scene, const TextItem& title, Point corner, Fill fill, Colour border) {
    Group pill;
    const Box box{corner.x, corner.y, title.box.width + 2 * pill_padding, pill_height(title)};
    pill.frame = box;
    pill.items.push_back(
        Rectangle{box, std::min(box.height / 2, 2.6), fill, Stroke{border, 0.35, {}}});
    pill.items.push_back(placed_at(title, {box.x + pill_padding, box.y + pill_slim}));
    pill.title = title.paragraph;
    static_cast<void>(scene);
    return pill;
}

/// Beside which row an end stands, before anything has a height: that of its busiest source.
std::vector<std::size_t> rows_of_ends(const FlowGraph& graph, const Grid& grid) {
    std::vector<std::size_t> rows(graph.ends.size(), grid.rows == 0 ? 0 : grid.rows - 1);
    std::vector<double> most(graph.ends.size(), -1);
    for (const auto& edge : graph.edges) {
        if (!graph.is_end(edge.to)) continue;
        const auto end = edge.to - graph.cards.size();
        if (edge.traffic <= most[end]) continue;
        most[end] = edge.traffic;
        rows[end] = grid.cells[edge.from].row;
    }
    return rows;
}

}  // namespace

Faces measure(const Scene& scene) {
    Faces faces;
    const auto& graph = scene.graph;
    auto& sizes = faces.sizes;
    sizes.measures = scene.measures;
    for (const auto& card : graph.cards) {
        const auto& face = faces.cards.emplace_back(measure_card(scene, card));
        sizes.card_heights.push_back(face.height);
        sizes.tray_heights.push_back(face.tray_height);
        sizes.tabs.push_back(face.tab);
    }
    for (const auto& end : graph.ends) {
        sizes.end_heights.push_back(faces.ends.emplace_back(measure_end(scene, end)).height);
    }
    const double most = most_traffic(graph);
    for (const auto& edge : graph.edges) {
        sizes.labels.push_back(faces.labels.emplace_back(measure_label(scene, edge)).extent);
        sizes.edge_widths.push_back(width_for(edge.traffic, most));
    }
    const auto stage_style = style(scene.measures.stage_type, Weight::bold, scene.theme.ink);
    for (const auto& title : graph.stages) {
        faces.stage_titles.push_back(set_text(
            title, stage_style, scene.measures.card_width - 2 * pill_padding, most_name_lines));
        const bool shown = graph.has_stages;
        sizes.header_heights.push_back(
            shown ? pill_top + pill_height(faces.stage_titles.back()) + pill_bottom : 0);
    }
    if (!graph.ends.empty()) {
        faces.ends_title = set_text(scene.words(Message::flow_ends), stage_style,
                                    scene.measures.end_width - 2 * pill_padding);
        sizes.ends_header = pill_top + pill_height(*faces.ends_title) + pill_bottom;
    }
    return faces;
}

Body arrange(const Scene& scene, const Ordering& ordering, const Faces& faces,
             const Folding& folding) {
    Body body;
    body.grid = fold(scene.graph, ordering, folding);
    body.routing = route_edges(scene.graph, body.grid, rows_of_ends(scene.graph, body.grid));
    body.placement = place(scene.graph, body.grid, body.routing, faces.sizes, {});
    return body;
}

Estimated estimate(const Scene& scene, const Ordering& ordering, const Faces& faces,
                   const Folding& folding) {
    const auto grid = fold(scene.graph, ordering, folding);
    std::vector<double> heights(grid.rows, 0);
    double header = 0, ends = 0;
    for (std::size_t card = 0; card < grid.cells.size(); ++card) {
        auto& height = heights[grid.cells[card].row];
        height = std::max(height, faces.sizes.card_heights[card] + faces.sizes.tray_heights[card]);
    }
    for (const auto height : faces.sizes.header_heights) header = std::max(header, height);
    for (const auto height : faces.sizes.end_heights) ends += height + scene.measures.end_gap;
    for (std::size_t end = 0; end < grid.end_cells.size(); ++end) {
        auto& height = heights[grid.end_cells[end].row];
        height = std::max(height, faces.sizes.end_heights[end]);
    }
    const bool beside = ends > 0 && !grid.ends_below();
    double labels = 0;
    for (const auto& label : faces.sizes.labels) labels += label.width;
    labels /= static_cast<double>(std::max<std::size_t>(1, faces.sizes.labels.size()));
    const auto& measures = scene.measures;
    constexpr double lanes = 3, line_gap = 6;
    const double channel = 1.2 * labels + 2 * (measures.label_gap + measures.lane_margin) + lanes +
                           measures.arrow_room;
    const double row_gap = measures.above_plain + measures.above_arrow + 1;
    Extent extent{static_cast<double>(grid.columns) * (measures.card_width + channel) +
                      (beside ? measures.end_width + 2 * measures.arrow_room : 0),
                  static_cast<double>(grid.lines.size()) * (header + line_gap)};
    for (const auto height : heights) extent.height += height + row_gap;
    if (beside) extent.height = std::max(extent.height, ends + faces.sizes.ends_header);
    const auto cards = static_cast<double>(grid.cells.size() + grid.end_cells.size());
    return {extent, static_cast<double>(grid.folds) / cards,
            1 - cards / static_cast<double>(grid.columns * grid.rows), grid.ends_below()};
}

void widen(const Scene& scene, const Faces& faces, const Slack& slack, Body& body) {
    body.placement = place(scene.graph, body.grid, body.routing, faces.sizes, slack);
}

Group draw_body(const Scene& scene, const Faces& faces, const Body& body) {
    const auto& theme = scene.theme;
    const auto& placement = body.placement;
    Group group, pills;
    for (std::size_t i = 0; i < body.grid.blocks.size() && scene.graph.has_stages; ++i) {
        const auto stage = body.grid.blocks[i].stage;
        const auto& box = placement.blocks[i];
        group.items.push_back(
            Rectangle{box, 3, theme.stage_tint(stage), Stroke{theme.stage_border(stage), 0.3, {}}});
        const double x = box.x + scene.measures.arrow_room;
        pills.items.emplace_back(draw_pill(scene, faces.stage_titles[stage], {x, box.y + pill_top},
                                           Fill{theme.card}, theme.stage_border(stage)));
    }
    if (faces.ends_title) {
        const auto& box = placement.ends_block;
        group.items.push_back(Rectangle{box, 3, Fill{mixed(theme.rule, theme.page, 0.35)},
                                        Stroke{theme.rule, 0.3, {}}});
        pills.items.emplace_back(draw_pill(scene, *faces.ends_title,
                                           {box.x + scene.measures.arrow_room, box.y + pill_top},
                                           Fill{theme.card}, theme.card_border));
    }
    group.items.emplace_back(draw_edges(scene, body.routing, placement));
    for (std::size_t card = 0; card < faces.cards.size(); ++card) {
        group.items.emplace_back(draw_card(scene, card, faces.cards[card], placement.cards[card]));
    }
    for (std::size_t edge = 0; edge < faces.labels.size(); ++edge) {
        if (faces.labels[edge].extent.width <= 0) continue;
        group.items.emplace_back(
            draw_label(scene, scene.graph.edges[edge], faces.labels[edge], placement.labels[edge]));
    }
    for (std::size_t end = 0; end < faces.ends.size(); ++end) {
        group.items.emplace_back(draw_end(scene, end, faces.ends[end], placement.ends[end]));
    }
    group.items.emplace_back(std::move(pills));
    return group;
}

}  // namespace cjm::render::flow
