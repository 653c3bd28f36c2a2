#include "render/page/fit.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "render/sheet/gaps.hpp"
#include "render/sheet/pages.hpp"

namespace cjm::render::sheet {
namespace {

constexpr std::size_t most_strips = 3;

/// Columns cut into parts that need about the same width; where a heading's columns end is a good
/// place.
std::vector<Range> cut(const Sheet& sheet, const Demand& demand, std::size_t parts) {
    const std::size_t columns = demand.least.size();
    std::vector<bool> seam(columns + 1, sheet.headings.empty());
    for (const Heading& heading : sheet.headings) seam[heading.first] = true;
    const double total = std::accumulate(demand.least.begin(), demand.least.end(), 0.0);
    std::vector<Range> ranges;
    std::size_t first = 0;
    double before = 0;
    for (std::size_t part = 0; part < parts; ++part) {
        const double target = total * static_cast<double>(part + 1) / static_cast<double>(parts);
        const std::size_t most = columns - (parts - part - 1);
        std::size_t last = first;
        do {
            before += demand.least[last++];
        } while (last < most && before + demand.least[std::min(last, columns - 1)] / 2 <= target);
        if (part + 1 == parts) last = columns;
        if (last < columns && !seam[last] && last - first > 2 && seam[last - 1]) {
            --last;
            before -= demand.least[last];
        }
        ranges.push_back({first, last});
        first = last;
    }
    return ranges;
}

/// Tries ways of spreading a sheet over pages of one size.
class Fitter {
  public:
    Fitter(const Setting& setting, PageSize page)
        : setting_(setting),
          inner_width_(page.width - 2 * margin(page)),
          inner_height_(page.height - 2 * margin(page)) {
        constexpr double least_cap = 1.15;  // small paper, too, may use its room
        cap_ = std::max(least_cap, most_scale(page));
    }

    /// How the columns are cut.
    struct Way {
        std::size_t parts = 1, strips = 1;
    };

    /// The plan for a way at a scale; no pages where it does not fit at all or takes more than so
    /// many.
    [[nodiscard]] Fit plan(double scale, const Way& way, std::size_t most_pages) const {
        Fit fit{scale, inner_width_ / scale, inner_height_ / scale, 0, {}};
        fit.share_height = fit.height / static_cast<double>(way.strips);
        const std::vector<Range> ranges = cut(setting_.sheet, setting_.demand, way.parts);
        for (const Range& range : ranges)
            if (least_width(setting_.demand, range.first, range.last) > fit.width) return fit;
        for (std::size_t first = 0; first < ranges.size(); first += way.strips) {
            const std::size_t end = std::min(first + way.strips, ranges.size());
            const std::vector<Range> strips(ranges.begin() + static_cast<std::ptrdiff_t>(first),
                                            ranges.begin() + static_cast<std::ptrdiff_t>(end));
            if (!add_pages(strips, fit) || fit.pages.size() > most_pages) {
                fit.pages.clear();
                return fit;
            }
        }
        return fit;
    }

    /// The largest scale from `low`, at which it takes so many pages, up.
    [[nodiscard]] Fit largest(double low, const Way& way, std::size_t pages) const {
        Fit best = plan(cap_, way, pages);
        if (!best.pages.empty()) return best;
        best = plan(low, way, pages);
        double high = cap_;
        constexpr int steps = 9;
        for (int step = 0; step < steps && high - low > 0.004 * high; ++step) {
            const double middle = (low + high) / 2;
            Fit fit = plan(middle, way, pages);
            if (fit.pages.empty()) {
                high = middle;
            } else {
                best = std::move(fit);
                low = middle;
            }
        }
        return best;
    }

    /// Ways worth trying: from the fewest parts that are wide enough on, one strip a page or
    /// several.
    [[nodiscard]] std::vector<Way> ways(double scale) const {
        const std::size_t columns = setting_.sheet.columns;
        std::vector<Way> found;
        std::size_t least = 1;
        while (least < columns && !wide_enough(scale, least)) ++least;
        constexpr std::size_t more = 4;
        for (std::size_t parts = least; parts <= std::min(columns, least + more); ++parts)
            for (std::size_t strips = 1; strips <= std::min(most_strips, parts); ++strips)
                if (parts % strips == 0) found.push_back({parts, strips});
        return found;
    }

  private:
    [[nodiscard]] bool wide_enough(double scale, std::size_t parts) const {
        const std::vector<Range> ranges = cut(setting_.sheet, setting_.demand, parts);
        return std::all_of(ranges.begin(), ranges.end(), [&](const Range& range) {
            return least_width(setting_.demand, range.first, range.last) <= inner_width_ / scale;
        });
    }

    /// What strips may take of the next page.
    [[nodiscard]] double room(const Fit& fit, bool first) const {
        // the number of pages does not change the heights
        const PageSpot spot{first ? 0u : 1u, 2, {}};
        return fit.height - header_gap - footer_gap -
               setting_.surround.header(fit.width, spot).height -
               setting_.surround.footer(fit.width, spot).height;
    }

    /// Adds the pages that these strips take; false where a row alone is too high.
    [[nodiscard]] bool add_pages(const std::vector<Range>& columns, Fit& fit) const {
        const Range all{0, setting_.sheet.rows.size()};
        std::vector<Strip> strips;
        double height = static_cast<double>(columns.size() - 1) * setting_.sheet.tokens.strip_gap;
        for (const Range& range : columns) {
            strips.push_back(
                lay_out(setting_.sheet, setting_.demand, range, all, fit.width, fit.share_height));
            height += strips.back().height;
        }
        const double first_room = room(fit, fit.pages.empty());
        if (height <= first_room) {
            fit.pages.push_back({columns, all});
            return true;
        }
        if (columns.size() > 1) return false;
        return add_split_pages(strips.front(), columns, first_room, fit);
    }

    /// Rows over several pages, about evenly.
    [[nodiscard]] bool add_split_pages(const Strip& strip, const std::vector<Range>& columns,
                                       double first_room, Fit& fit) const {
        const double next_room = room(fit, false);
        auto breaks = break_rows(strip, first_room, next_room, 1);
        if (breaks.empty()) return false;
        double low = 0.3, high = 1;
        constexpr int steps = 8;
        for (int step = 0; step < steps; ++step) {
            const double middle = (low + high) / 2;
            auto tried = break_rows(strip, first_room, next_room, middle);
            if (!tried.empty() && tried.size() == breaks.size()) {
                breaks = std::move(tried);
                high = middle;
            } else {
                low = middle;
            }
        }
        for (const Range& rows : breaks) fit.pages.push_back({columns, rows});
        return true;
    }

    /// Rows in pages that are filled to a part of their room; none where a row alone is too high.
    [[nodiscard]] static std::vector<Range> break_rows(const Strip& strip, double first_room,
                                                       double next_room, double part) {
        std::vector<Range> breaks;
        const double heading = strip.places.empty() ? 0 : strip.places.front().y;
        double used = heading, allowed = first_room * part;
        std::size_t first = 0;
        for (std::size_t row = 0; row < strip.places.size(); ++row) {
            const double height = strip.places[row].above + strip.places[row].height;
            if (used + height > allowed) {
                if (row == first) return {};
                breaks.push_back({first, row});
                first = row;
                used = heading;
                allowed = next_room * part;
                if (used + height > allowed) return {};
            }
            used += height;
        }
        breaks.push_back({first, strip.places.size()});
        return breaks;
    }

    const Setting& setting_;
    double inner_width_, inner_height_, cap_ = 1;
};

}  // namespace

std::optional<Fit> fit_pages(const Setting& setting, PageSize page, double scale,
                             std::size_t most_pages) {
    const Fitter fitter(setting, page);
    std::size_t fewest = most_pages;
    std::vector<std::pair<Fitter::Way, std::size_t>> possible;
    for (const Fitter::Way& way : fitter.ways(scale)) {
        // as many pages as groups of strips, at least
        if (way.parts / way.strips > fewest) continue;
        const std::size_t pages = fitter.plan(scale, way, fewest).pages.size();
        if (pages == 0) continue;
        possible.emplace_back(way, pages);
        fewest = std::min(fewest, pages);
    }
    std::optional<Fit> best;
    for (const auto& [way, pages] : possible) {
        if (pages > fewest) continue;
        Fit found = fitter.largest(scale, way, fewest);
        constexpr double worth = 1.2;  // an unbroken row of stages is worth some size
        if (!best || found.scale > worth * best->scale) best = std::move(found);
    }
    return best;
}

double largest_scale(const Setting& setting, PageSize page) {
    const Fitter fitter(setting, page);
    constexpr double least = 0.02;
    double best = least;
    constexpr std::size_t any = 1000;
    for (const std::size_t parts : {std::size_t{1}, setting.sheet.columns}) {
        const Fit fit = fitter.largest(least, {parts, 1}, any);
        if (!fit.pages.empty()) best = std::max(best, fit.scale);
    }
    return best;
}

}  // namespace cjm::render::sheet
