// Owns: fitting a sheet to pages: how large it is set, over how many pages its columns and rows go.
// Must not know: what a sheet is about.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "render/page/paper.hpp"
#include "render/sheet/strip.hpp"

namespace cjm::render::sheet {

/// Something above or below the strips of a page, with its own origin.
struct Part {
    Group group;
    double height = 0;
};
/// A page of a sheet.
struct PageSpot {
    std::size_t page = 0, pages = 1;  ///< page from 0
    std::optional<Range> rows;        ///< that stand on it; none = not settled, so any may
};
/// What stands round the strips of a page, for a width. It is highest where the rows are not
/// settled.
using PartMaker = std::function<Part(double width, const PageSpot& spot)>;

struct Surround {
    PartMaker header, footer;
};

/// What one page holds: strips below one another, all with the same rows.
struct PagePlan {
    std::vector<Range> columns;  ///< per strip
    Range rows;
};

/// How a sheet goes onto its pages.
struct Fit {
    double scale = 1;              ///< of its natural size
    double width = 0, height = 0;  ///< of a page's inside, at the natural size
    double share_height = 0;       ///< what Band::page_share is a share of
    std::vector<PagePlan> pages;
};

/// A sheet with what is needed to fit and draw it.
struct Setting {
    const Sheet& sheet;
    const Demand& demand;
    const Theme& theme;
    const Surround& surround;
};

/// The fewest pages that hold the sheet at `scale` or larger, at most `most_pages`, and the largest
/// scale at which they do. Columns go over several strips or pages, rows over several pages. None
/// where no way is found. cost  some dozen layouts
[[nodiscard]] std::optional<Fit> fit_pages(const Setting& setting, PageSize page, double scale,
                                           std::size_t most_pages);
/// About the largest scale at which it would go onto the page in any way, for messages.
[[nodiscard]] double largest_scale(const Setting& setting, PageSize page);

/// The pages as fitted; rows are stretched until the pages are full.
[[nodiscard]] std::vector<Page> compose(const Setting& setting, PageSize page, const Fit& fit);
/// One page as large as the sheet.
[[nodiscard]] Page free_page(const Setting& setting);

}  // namespace cjm::render::sheet
