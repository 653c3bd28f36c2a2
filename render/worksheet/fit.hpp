// Owns: how large boxes and type of a worksheet can be on a page, and over how many pages its
// columns and rows go. Must not know: drawing.
#pragma once
#include <cstddef>
#include <vector>

#include "render/page/paper.hpp"
#include "render/sheet/strip.hpp"
#include "render/worksheet/content.hpp"

namespace cjm::render::worksheet {

/// How a worksheet goes onto its pages.
struct Fit {
    double scale = 1;              ///< of its natural size
    double width = 0, height = 0;  ///< of a page's inside, at the natural size
    Filling filling;
    std::size_t columns_per_page = 1;
    std::vector<sheet::Range> rows;  ///< of one page after the other, for the same columns
    [[nodiscard]] double note_mm() const { return scale * filling.note; }
};

/// Room beside and above the rows, at the natural size.
struct Surround {
    double heading = 0, footer = 0;  ///< heights
};

/// Boxes as near to note_side as the page allows, in proportion to it on small paper; questions are
/// left out before boxes become much smaller, columns go onto further pages before that, and rows
/// where even the smallest type leaves no room for all of them.
[[nodiscard]] Fit fit_worksheet(const Content& content, PageSize page, const Surround& surround);

inline constexpr double votes_width = 15, votes_gap = 2.5;  // natural millimetres

/// What the columns ask for: equal widths, room for a box.
[[nodiscard]] sheet::Demand demand_of(const Content& content, const Filling& filling);
/// Height of the boxes for the persona.
[[nodiscard]] double persona_height(const Filling& filling);

}  // namespace cjm::render::worksheet
