#include "render/map/layout.hpp"

#include <utility>

#include "render/map/channel_row.hpp"
#include "render/map/header.hpp"
#include "render/map/returns.hpp"
#include "render/map/simulated_row.hpp"
#include "render/map/text_rows.hpp"
#include "render/map/touchpoint_card.hpp"
#include "render/map/touchpoint_row.hpp"

namespace cjm::render::map {
namespace {

void add_headings(const Content& content, sheet::Sheet& sheet) {
    const auto& graph = content.scene.graph;
    if (!graph.has_stages) return;
    for (std::size_t column = 0; column < content.plan.columns; ++column) {
        const std::size_t stage = content.plan.column_stage[column];
        if (!sheet.headings.empty() && sheet.headings.back().hue == stage) {
            ++sheet.headings.back().span;
            continue;
        }
        sheet.headings.push_back({graph.stages[stage], column, 1, stage});
    }
}

/// Everything that a map shows, in the order of its rows; those nobody filled are left out.
sheet::Sheet make_sheet(const Content& content, const Curves& curves) {
    sheet::Sheet sheet;
    sheet.tokens = content.tokens;
    sheet.columns = content.plan.columns;
    add_headings(content, sheet);
    const auto add = [&](sheet::Row row) {
        if (row.bands.empty()) return;
        sheet.rows.push_back(std::move(row));
    };
    const auto add_texts = [&](BuiltInRow row) { add(text_row(content, row)); };
    sheet::Row touchpoints = touchpoint_row(content);
    sheet::Band returns = returns_band(content);
    if (returns.across) touchpoints.bands.push_back(std::move(returns));
    add(std::move(touchpoints));
    for (const BuiltInRow row : {BuiltInRow::does, BuiltInRow::thinks, BuiltInRow::feels})
        add_texts(row);
    add(curve_row(content, curves));
    if (content.scene.result)
        add(simulated_row(content, column_figures(content.scene.graph, content.scene.journey,
                                                  content.plan, *content.scene.result)));
    for (const BuiltInRow row : {BuiltInRow::pains, BuiltInRow::ideas}) add_texts(row);
    add(channel_row(content));
    for (const BuiltInRow row : {BuiltInRow::evidence_shown, BuiltInRow::frontstage})
        add_texts(row);
    const std::size_t before = sheet.rows.size();
    for (const BuiltInRow row : {BuiltInRow::backstage, BuiltInRow::support}) add_texts(row);
    if (sheet.rows.size() > before)
        sheet.rows[before].line_above = content.scene.words(Message::map_visibility);
    add_texts(BuiltInRow::metrics);
    for (sheet::Row& row : own_rows(content)) add(std::move(row));
    add(evidence_row(content));
    return sheet;
}

}  // namespace

Layout::Layout(Content content, const DrawOptions& options, const MapOptions& map,
               std::size_t further_pages)
    : content_(with_card_widths(std::move(content))),
      options_(options),
      further_pages_(further_pages),
      curves_(make_curves(content_, map.curve, map.personas)),
      sheet_(make_sheet(content_, curves_)),
      demand_(sheet::measure_demand(sheet_)),
      legend_(legend_entries(content_, curves_)),
      surround_{[this](double width, const sheet::PageSpot& spot) { return header(width, spot); },
                [this](double width, const sheet::PageSpot& spot) { return footer(width, spot); }} {
}

sheet::Part Layout::header(double width, sheet::PageSpot spot) const {
    spot.pages += further_pages_;
    const double heading = width - (spot.pages > 1 ? number_room : 0);
    return make_header(content_, frame_for(content_, options_, {}, heading), width, spot);
}

sheet::Part Layout::footer(double width, const sheet::PageSpot& spot) const {
    const sheet::Range rows = spot.rows.value_or(sheet::Range{0, sheet_.rows.size()});
    Frame frame = frame_for(content_, options_, entries_in(legend_, sheet_, rows), width);
    return {std::move(frame.footer), frame.footer_height};
}

}  // namespace cjm::render::map
