#include "render/worksheet/fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/page/fit.hpp"
#include "render/worksheet/persona_room.hpp"
#include "render/worksheet/worksheet.hpp"

namespace cjm::render::worksheet {
namespace {

constexpr double least_note = 5;  // natural millimetres

class Fitter {
  public:
    Fitter(const Content& content, PageSize page, const Surround& surround)
        : content_(content), surround_(surround), inside_(printable(page)) {
        constexpr double of_most = 0.5;  // notes are written by hand: type can be small beside them
        least_scale_ = least_type_pt / content.tokens.smallest_type;
        most_scale_ = most_scale(page);
        fit_.scale = std::max(least_scale_, of_most * most_scale_);
        constexpr double a1_area = 594 * 841;
        target_ = note_side * std::min(1.0, std::sqrt(page.width * page.height / a1_area));
    }

    Fit find() {
        constexpr double smaller = 0.9;
        const double most = fit_.scale;
        while (!shrink(smaller) && most_row_pages_ < row_kinds) {
            ++most_row_pages_;
            fit_.scale = most;
        }
        spread_columns();
        // smaller type leaves more room for boxes of the size of a note
        constexpr double least_of_most = 0.3;  // is read from some steps away
        const double least = std::max(least_scale_, least_of_most * most_scale_);
        while (fit_.note_mm() < nearly * target_ && fit_.scale * smaller >= least) {
            fit_.scale *= smaller;
            set_size();
            spread_columns();
        }
        add_lines();
        fit_.rows = break_rows(fit_.filling, fit_.columns_per_page);
        return fit_;
    }

  private:
    static constexpr double nearly = 0.999;  // of the box that the paper lets expect

    /// Smaller type, down to the smallest, until boxes of a good size fit; then smaller boxes.
    /// False where nothing does.
    bool shrink(double smaller) {
        constexpr double least_part = 0.6;  // of the box that the paper lets expect
        set_size();
        // texts of the file need room in the boxes: type gives way, boxes do not
        while (!fits(std::max(least_note, least_part * target_ / fit_.scale), 0, 1)) {
            if (fit_.scale <= least_scale_) return best_note(0, 1) > 0;
            fit_.scale = std::max(least_scale_, fit_.scale * smaller);
            set_size();
        }
        return true;
    }

    void set_size() {
        fit_.width = inside_.width / fit_.scale;
        fit_.height = inside_.height / fit_.scale;
    }

    [[nodiscard]] bool fits(double note, std::size_t prompts, std::size_t columns) const {
        Filling filling = fit_.filling;
        filling.note = note;
        filling.prompts = prompts;
        return fits(filling, columns);
    }

    [[nodiscard]] bool fits(const Filling& filling, std::size_t columns) const {
        const auto rows = break_rows(filling, columns);
        return !rows.empty() && rows.size() <= most_row_pages_;
    }

    /// As many rows on a page as have room, for whichever columns take most of it; none where a row
    /// or a column alone has no room.
    [[nodiscard]] std::vector<sheet::Range> break_rows(const Filling& filling,
                                                       std::size_t columns) const {
        const auto demand = demand_of(content_, filling);
        const double width = fit_.width - votes_width - votes_gap;
        if (sheet::least_width(demand, 0, columns) > width) return {};
        const auto made = make_sheet(content_, filling);
        std::vector<double> heights(made.rows.size(), 0.0);
        double heading = 0;
        for (std::size_t first = 0; first < made.columns; first += columns) {
            const sheet::Range range{first, std::min(made.columns, first + columns)};
            const auto strip =
                sheet::lay_out(made, demand, range, {0, made.rows.size()}, width, fit_.height);
            heading = std::max(heading, strip.places.front().y);
            for (std::size_t row = 0; row < heights.size(); ++row)
                heights[row] =
                    std::max(heights[row], strip.places[row].above + strip.places[row].height);
        }
        const double persona =
            persona_room(content_, filling, demand.label_width, fit_.width, persona_height(filling))
                .height;
        const double room = fit_.height - surround_.heading - surround_.footer - heading;
        return packed(heights, room - persona, room);
    }

    /// Heights in order onto pages, the first of which has room of its own; none where one is
    /// higher than its page.
    [[nodiscard]] static std::vector<sheet::Range> packed(const std::vector<double>& heights,
                                                          double first_room, double next_room) {
        std::vector<sheet::Range> pages;
        double used = 0, room = first_room;
        std::size_t first = 0;
        for (std::size_t row = 0; row < heights.size(); ++row) {
            if (used + heights[row] > room) {
                if (row == first) return {};
                pages.push_back({first, row});
                first = row;
                used = 0;
                room = next_room;
                if (heights[row] > room) return {};
            }
            used += heights[row];
        }
        pages.push_back({first, heights.size()});
        return pages;
    }

    /// The largest box with so many questions and columns; 0 = none.
    [[nodiscard]] double best_note(std::size_t prompts, std::size_t columns) const {
        // from the largest down: in very small boxes the file's texts stand so tall that even less
        // fits
        constexpr double step = 0.95;
        for (double note = note_side / fit_.scale; note >= least_note; note *= step)
            if (fits(note, prompts, columns)) return note;
        return 0;
    }

    /// The fewest pages on which boxes are about as large as the paper lets expect.
    void spread_columns() {
        const std::size_t all = content_.plan.columns;
        constexpr double enough = 0.75;
        double best = 0;
        for (std::size_t pages = 1; pages <= all; ++pages) {
            const std::size_t columns = (all + pages - 1) / pages;
            for (const std::size_t prompts : {2, 1, 0}) {
                const double note = best_note(prompts, columns);
                constexpr double clearly = 1.1;
                if (note > clearly * best) {
                    best = note;
                    fit_.filling.note = note;
                    fit_.filling.prompts = prompts;
                    fit_.columns_per_page = columns;
                }
                if (note * fit_.scale >= nearly * target_) break;
            }
            if (best * fit_.scale >= enough * target_) return;
        }
    }

    /// More lines of boxes where the page has room, ideas first.
    void add_lines() {
        constexpr std::array order{RowKind::ideas, RowKind::pains, RowKind::does, RowKind::thinks,
                                   RowKind::touchpoints};
        constexpr std::size_t most_lines = 3;
        for (std::size_t lines = 2; lines <= most_lines; ++lines) {
            for (const auto row : order) {
                Filling more = fit_.filling;
                more.lines[static_cast<std::size_t>(row)] = lines;
                if (fits(more, fit_.columns_per_page)) fit_.filling = more;
            }
        }
    }

    const Content& content_;
    Surround surround_;
    Box inside_;
    double target_ = note_side;
    double least_scale_ = 0, most_scale_ = 1;
    std::size_t most_row_pages_ = 1;
    Fit fit_;
};

}  // namespace

sheet::Demand demand_of(const Content& content, const Filling& filling) {
    constexpr double with_prompts = 44, without = 26;
    sheet::Demand demand;
    demand.tokens = content.tokens;
    demand.label_width = filling.prompts > 0 ? with_prompts : without;
    demand.least.assign(content.plan.columns, filling.note + 2 * content.tokens.cell_padding);
    demand.bulk.assign(content.plan.columns, 0.0);
    return demand;
}

double persona_height(const Filling& filling) {
    constexpr double part = 0.5;
    return part * filling.note;
}

Fit fit_worksheet(const Content& content, PageSize page, const Surround& surround) {
    return Fitter(content, page, surround).find();
}

}  // namespace cjm::render::worksheet
