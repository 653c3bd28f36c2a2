#include "render/sheet/columns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/contract.hpp"
#include "render/sheet/text_block.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::sheet {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

void add_cell(const Cell& cell, Demand& demand) {
    const Tokens& tokens = demand.tokens;
    double least = 0, bulk = 0;
    for (const BlockPtr& block : cell.blocks) {
        least = std::max(least, block->least_width());
        bulk += block->bulk();
    }
    least = std::min(least, tokens.most_word) + 2 * tokens.cell_padding;
    const auto span = static_cast<double>(cell.span);
    for (std::size_t column = cell.first; column < cell.first + cell.span; ++column) {
        demand.least[column] = std::max(demand.least[column], least / span);
        demand.bulk[column] += bulk / span;
    }
}

void add_heading(const Heading& heading, Demand& demand) {
    const Tokens& tokens = demand.tokens;
    const double words =
        std::min(longest_word(heading.words, tokens.heading({})), tokens.most_word);
    const double needed = words + 2 * tokens.heading_padding + 1.5 * tokens.heading_point;
    for (std::size_t column = heading.first; column < heading.first + heading.span; ++column) {
        demand.least[column] =
            std::max(demand.least[column], needed / static_cast<double>(heading.span));
    }
}

double label_width(const Sheet& sheet) {
    const Tokens& tokens = sheet.tokens;
    constexpr double pleasant_band = 26;  // labels of bands fit one line up to here
    double widest = tokens.least_label;
    for (const Row& row : sheet.rows) {
        widest = std::max(widest, longest_word(row.label, tokens.label({})));
        for (const Band& band : row.bands) {
            if (band.label.empty()) continue;
            const double line = set_text(band.label, tokens.small({}), unlimited).box.width;
            widest = std::max({widest, longest_word(band.label, tokens.small({})),
                               std::min(line, pleasant_band)});
        }
    }
    return std::min(widest, tokens.most_label);
}

}  // namespace

Demand measure_demand(const Sheet& sheet) {
    Demand demand;
    demand.tokens = sheet.tokens;
    demand.label_width = label_width(sheet);
    demand.least.assign(sheet.columns, sheet.tokens.least_column);
    demand.bulk.assign(sheet.columns, 0.0);
    for (const Heading& heading : sheet.headings) add_heading(heading, demand);
    for (const Row& row : sheet.rows)
        for (const Band& band : row.bands)
            for (const Cell& cell : band.cells) add_cell(cell, demand);
    return demand;
}

Ground set_columns(const Demand& demand, std::size_t first, std::size_t last, double width) {
    CJM_EXPECTS(first < last && last <= demand.least.size());
    Ground ground;
    ground.first = first;
    ground.label_width = demand.label_width;
    const std::size_t count = last - first;
    ground.padding = demand.tokens.cell_padding;
    const double begin = demand.label_width + demand.tokens.label_gap;
    const auto at = [&](const std::vector<double>& values, std::size_t i) {
        return values[first + i];
    };
    double mean = 0;
    for (std::size_t i = 0; i < count; ++i) mean += at(demand.bulk, i);
    mean /= static_cast<double>(count);
    std::vector<double> weights(count, 1.0);
    // half of the difference in bulk: equal columns are calm, equal heights save room
    constexpr double strength = 0.55;
    for (std::size_t i = 0; mean > 0 && i < count; ++i)
        weights[i] = std::pow(std::clamp(at(demand.bulk, i) / mean, 0.3, 3.0), strength);
    ground.widths.assign(count, 0.0);
    std::vector<bool> fixed(count, false);
    for (bool settled = false; !settled;) {
        settled = true;
        double room = width - begin, total = 0;
        for (std::size_t i = 0; i < count; ++i)
            fixed[i] ? room -= ground.widths[i] : total += weights[i];
        for (std::size_t i = 0; i < count; ++i) {
            if (fixed[i]) continue;
            ground.widths[i] = room * weights[i] / total;
            if (ground.widths[i] >= at(demand.least, i)) continue;
            ground.widths[i] = at(demand.least, i);
            fixed[i] = true;
            settled = false;
        }
    }
    double x = begin;
    for (const double column : ground.widths) {
        ground.lefts.push_back(x);
        x += column;
    }
    return ground;
}

double least_width(const Demand& demand, std::size_t first, std::size_t last) {
    return std::accumulate(demand.least.begin() + static_cast<std::ptrdiff_t>(first),
                           demand.least.begin() + static_cast<std::ptrdiff_t>(last),
                           demand.label_width + demand.tokens.label_gap);
}

double pleasant_width(const Demand& demand) {
    constexpr double aspect = 1.5, least = 150;
    double area = 0;
    for (const double bulk : demand.bulk) area += bulk;
    constexpr double air = 6;  // of the area that texts fill: rules, ragged lines, the curve
    return std::max(
        {std::sqrt(area * air * aspect), least, least_width(demand, 0, demand.least.size())});
}

}  // namespace cjm::render::sheet
