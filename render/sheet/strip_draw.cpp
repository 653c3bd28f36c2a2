#include <algorithm>
#include <limits>
#include <utility>

#include "render/marks.hpp"
#include "render/sheet/strip.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::sheet {
namespace {

constexpr double rule_width = 0.2, visibility_width = 0.45;

Path line(Point from, Point to, Stroke stroke) {
    Path path;
    path.segments = {MoveTo{from}, LineTo{to}};
    path.stroke = std::move(stroke);
    return path;
}

/// Draws one strip, row by row.
class StripPainter {
  public:
    StripPainter(const Sheet& sheet, const Theme& theme, const Strip& strip,
                 const std::string& suffix)
        : sheet_(sheet),
          tokens_(sheet.tokens),
          theme_(theme),
          strip_(strip),
          ground_(strip.ground),
          suffix_(suffix) {}

    Group draw() {
        Group all;
        draw_columns(all.items);
        draw_headings(all.items);
        for (std::size_t i = 0; i < strip_.places.size(); ++i)
            all.items.emplace_back(draw_row(row(i), strip_.places[i]));
        return all;
    }

  private:
    [[nodiscard]] const Row& row(std::size_t i) const { return sheet_.rows[strip_.rows.first + i]; }

    /// Shaded rows first, then faint lines between the headings' columns.
    void draw_columns(std::vector<Item>& items) const {
        for (std::size_t i = 0; i < strip_.places.size(); ++i) {
            if (!row(i).shaded) continue;
            const RowPlace& place = strip_.places[i];
            constexpr double shade = 0.2;
            items.emplace_back(Rectangle{{0, place.y, strip_.width, place.height},
                                         0,
                                         Fill{mixed(theme_.rule, theme_.page, shade)},
                                         {}});
        }
        for (std::size_t i = 0; i < strip_.places.size(); ++i)
            for (std::size_t band = 0; band < row(i).bands.size(); ++band)
                draw_separators(row(i).bands[band], strip_.places[i].bands[band], items);
    }

    /// Between columns, but not through cells that span them, nor through what is drawn across.
    void draw_separators(const Band& band, const BandPlace& place, std::vector<Item>& items) const {
        if (band.across) return;
        for (std::size_t column = ground_.first + 1; column < ground_.end(); ++column) {
            const bool spanned =
                std::any_of(band.cells.begin(), band.cells.end(), [column](const Cell& cell) {
                    return cell.first < column && column < cell.first + cell.span;
                });
            const double x = ground_.left(column);
            if (!spanned && place.height > 0)
                items.emplace_back(line({x, place.y}, {x, place.y + place.height},
                                        Stroke{theme_.rule, rule_width, {}}));
        }
    }

    void draw_headings(std::vector<Item>& items) const {
        bool notched = false;
        for (const Heading& heading : sheet_.headings) {
            const Box reach = reach_of({heading.first, heading.span, {}}, ground_);
            if (reach.width <= 0) continue;
            items.emplace_back(draw_heading(heading, reach, notched));
            notched = true;
        }
    }

    [[nodiscard]] Group draw_heading(const Heading& heading, const Box& reach, bool notched) const {
        constexpr double seam = 0.5, underline = 0.7;
        // the point of a chevron lies in the notch of the next one
        const Box box{
            reach.x - tokens_.cell_padding + (notched ? seam : 0), 0,
            reach.width + 2 * tokens_.cell_padding +
                (heading.first + heading.span < ground_.end() ? tokens_.heading_point : 0) -
                (notched ? seam : 0),
            strip_.heading_height};
        Group group;
        group.title = heading.words;
        Path shape = chevron(box, tokens_.heading_point, notched, theme_.stage_tint(heading.hue));
        group.items.emplace_back(std::move(shape));
        const double left = box.x + (notched ? tokens_.heading_point : 0);
        TextStyle style = tokens_.heading(theme_.ink);
        style.align = Align::centre;
        const double room = reach.width + 2 * tokens_.cell_padding - 2 * tokens_.heading_padding -
                            1.5 * tokens_.heading_point;
        TextItem words = set_balanced(heading.words, style, room);
        const double middle = (left + box.right() - tokens_.heading_point) / 2;
        const double words_height = words.box.height;
        group.items.emplace_back(line({box.x, box.bottom()},
                                      {box.right() - tokens_.heading_point, box.bottom()},
                                      Stroke{theme_.stage_border(heading.hue), underline, {}}));
        group.items.emplace_back(placed_at(
            std::move(words), {middle - room / 2, (strip_.heading_height - words_height) / 2}));
        return group;
    }

    [[nodiscard]] Group draw_row(const Row& row, const RowPlace& place) const {
        Group group;
        group.id = row.id + suffix_;
        group.title = row.label;
        group.description = row.description;
        draw_edge(row, place, group.items);
        draw_label(row, place, group.items);
        for (std::size_t i = 0; i < row.bands.size(); ++i)
            draw_band(row.bands[i], place.bands[i], group.items);
        return group;
    }

    void draw_edge(const Row& row, const RowPlace& place, std::vector<Item>& items) const {
        if (row.line_above.empty()) {
            items.emplace_back(
                line({0, place.y}, {strip_.width, place.y}, Stroke{theme_.rule, rule_width, {}}));
            return;
        }
        TextStyle style = tokens_.small(theme_.ink);
        style.weight = Weight::semibold;
        TextItem words = set_text(row.line_above, style, strip_.width);
        const double y = place.y - words.box.height / 2, gap = 1.5;
        const double start = strip_.width - words.box.width;
        items.emplace_back(
            line({0, y}, {start - gap, y}, Stroke{theme_.ink, visibility_width, {2.2, 1.2}}));
        items.emplace_back(placed_at(std::move(words), {start, place.y - words.box.height}));
    }

    void draw_label(const Row& row, const RowPlace& place, std::vector<Item>& items) const {
        double y = place.y + tokens_.band_padding;
        if (!row.label.empty()) {
            TextItem label =
                set_text(row.label, tokens_.label(theme_.ink), ground_.label_width - row.inset);
            const double height = label.box.height;
            items.emplace_back(placed_at(std::move(label), {0, y}));
            if (!row.labels_bands()) y += height;
        }
        if (row.note.empty()) return;
        const bool beside = row.labels_bands();
        const double x = beside ? ground_.begin_x() + tokens_.cell_padding : 0;
        const double room = beside ? ground_.end_x() - ground_.begin_x() - tokens_.cell_padding
                                   : ground_.label_width - row.inset;
        items.emplace_back(
            placed_at(set_text(row.note, tokens_.small(theme_.soft_ink), room), {x, y}));
    }

    void draw_band(const Band& band, const BandPlace& place, std::vector<Item>& items) const {
        if (place.height <= 0) return;
        const double padding = padding_of(band, tokens_);
        double used = 0;
        for (const Cell& cell : band.cells)
            used = std::max(used, draw_cell(cell, place, padding, items));
        if (!band.label.empty()) {
            TextItem label =
                set_text(band.label, tokens_.small(theme_.soft_ink), ground_.label_width);
            items.emplace_back(placed_at(std::move(label), {0, place.y + padding}));
        }
        if (!band.across) return;
        band.across->draw(ground_,
                          {ground_.begin_x(), place.y + padding + used,
                           ground_.end_x() - ground_.begin_x(), place.height - 2 * padding - used},
                          items);
    }

    double draw_cell(const Cell& cell, const BandPlace& place, double padding,
                     std::vector<Item>& items) const {
        const Box reach = reach_of(cell, ground_);
        if (reach.width <= 0) return 0;
        Group group;
        group.frame = Box{reach.x - tokens_.cell_padding, place.y,
                          reach.width + 2 * tokens_.cell_padding, place.height};
        double y = place.y + padding;
        for (const BlockPtr& block : cell.blocks) {
            const double height = block->height(reach.width);
            block->draw({reach.x, y, reach.width, height}, group.items);
            y += height + tokens_.block_gap;
        }
        items.emplace_back(std::move(group));
        return cell.blocks.empty() ? 0 : y - tokens_.block_gap - place.y - padding;
    }

    const Sheet& sheet_;
    const Tokens& tokens_;
    const Theme& theme_;
    const Strip& strip_;
    const Ground& ground_;
    const std::string& suffix_;
};

}  // namespace

Group draw(const Sheet& sheet, const Theme& theme, const Strip& strip, const std::string& suffix) {
    return StripPainter(sheet, theme, strip, suffix).draw();
}

}  // namespace cjm::render::sheet
