// Owns: how a page is divided among sheets: which is where, what it shows. Must not know: marks and
// words on the sheets.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "render/page/paper.hpp"
#include "render/picture.hpp"

namespace cjm::render::detail {

/// Of every sheet, millimetres: what the printer may not reach and the marks need; the head holds
/// the code, the foot the check bar.
inline constexpr double sheet_side = 7, sheet_head = 10, sheet_foot = 15;
/// Printed before a cut, so that no white shows where it is not quite straight; and after one, for
/// the next sheet to be glued onto.
inline constexpr double sheet_bleed = 2, sheet_overlap = 10;

struct Plan {
    PageSize sheet;
    std::vector<double> columns, rows;  ///< where pieces begin and the last ends, on the page
    double cost = 0;                    ///< of what the cuts go through
    [[nodiscard]] std::size_t across() const { return columns.size() - 1; }
    [[nodiscard]] std::size_t down() const { return rows.size() - 1; }
};

/// What can be printed of a sheet.
[[nodiscard]] Box window(PageSize sheet);

/// The plan with the fewest sheets; of two ways to turn the sheets that need as many, the one that
/// cuts through less. None where more than 99 would lie in a row.
[[nodiscard]] std::optional<Plan> plan_sheets(const Page& page, PageSize upright);

/// "A" is row 0; rows after Z are AA, AB …
[[nodiscard]] std::string row_letters(std::size_t row);
/// "A1" is row 0, column 0.
[[nodiscard]] std::string sheet_code(std::size_t row, std::size_t column);

}  // namespace cjm::render::detail
