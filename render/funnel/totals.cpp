#include "render/funnel/totals.hpp"

#include <algorithm>

#include "render/funnel/bars.hpp"
#include "render/marks.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::funnel {
namespace {

constexpr double top_gap = 4, heading_gap = 0.8, row_padding = 0.5, sign = 4.2, sign_gap = 1.4;
constexpr double bar_part = 0.55, most_bar = 3.6;  // of a row's height, and at most
constexpr double figure_gap = 2, interval_gap = 1, swatch = 2.6;
constexpr double right_gap = 1, bar_gap = 1.2;  // right of figures, between a bar and its figure
constexpr double least_bars = 8;                // narrower ones are left out: the figures say it

/// Everything but the title, whose room depends on the figures.
TotalFace measure_figures(const Scene& scene, const Estimate& share, Colour colour) {
    const auto& measures = scene.measures;
    TotalFace face;
    face.share =
        set_text(scene.share(share), style(measures.label_type, Weight::bold, colour), 1e9);
    face.interval =
        set_text(interval_words(scene, share),
                 style(measures.smallest_type, Weight::regular, scene.theme.soft_ink), 1e9);
    return face;
}

void set_title(const Scene& scene, const std::string& title, double width, TotalFace& face) {
    face.title = set_text(title, style(scene.measures.label_type, Weight::medium, scene.theme.ink),
                          width, most_name_lines);
    face.height = std::max({face.title.box.height, face.share.box.height, sign}) + 2 * row_padding;
}

Estimate share_of(const End& end) {
    Estimate share;
    share.estimate = share.low = share.high = *end.share;
    if (end.interval) {
        share.low = end.interval->low;
        share.high = end.interval->high;
        share.standard_error = (share.high - share.low) / 4;  // decides the digits only
    }
    return share;
}

/// As broad as the broadest name, as far as there is room.
double names_width(const Scene& scene, double room) {
    const auto names = style(scene.measures.label_type, Weight::medium, scene.theme.ink);
    double broadest = 0;
    for (const auto& part : scene.funnel.causes) {
        const auto name = set_text(name_of_cause(scene, part.cause), names, 1e9);
        broadest = std::max(broadest, name.box.width);
    }
    constexpr double rounding = 0.01;
    return std::clamp(broadest + rounding, 1.0, std::max(1.0, room - swatch - sign_gap));
}

double thickness_of(const TotalFace& face) {
    return std::min(most_bar, bar_part * face.height);
}

double list_height(const std::vector<TotalFace>& faces) {
    double height = 0;
    for (const auto& face : faces) height += face.height;
    return height;
}

void place_figure(const TotalFace& face, double x, double middle, std::vector<Item>& items) {
    items.push_back(placed_at(face.share, {x, middle - face.share.box.height / 2}));
    if (face.interval.paragraph.empty()) return;
    items.push_back(placed_at(face.interval, {x + face.share.box.width + interval_gap,
                                              middle - face.interval.box.height / 2}));
}

Group draw_end(const Scene& scene, const Totals& totals, std::size_t index, double top) {
    const auto& end = scene.funnel.ends[index];
    const auto& face = totals.ends[index];
    const auto& columns = totals.columns;
    const auto& theme = scene.theme;
    Group group;
    group.id = "end-" + std::to_string(index + 1);
    group.title = end.title;
    group.description = scene.numbers.percent(*end.share);
    group.frame = Box{0, top, columns.losses_x - right_gap, face.height};
    const double middle = top + face.height / 2;
    const auto fill = end.kind == EndKind::ghosted       ? ghosted_fill(theme)
                      : end.kind == EndKind::left_openly ? openly_fill(theme)
                                                         : theme.mark(meaning_of(end.kind));
    group.items.push_back(
        end_sign(end.kind, {sign / 2, middle}, sign, Fill{theme.text(meaning_of(end.kind))}));
    group.items.push_back(
        placed_at(face.title, {sign + sign_gap, middle - face.title.box.height / 2}));
    const double width = std::min(1.0, *end.share) * columns.bars_width;
    const double thickness = thickness_of(face);
    group.items.push_back(upright_line(theme, columns.bars_x, top + 0.3, top + face.height - 0.3));
    if (width > 0) {
        group.items.push_back(Rectangle{{columns.bars_x, middle - thickness / 2, width, thickness},
                                        0,
                                        fill,
                                        theme.mark_outline(meaning_of(end.kind), 0.15)});
    }
    if (end.interval) {
        const auto at = [&](double share) {
            return Point{columns.bars_x + std::min(1.0, share) * columns.bars_width, middle};
        };
        add_whisker(theme, at(end.interval->low), at(end.interval->high), thickness * 0.6,
                    group.items);
    }
    place_figure(face, columns.figure_x, middle, group.items);
    return group;
}

Group draw_cause(const Scene& scene, const Totals& totals, std::size_t index, double top) {
    const auto& part = scene.funnel.causes[index];
    const auto& face = totals.causes[index];
    const auto& columns = totals.columns;
    const auto& theme = scene.theme;
    double most = 0;
    for (const auto& cause : scene.funnel.causes) most = std::max(most, cause.share.estimate);
    Group group;
    group.title = face.title.paragraph;
    group.description = scene.numbers.percent(part.share.estimate);
    group.frame = Box{columns.losses_x, top, columns.losses_width, face.height};
    const double middle = top + face.height / 2;
    group.items.push_back(cause_swatch(theme, part.cause, {columns.losses_x, middle}, swatch));
    group.items.push_back(placed_at(
        face.title, {columns.losses_x + swatch + sign_gap, middle - face.title.box.height / 2}));
    const double figure_x = columns.losses_x + columns.losses_width - totals.cause_figures;
    const double bars_x = columns.losses_x + swatch + sign_gap + totals.cause_names + figure_gap;
    const double room = figure_x - figure_gap - bars_x, thickness = thickness_of(face);
    if (room >= least_bars) {
        group.items.push_back(Rectangle{
            {bars_x, middle - thickness / 2, room * part.share.estimate / most, thickness},
            0,
            theme.mark(meaning_of_cause(part.cause)),
            theme.mark_outline(meaning_of_cause(part.cause), 0.15)});
    }
    place_figure(face, figure_x, middle, group.items);
    return group;
}

/// Moves the figures of ends to the left where they would run into the causes; bars keep the scale
/// of the table above unless they are in the way.
void make_room_for_figures(const Scene& scene, Totals& totals) {
    Columns& columns = totals.columns;
    double widest = 0, longest = 0;
    for (const auto& face : totals.ends) widest = std::max(widest, face.figure_width());
    for (const auto& end : scene.funnel.ends) longest = std::max(longest, *end.share);
    const double right = columns.losses_x - right_gap;
    columns.figure_x = std::min(columns.figure_x, right - widest);
    const double room = columns.figure_x - columns.bars_x - bar_gap;
    if (longest * columns.bars_width > room) columns.bars_width = std::max(0.0, room / longest);
}

}  // namespace

double TotalFace::figure_width() const {
    return share.box.width + (interval.box.width > 0 ? interval_gap + interval.box.width : 0);
}

Totals measure_totals(const Scene& scene, double width) {
    Totals totals;
    totals.columns = columns_for(width);
    const auto& columns = totals.columns;
    const auto heading = style(scene.measures.title_type, Weight::semibold, scene.theme.ink);
    totals.ends_heading =
        set_text(scene.words(Message::flow_ends), heading, columns.bars_x + columns.bars_width, 1);
    totals.causes_heading =
        set_text(scene.words(Message::funnel_causes), heading, columns.losses_width, 1);
    for (const auto& end : scene.funnel.ends) {
        auto face = measure_figures(scene, share_of(end), scene.theme.text(meaning_of(end.kind)));
        set_title(scene, end.title, columns.label_width - sign - sign_gap, face);
        totals.ends.push_back(std::move(face));
    }
    make_room_for_figures(scene, totals);
    for (const auto& part : scene.funnel.causes) {
        totals.causes.push_back(measure_figures(scene, part.share, scene.theme.ink));
        totals.cause_figures = std::max(totals.cause_figures, totals.causes.back().figure_width());
    }
    totals.cause_names =
        names_width(scene, columns.losses_width - totals.cause_figures - figure_gap);
    for (std::size_t i = 0; i < totals.causes.size(); ++i)
        set_title(scene, name_of_cause(scene, scene.funnel.causes[i].cause), totals.cause_names,
                  totals.causes[i]);
    totals.height = top_gap + totals.ends_heading.box.height + heading_gap +
                    std::max(list_height(totals.ends), list_height(totals.causes));
    return totals;
}

Group draw_totals(const Scene& scene, const Totals& totals) {
    Group group;
    group.items.push_back(placed_at(totals.ends_heading, {0, top_gap}));
    if (!totals.causes.empty())
        group.items.push_back(placed_at(totals.causes_heading, {totals.columns.losses_x, top_gap}));
    const double top = top_gap + totals.ends_heading.box.height + heading_gap;
    double y = top;
    for (std::size_t i = 0; i < totals.ends.size(); ++i) {
        group.items.emplace_back(draw_end(scene, totals, i, y));
        y += totals.ends[i].height;
    }
    y = top;
    for (std::size_t i = 0; i < totals.causes.size(); ++i) {
        group.items.emplace_back(draw_cause(scene, totals, i, y));
        y += totals.causes[i].height;
    }
    return group;
}

}  // namespace cjm::render::funnel
