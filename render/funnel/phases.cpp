#include "render/funnel/phases.hpp"

#include <algorithm>

#include "render/funnel/bars.hpp"
#include "render/marks.hpp"

namespace cjm::render::funnel {
namespace {

constexpr double top_gap = 2.6, heading_gap = 0.6, row_gap = 1.0, bar = 3.2, dot = 1.7;
constexpr std::size_t most_rows = 24;

/// From the first tenth at the earliest touchpoint to nine tenths at the last.
std::pair<double, double> span_of(const Step& step) {
    double early = step.arrivals.front().early, late = step.arrivals.front().late;
    for (const auto& arrival : step.arrivals) {
        early = std::min(early, arrival.early);
        late = std::max(late, arrival.late);
    }
    return {early, late};
}

void add_later(const Scene& scene, double early, const TimeGround& ground, double middle,
               std::vector<Item>& items) {
    auto words = set_text(
        scene.words(Message::funnel_later, scene.numbers.duration(early)),
        style(scene.measures.smallest_type, Weight::regular, scene.theme.soft_ink), ground.width);
    const double right = ground.left + ground.width;
    constexpr double arrow = 2;
    items.push_back(
        arrow_head({right, middle}, {right - 5, middle}, arrow, Fill{scene.theme.soft_ink}));
    items.push_back(
        placed_at(words, {right - arrow - 1 - words.box.width, middle - words.box.height / 2}));
}

Group draw_row(const Scene& scene, const PhaseRow& row, double top, const TimeGround& ground) {
    const auto& theme = scene.theme;
    const auto& step = scene.funnel.steps[row.step];
    const auto [early, late] = span_of(step);
    const std::size_t hue = scene.funnel.by_stage ? row.step : 0;
    const double middle = top + row.height / 2, right = ground.left + ground.width;
    Group group;
    group.title = step.title;
    group.description = scene.numbers.duration(early) + " – " + scene.numbers.duration(late);
    group.frame = Box{0, top, right, row.height};
    group.items.push_back(placed_at(row.title, {0, middle - row.title.box.height / 2}));
    if (early > ground.end_days) {
        add_later(scene, early, ground, middle, group.items);
        return group;
    }
    constexpr double least = 1.0;
    const double from = std::min(ground.x(early), right - least);
    const double to = std::clamp(ground.x(late), from + least, right);
    group.items.push_back(Rectangle{{from, middle - bar / 2, to - from, bar},
                                    std::min(bar, to - from) / 2,
                                    theme.stage_tint(hue),
                                    Stroke{theme.stage_border(hue), 0.25, {}}});
    for (const auto& arrival : step.arrivals) {
        if (arrival.median > ground.end_days) continue;
        const double x = std::clamp(ground.x(arrival.median), from + dot / 2,
                                    std::max(from + dot / 2, to - dot / 2));
        group.items.push_back(circle({x, middle}, dot, Fill{theme.ink}));
    }
    if (late > ground.end_days) {
        group.items.push_back(
            arrow_head({right, middle}, {right - 5, middle}, 2, Fill{theme.soft_ink}));
    }
    return group;
}

}  // namespace

Phases measure_phases(const Scene& scene, double label_width, double width) {
    Phases phases;
    const auto& measures = scene.measures;
    for (std::size_t i = 0; i < scene.funnel.steps.size(); ++i) {
        const auto& step = scene.funnel.steps[i];
        if (step.arrivals.empty()) continue;
        auto title =
            set_text(step.title, style(measures.smallest_type, Weight::medium, scene.theme.ink),
                     label_width, most_name_lines);
        const double height = std::max(bar, title.box.height) + row_gap;
        phases.rows.push_back({i, std::move(title), height});
    }
    if (phases.rows.empty() || phases.rows.size() > most_rows) return {};
    phases.heading =
        set_text(scene.words(Message::funnel_arrivals),
                 style(measures.label_type, Weight::semibold, scene.theme.ink), width, 1);
    phases.height = top_gap + phases.heading.box.height + heading_gap;
    for (const auto& row : phases.rows) phases.height += row.height;
    return phases;
}

Group draw_phases(const Scene& scene, const Phases& phases, const TimeGround& ground) {
    Group group;
    if (phases.rows.empty()) return group;
    group.items.push_back(placed_at(phases.heading, {0, top_gap}));
    double y = top_gap + phases.heading.box.height + heading_gap;
    for (const auto& row : phases.rows) {
        group.items.emplace_back(draw_row(scene, row, y, ground));
        y += row.height;
    }
    return group;
}

}  // namespace cjm::render::funnel
