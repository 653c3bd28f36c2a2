#include "render/funnel/end_bar.hpp"

#include <algorithm>

#include "render/funnel/bars.hpp"

namespace cjm::render::funnel {
namespace {

constexpr double thickness = 5, leader = 3, sign = 3, sign_gap = 0.9, label_width = 27,
                 label_gap = 1;

/// Where an end stands from the bottom up.
int rank(EndKind kind) {
    switch (kind) {
        case EndKind::in_progress:
            return 0;
        case EndKind::success:
            return 1;
        case EndKind::lost:
            return 2;
        case EndKind::left_openly:
            return 3;
        case EndKind::ghosted:
            break;
    }
    return 4;
}

Fill fill_of(const Theme& theme, EndKind kind) {
    if (kind == EndKind::ghosted) return ghosted_fill(theme);
    if (kind == EndKind::left_openly) return openly_fill(theme);
    return theme.mark(meaning_of(kind));
}

/// Middles of labels as near to those wanted as they can be without touching, top down.
std::vector<double> spread(std::vector<double> middles, const std::vector<TextItem>& labels,
                           double top, double bottom) {
    const auto half = [&](std::size_t i) { return labels[i].box.height / 2; };
    double edge = top;
    for (std::size_t i = 0; i < middles.size(); ++i) {
        middles[i] = std::max(middles[i], edge + half(i));
        edge = middles[i] + half(i) + label_gap;
    }
    edge = bottom;
    for (std::size_t i = middles.size(); i-- > 0;) {
        middles[i] = std::min(middles[i], edge - half(i));
        edge = middles[i] - half(i) - label_gap;
    }
    return middles;
}

}  // namespace

EndBar measure_end_bar(const Scene& scene) {
    EndBar bar;
    const auto& ends = scene.funnel.ends;
    for (std::size_t i = 0; i < ends.size(); ++i)
        if (*ends[i].share > 0) bar.order.push_back(i);
    std::stable_sort(bar.order.begin(), bar.order.end(), [&](std::size_t a, std::size_t b) {
        return rank(ends[a].kind) > rank(ends[b].kind);
    });
    for (const auto end : bar.order) {
        bar.labels.push_back(
            set_text(ends[end].title + "\u00A0" + scene.numbers.percent(*ends[end].share),
                     style(scene.measures.smallest_type, Weight::medium, scene.theme.ink),
                     label_width, most_name_lines));
        bar.height += bar.labels.back().box.height + label_gap;
    }
    bar.width = thickness + leader + sign + sign_gap + label_width;
    bar.heading_height = scene.measures.smallest_type * 1.35 * 25.4 / 72;
    return bar;
}

Group draw_end_bar(const Scene& scene, const EndBar& bar, const Box& box,
                   const std::string& heading) {
    const auto& theme = scene.theme;
    const auto& ends = scene.funnel.ends;
    Group group;
    auto words =
        set_text(heading, style(scene.measures.smallest_type, Weight::semibold, theme.soft_ink),
                 box.width, 1);
    group.items.push_back(placed_at(words, {box.x, box.y - words.box.height - 0.6}));
    std::vector<double> wanted;
    double y = box.y, total = 0;
    for (const auto end : bar.order) total += *ends[end].share;
    for (const auto end : bar.order) {
        const double height = *ends[end].share / total * box.height;
        const auto meaning = meaning_of(ends[end].kind);
        group.items.push_back(Rectangle{{box.x, y, thickness, height},
                                        0,
                                        fill_of(theme, ends[end].kind),
                                        theme.mark_outline(meaning, 0.2)});
        wanted.push_back(y + height / 2);
        y += height;
    }
    const auto middles = spread(wanted, bar.labels, box.y, box.bottom());
    for (std::size_t i = 0; i < bar.order.size(); ++i) {
        const auto kind = ends[bar.order[i]].kind;
        double x = box.x + thickness;
        Path line;
        line.segments = {MoveTo{{x + 0.3, wanted[i]}}, LineTo{{x + leader - 0.4, middles[i]}}};
        line.stroke = Stroke{theme.card_border, 0.2, {}};
        group.items.emplace_back(std::move(line));
        x += leader;
        group.items.push_back(
            end_sign(kind, {x + sign / 2, middles[i]}, sign, Fill{theme.text(meaning_of(kind))}));
        group.items.push_back(placed_at(
            bar.labels[i], {x + sign + sign_gap, middles[i] - bar.labels[i].box.height / 2}));
    }
    return group;
}

}  // namespace cjm::render::funnel
