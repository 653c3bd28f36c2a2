// Owns: a sheet as plain data: columns, headings over them, rows of cells. Must not know:
// millimetres on paper, what a row is about.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "render/sheet/block.hpp"
#include "render/sheet/tokens.hpp"

namespace cjm::render::sheet {

/// Where the columns of a strip stand from left to right, millimetres.
struct Ground {
    std::size_t first = 0;  ///< column of the sheet that comes first in the strip
    std::vector<double> lefts, widths;
    double label_width = 0;  ///< labels of rows begin at 0
    double padding = 0;      ///< of cells, left and right

    [[nodiscard]] std::size_t end() const { return first + lefts.size(); }
    [[nodiscard]] bool holds(std::size_t column) const { return column >= first && column < end(); }
    [[nodiscard]] double left(std::size_t column) const { return lefts[column - first]; }
    [[nodiscard]] double width(std::size_t column) const { return widths[column - first]; }
    [[nodiscard]] double begin_x() const { return lefts.front(); }
    [[nodiscard]] double end_x() const { return lefts.back() + widths.back(); }
};

/// Something drawn over all columns of a strip: a curve, arrows between cells.
class Across {
  public:
    Across() = default;
    Across(const Across&) = delete;
    Across& operator=(const Across&) = delete;
    virtual ~Across() = default;
    [[nodiscard]] virtual double least_height(const Ground& ground) const = 0;
    /// box  from the first column's left to the last one's right
    virtual void draw(const Ground& ground, const Box& box, std::vector<Item>& items) const = 0;
};

/// Blocks below one another, over one column or several.
struct Cell {
    std::size_t first = 0, span = 1;
    std::vector<BlockPtr> blocks;
};

/// Cells side by side; the highest sets the height. Or something across.
struct Band {
    std::string label;  ///< left of the band, small; empty = none
    std::vector<Cell> cells;
    std::shared_ptr<const Across> across;
    double page_share = 0;  ///< least height, as a part of the page's inside
    double padding = -1;    ///< above and below; negative = as usual
};

struct Row {
    std::string id;           ///< unique in the sheet
    std::string label, note;  ///< note: small, below the label or, with labelled bands, beside it
    std::string description;  ///< for screen readers
    std::vector<Band> bands;
    bool shaded = false;
    double inset = 0;    ///< right part of the label column that is kept free for what is across
    double stretch = 1;  ///< part in height that the page has left over
    std::string line_above;  ///< words on a dashed line above the row; empty = a plain rule

    [[nodiscard]] bool labels_bands() const {
        return !bands.empty() && !bands.front().label.empty();
    }
};

/// A chevron over columns.
struct Heading {
    std::string words;
    std::size_t first = 0, span = 1;
    std::size_t hue = 0;  ///< of the theme's stage tints
};

struct Sheet {
    Tokens tokens{};
    std::size_t columns = 0;
    std::vector<Heading> headings;  ///< from left to right; may be none
    std::vector<Row> rows;
};

}  // namespace cjm::render::sheet
