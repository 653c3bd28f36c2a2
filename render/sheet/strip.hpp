// Owns: some columns and rows of a sheet laid out at a width, and drawing them. Must not know:
// pages.
#pragma once
#include <string>
#include <vector>

#include "render/sheet/columns.hpp"
#include "render/sheet/sheet.hpp"
#include "render/theme.hpp"

namespace cjm::render::sheet {

/// Things in a row, from `first` to `last` - 1.
struct Range {
    std::size_t first = 0, last = 0;
    [[nodiscard]] std::size_t size() const { return last - first; }
};

struct BandPlace {
    double y = 0, height = 0;
};
struct RowPlace {
    double y = 0, height = 0;  ///< of the row, rule to rule
    double above = 0;          ///< before it, for the words on a line
    std::vector<BandPlace> bands;
};
struct Strip {
    Ground ground;
    Range rows;                    ///< of the sheet
    double heading_height = 0;     ///< 0 = no headings
    std::vector<RowPlace> places;  ///< per row of the strip
    double width = 0, height = 0;
};

/// Columns `columns` and rows `rows` of a sheet. share_height  what Band::page_share is a share of
[[nodiscard]] Strip lay_out(const Sheet& sheet, const Demand& demand, Range columns, Range rows,
                            double width, double share_height);
/// Gives the rows `by` more millimetres, in proportion to their stretch.
void grow(const Sheet& sheet, double by, Strip& strip);
/// The strip with its top left corner at the origin. suffix  makes ids unique where a sheet takes
/// several strips
[[nodiscard]] Group draw(const Sheet& sheet, const Theme& theme, const Strip& strip,
                         const std::string& suffix);

/// The part of a cell that lies in a strip, within its padding; 0 wide = none. Only x and width are
/// set.
[[nodiscard]] Box reach_of(const Cell& cell, const Ground& ground);
/// Above and below the cells of a band.
[[nodiscard]] double padding_of(const Band& band, const Tokens& tokens);

}  // namespace cjm::render::sheet
