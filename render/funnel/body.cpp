#include "render/funnel/body.hpp"

#include <algorithm>

#include "base/contract.hpp"
#include "render/page/transform.hpp"

namespace cjm::render::funnel {
namespace {

constexpr double column_gap = 9, survival_gap = 10, below_gap = 7;
constexpr double most_extra_per_row = 9, most_extra_of_plot = 90;

double survival_width(double width) {
    constexpr double part = 0.38;
    return std::max(least_survival_width, part * width);
}

double heights_of(const std::vector<RowFace>& rows) {
    double height = 0;
    for (const auto& row : rows) height += row.height;
    return height;
}

/// How many rows go into each column so that the highest, the totals below the last, is lowest.
std::vector<std::size_t> split(const std::vector<RowFace>& rows, std::size_t columns,
                               double totals) {
    const auto filled = [&](double limit) {
        std::vector<std::size_t> counts;
        std::size_t next = 0;
        for (std::size_t column = 0; column < columns; ++column) {
            const bool last = column + 1 == columns;
            double height = last ? totals : 0;
            std::size_t count = 0;
            const std::size_t keep = columns - column - 1;  // each column has a row
            while (next + keep < rows.size() &&
                   (count == 0 || height + rows[next].height <= limit)) {
                height += rows[next++].height;
                ++count;
            }
            counts.push_back(count);
            if (last && height > limit + 1e-9) counts.clear();
        }
        if (next < rows.size()) counts.clear();
        return counts;
    };
    double low = 0, high = heights_of(rows) + totals + 1;
    constexpr int steps = 20;
    for (int step = 0; step < steps; ++step) {
        const double middle = (low + high) / 2;
        (filled(middle).empty() ? low : high) = middle;
    }
    return filled(high);
}

}  // namespace

double least_width(const Scene& scene, const Arrangement& arrangement) {
    const auto columns = static_cast<double>(arrangement.columns);
    const double bars = columns * least_table_width + (columns - 1) * column_gap;
    if (!has_survival(scene)) return bars;
    if (arrangement.beside) return bars + survival_gap + least_survival_width;
    return std::max(bars, least_survival_width);
}

Body measure_body(const Scene& scene, const Arrangement& arrangement, double width) {
    CJM_EXPECTS(width >= least_width(scene, arrangement) - 1e-6);
    Body body;
    body.arrangement = arrangement;
    double bars = width;
    if (has_survival(scene)) {
        double own = width;
        if (arrangement.beside) {
            const auto columns = static_cast<double>(arrangement.columns);
            const double least =
                columns * least_table_width + (columns - 1) * column_gap + survival_gap;
            own = std::min(survival_width(width), width - least);
            bars -= own + survival_gap;
        }
        body.survival = measure_survival(scene, own);
    }
    const auto columns = static_cast<double>(arrangement.columns);
    body.table_width = std::max(least_table_width, (bars - (columns - 1) * column_gap) / columns);
    body.totals = measure_totals(scene, body.table_width);
    const auto& steps = scene.funnel.steps;
    const auto whole = measure_table(scene, 0, steps.size(), body.table_width);
    std::size_t first = 0;
    for (const auto count : split(whole.rows, arrangement.columns, body.totals.height)) {
        Table table;
        table.columns = whole.columns;
        table.first = first;
        table.reach_heading = whole.reach_heading;
        table.losses_heading = whole.losses_heading;
        table.heading_height = whole.heading_height;
        const auto from = whole.rows.begin() + static_cast<std::ptrdiff_t>(first);
        table.rows.assign(from, from + static_cast<std::ptrdiff_t>(count));
        table.height = table.heading_height + heights_of(table.rows);
        first += count;
        const bool last = first == steps.size();
        body.bars_height =
            std::max(body.bars_height, table.height + (last ? body.totals.height : 0));
        body.tables.push_back(std::move(table));
    }
    body.height = body.bars_height;
    if (body.survival) {
        body.height = arrangement.beside ? std::max(body.height, body.survival->height)
                                         : body.height + below_gap + body.survival->height;
    }
    return body;
}

Group draw_body(const Scene& scene, const Body& body, double height) {
    Group group;
    double spare = std::max(0.0, height - body.height);
    const bool below = body.survival && !body.arrangement.beside;
    double most_rows = 0;
    for (const auto& table : body.tables)
        most_rows = std::max(most_rows, static_cast<double>(table.rows.size()));
    const double for_bars = below ? spare / 2 : height - body.bars_height;
    const double bars_height =
        body.bars_height + std::clamp(for_bars, 0.0, most_extra_per_row * most_rows);
    double x = 0, bottom = 0;
    for (std::size_t i = 0; i < body.tables.size(); ++i) {
        const auto& table = body.tables[i];
        const bool last = i + 1 == body.tables.size();
        const double room = bars_height - (last ? body.totals.height : 0);
        const double most =
            table.height + most_extra_per_row * static_cast<double>(table.rows.size());
        const double own = std::min(room, most);
        group.items.emplace_back(translated(draw_table(scene, table, own), x, 0));
        bottom = std::max(bottom, own);
        if (last) {
            group.items.emplace_back(translated(draw_totals(scene, body.totals), x, own));
            bottom = std::max(bottom, own + body.totals.height);
        }
        x += body.table_width + column_gap;
    }
    if (body.survival) {
        const auto& chart = *body.survival;
        const double left = below ? 0 : x - column_gap + survival_gap;
        const double top = below ? bottom + below_gap : 0;
        const double room = below ? height - top : bottom;
        const double own = std::clamp(room, chart.height, chart.height + most_extra_of_plot);
        group.items.emplace_back(translated(draw_survival(scene, chart, own), left, top));
        bottom = std::max(bottom, top + own);
    }
    group.frame = Box{0, 0, 0, bottom};
    return group;
}

}  // namespace cjm::render::funnel
