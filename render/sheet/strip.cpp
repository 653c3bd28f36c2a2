#include "render/sheet/strip.hpp"

#include <algorithm>

#include "render/text/measure.hpp"

namespace cjm::render::sheet {
namespace {

constexpr double heading_gap = 1.0;  // below the chevrons
constexpr double line_room = 3.6;    // for the words on a line above a row

/// Measures the rows of one strip.
class StripLayout {
  public:
    StripLayout(const Sheet& sheet, const Ground& ground, double share_height)
        : sheet_(sheet), tokens_(sheet.tokens), ground_(ground), share_height_(share_height) {}

    [[nodiscard]] RowPlace row(const Row& row, double y) const {
        RowPlace place;
        place.above = row.line_above.empty() ? 0 : line_room;
        place.y = y + place.above;
        double at = place.y + title_height(row);
        for (const Band& band : row.bands) {
            const double height = band_height(band);
            place.bands.push_back({at, height});
            at += height;
        }
        place.height = std::max(at - place.y, row.labels_bands() ? 0 : label_height(row));
        return place;
    }

    [[nodiscard]] double heading_height() const {
        double height = 0;
        for (const Heading& heading : sheet_.headings) {
            const Box reach = reach_of({heading.first, heading.span, {}}, ground_);
            if (reach.width <= 0) continue;
            const double room = reach.width + 2 * tokens_.cell_padding -
                                2 * tokens_.heading_padding - 1.5 * tokens_.heading_point;
            height =
                std::max(height, set_text(heading.words, tokens_.heading({}), room).box.height);
        }
        return height > 0 ? height + 2 * tokens_.heading_padding : 0;
    }

  private:
    [[nodiscard]] double cell_height(const Cell& cell, double width) const {
        double height = 0;
        for (const BlockPtr& block : cell.blocks)
            height += block->height(width) + (height > 0 ? tokens_.block_gap : 0);
        return height;
    }

    [[nodiscard]] double band_height(const Band& band) const {
        double height = 0;
        for (const Cell& cell : band.cells) {
            const Box reach = reach_of(cell, ground_);
            if (reach.width > 0) height = std::max(height, cell_height(cell, reach.width));
        }
        if (band.across) {
            const double least = band.across->least_height(ground_);
            if (least > 0) height += std::max(least, band.page_share * share_height_);
        }
        const bool shown = height > 0 || !band.across;
        if (shown && !band.label.empty())
            height = std::max(height, words_height(band.label, tokens_.small({})));
        return height > 0 ? height + 2 * padding_of(band, tokens_) : 0;
    }

    [[nodiscard]] double words_height(const std::string& words, const TextStyle& style,
                                      double inset = 0) const {
        return set_text(words, style, ground_.label_width - inset).box.height;
    }

    [[nodiscard]] double label_height(const Row& row) const {
        double height = 2 * tokens_.band_padding;
        if (!row.label.empty()) height += words_height(row.label, tokens_.label({}), row.inset);
        if (!row.note.empty()) height += words_height(row.note, tokens_.small({}), row.inset);
        return height;
    }

    /// Words above bands that have labels of their own.
    [[nodiscard]] double title_height(const Row& row) const {
        if (!row.labels_bands()) return 0;
        const double note =
            set_text(row.note, tokens_.small({}), ground_.end_x() - ground_.begin_x()).box.height;
        return std::max(words_height(row.label, tokens_.label({})), note) + tokens_.band_padding;
    }

    const Sheet& sheet_;
    const Tokens& tokens_;
    const Ground& ground_;
    double share_height_;
};

/// Places the rows of a strip below its headings.
void stack(Strip& strip) {
    double y = strip.heading_height > 0 ? strip.heading_height + heading_gap : 0;
    for (RowPlace& place : strip.places) {
        const double shift = y + place.above - place.y;
        place.y += shift;
        for (BandPlace& band : place.bands) band.y += shift;
        y = place.y + place.height;
    }
    strip.height = y;
}

}  // namespace

double padding_of(const Band& band, const Tokens& tokens) {
    return band.padding < 0 ? tokens.band_padding : band.padding;
}

Box reach_of(const Cell& cell, const Ground& ground) {
    const std::size_t first = std::max(cell.first, ground.first);
    const std::size_t end = std::min(cell.first + cell.span, ground.end());
    if (first >= end) return {};
    const double left = ground.left(first);
    return {left + ground.padding, 0,
            ground.left(end - 1) + ground.width(end - 1) - left - 2 * ground.padding, 0};
}

Strip lay_out(const Sheet& sheet, const Demand& demand, Range columns, Range rows, double width,
              double share_height) {
    Strip strip;
    strip.ground = set_columns(demand, columns.first, columns.last, width);
    strip.width = width;
    strip.rows = rows;
    const StripLayout layout(sheet, strip.ground, share_height);
    strip.heading_height = layout.heading_height();
    for (std::size_t i = rows.first; i < rows.last; ++i)
        strip.places.push_back(layout.row(sheet.rows[i], 0));
    stack(strip);
    return strip;
}

void grow(const Sheet& sheet, double by, Strip& strip) {
    double total = 0;
    for (std::size_t i = strip.rows.first; i < strip.rows.last; ++i) total += sheet.rows[i].stretch;
    if (total <= 0 || by <= 0) return;
    for (std::size_t i = 0; i < strip.places.size(); ++i) {
        RowPlace& place = strip.places[i];
        const double more = by * sheet.rows[strip.rows.first + i].stretch / total;
        const auto shown = static_cast<double>(
            std::count_if(place.bands.begin(), place.bands.end(),
                          [](const BandPlace& band) { return band.height > 0; }));
        double shift = 0;
        for (BandPlace& band : place.bands) {
            band.y += shift;
            if (band.height <= 0) continue;  // nothing of it lies in this strip
            band.height += more / shown;
            shift += more / shown;
        }
        place.height += more;
    }
    stack(strip);
}

}  // namespace cjm::render::sheet
