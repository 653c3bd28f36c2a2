#include "render/page/tile.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/message.hpp"
#include "render/page/check_bar.hpp"
#include "render/page/cover.hpp"
#include "render/page/sheets.hpp"
#include "render/page/transform.hpp"
#include "render/page/within.hpp"
#include "render/text/measure.hpp"

namespace cjm::render {
namespace {

using detail::Plan;
using detail::sheet_bleed;
using detail::sheet_code;
using detail::sheet_head;
using detail::sheet_overlap;
using detail::sheet_side;

constexpr Colour black{0, 0, 0, 1}, white{255, 255, 255, 1}, grey{0x55, 0x55, 0x55, 1};
constexpr double mark_length = 4, mark_gap = 0.8;

enum class Mark { cut, edge_of_next };

Path mark(Point from, Point to, Mark kind) {
    Path path;
    path.segments = {MoveTo{from}, LineTo{to}};
    path.stroke = Stroke{black, 0.2, {}};
    if (kind == Mark::edge_of_next) path.stroke->dashes = {0.8, 0.6};
    return path;
}

TextItem words(const std::string& text, double size_pt, Weight weight, Colour colour,
               double width) {
    TextStyle style;
    style.size_pt = size_pt;
    style.weight = weight;
    style.colour = colour;
    return set_text(text, style, width, 1);
}

/// One sheet of a plan as it is made.
class Sheet {
  public:
    Sheet(const Page& whole, const Plan& plan, std::size_t row, std::size_t column,
          Language language)
        : whole_(whole), plan_(plan), row_(row), column_(column), language_(language) {
        const bool first = column == 0, top = row == 0;
        const bool last = column + 1 == plan.across(), bottom = row + 1 == plan.down();
        const double x = plan.columns[column] - (first ? 0 : sheet_bleed);
        const double y = plan.rows[row] - (top ? 0 : sheet_bleed);
        shown_ = {x, y, plan.columns[column + 1] + (last ? 0 : sheet_overlap) - x,
                  plan.rows[row + 1] + (bottom ? 0 : sheet_overlap) - y};
    }

    [[nodiscard]] Page make(const std::string& title) {
        Page page{plan_.sheet.width, plan_.sheet.height, white, {}, name()};
        page.content.items.emplace_back(piece());
        page.content.items.emplace_back(marks());
        page.content.items.emplace_back(head());
        page.content.items.emplace_back(foot(title));
        return page;
    }

  private:
    [[nodiscard]] std::string code() const { return sheet_code(row_, column_); }
    [[nodiscard]] std::string name() const { return text(language_, Message::paper_sheet, code()); }

    /// Where a place of the whole page lies on the sheet.
    [[nodiscard]] double x_on_sheet(double x) const { return x - shown_.x + sheet_side; }
    [[nodiscard]] double y_on_sheet(double y) const { return y - shown_.y + sheet_head; }
    [[nodiscard]] Box shown_on_sheet() const {
        return {sheet_side, sheet_head, shown_.width, shown_.height};
    }

    [[nodiscard]] Group piece() const {
        Group piece = translated(within(whole_.content, shown_), x_on_sheet(0), y_on_sheet(0));
        Group sheet{"sheet-" + code(), name(), "", {}, {}};
        sheet.clip = shown_on_sheet();
        sheet.items.emplace_back(Rectangle{shown_on_sheet(), 0, Fill{whole_.background}, {}});
        sheet.items.emplace_back(std::move(piece));
        return sheet;
    }

    void add_upright_marks(Group& group, double x, Mark kind) const {
        const double top = sheet_head - mark_gap, bottom = shown_on_sheet().bottom() + mark_gap;
        group.items.emplace_back(mark({x, top}, {x, top - mark_length}, kind));
        group.items.emplace_back(mark({x, bottom}, {x, bottom + mark_length}, kind));
    }
    void add_level_marks(Group& group, double y, Mark kind) const {
        const double left = sheet_side - mark_gap, right = shown_on_sheet().right() + mark_gap;
        group.items.emplace_back(mark({left, y}, {left - mark_length, y}, kind));
        group.items.emplace_back(mark({right, y}, {right + mark_length, y}, kind));
    }

    /// Cut marks at the left and top, and at the outer edges of the page; dashed ones where the
    /// next sheets' cut edges go.
    [[nodiscard]] Group marks() const {
        Group group{"marks", "", "", {}, {}};
        const bool last = column_ + 1 == plan_.across(), bottom = row_ + 1 == plan_.down();
        add_upright_marks(group, x_on_sheet(plan_.columns[column_]), Mark::cut);
        add_upright_marks(group, x_on_sheet(plan_.columns[column_ + 1]),
                          last ? Mark::cut : Mark::edge_of_next);
        add_level_marks(group, y_on_sheet(plan_.rows[row_]), Mark::cut);
        add_level_marks(group, y_on_sheet(plan_.rows[row_ + 1]),
                        bottom ? Mark::cut : Mark::edge_of_next);
        return group;
    }

    /// The codes of this sheet and of the one that is glued on at the right.
    [[nodiscard]] Group head() const {
        constexpr double y = 3.2, after_mark = 1.5;
        Group group{"head", "", "", {}, {}};
        const double x = x_on_sheet(plan_.columns[column_]) + after_mark;
        group.items.emplace_back(
            placed_at(words(code(), 10, Weight::bold, black, plan_.sheet.width), {x, y}));
        if (column_ + 1 == plan_.across()) return group;
        const std::string next = sheet_code(row_, column_ + 1) + " →";
        group.items.emplace_back(
            placed_at(words(next, 8, Weight::semibold, grey, plan_.sheet.width),
                      {x_on_sheet(plan_.columns[column_ + 1]) + after_mark, y + 0.5}));
        return group;
    }

    /// Check bar at the left; code, title and the sheet below at the right.
    [[nodiscard]] Group foot(const std::string& title) const {
        constexpr double below_piece = 6.2, gap = 4, least_width = 20, bar_room = 140;
        Group group{"foot", "", "", {}, {}};
        const double width = plan_.sheet.width - 2 * sheet_side;
        const double y = plan_.sheet.height - detail::sheet_foot + below_piece;
        std::string line = text(language_, Message::paper_sheet_line, code()) + " · " + title;
        if (row_ + 1 < plan_.down()) line = sheet_code(row_ + 1, column_) + " ↓ · " + line;
        const bool wide = width >= bar_room + gap + least_width;
        const double bar = wide ? bar_room : width;
        group.items.emplace_back(check_bar({sheet_side, y}, bar, language_, black));
        if (!wide) return group;
        TextItem item = words(line, 6.5, Weight::medium, grey, width - bar - gap);
        const double x = plan_.sheet.width - sheet_side - item.box.width;
        group.items.emplace_back(placed_at(std::move(item), {x, y}));
        return group;
    }

    const Page& whole_;
    const Plan& plan_;
    std::size_t row_, column_;
    Language language_;
    Box shown_;  ///< of the whole page
};

/// A page that needs no cutting, in the middle of a sheet.
Page on_one_sheet(const Page& page, PageSize upright) {
    const bool wide = page.width > page.height;
    Page sheet{wide ? upright.height : upright.width, wide ? upright.width : upright.height,
               page.background, page.content, page.label};
    sheet.content = translated(std::move(sheet.content), (sheet.width - page.width) / 2,
                               (sheet.height - page.height) / 2);
    return sheet;
}

}  // namespace

bool needs_tiling(PageSize page, PageSize sheet) {
    constexpr double hair = 0.05;
    return std::min(page.width, page.height) > std::min(sheet.width, sheet.height) + hair ||
           std::max(page.width, page.height) > std::max(sheet.width, sheet.height) + hair;
}

std::optional<Picture> tiled(const Picture& picture, const std::string& sheet) {
    const auto upright = paper_from(sheet, Orientation::portrait);
    if (!upright) return std::nullopt;
    const Language language = language_from(picture.language).value_or(Language::english);
    Picture sheets = picture;
    sheets.pages.clear();
    for (const Page& page : picture.pages) {
        if (!needs_tiling({page.width, page.height}, *upright)) {
            sheets.pages.push_back(on_one_sheet(page, *upright));
            continue;
        }
        const auto plan = detail::plan_sheets(page, *upright);
        if (!plan) return std::nullopt;
        sheets.pages.push_back(detail::cover(picture.title, page, *plan, sheet, language));
        for (std::size_t row = 0; row < plan->down(); ++row)
            for (std::size_t column = 0; column < plan->across(); ++column)
                sheets.pages.push_back(
                    Sheet(page, *plan, row, column, language).make(picture.title));
    }
    return sheets;
}

}  // namespace cjm::render
