#include "render/funnel/survival.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/contract.hpp"
#include "render/funnel/bars.hpp"
#include "render/funnel/end_bar.hpp"
#include "render/funnel/phases.hpp"
#include "render/marks.hpp"
#include "render/outline.hpp"
#include "render/page/transform.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::funnel {
namespace {

constexpr double first_days = 100;
constexpr double title_gap = 2.2, axis_gap = 1, tick_room = 4.4, tick_label_gap = 1.2;
constexpr double least_plot = 46, end_bar_gap = 2.4;

/// The inner parts of a chart and where they stand.
struct Layout {
    TextItem title, note;
    std::optional<TextItem> half;
    EndBar ends;
    Phases phases;
    double label_width = 0, plot_top = 0, plot_left = 0, plot_width = 0;
    double height = 0;  ///< with the least plot
    double least_plot_height = 0;
};

/// The first time counted by which half or fewer are on the way; none where that is at once, or
/// never.
std::optional<double> half_life(const Survival& survival) {
    for (std::size_t i = 0; i < survival.days.size(); ++i) {
        if (survival.still_on_the_way[i] > 0.5) continue;
        if (i == 0) return std::nullopt;
        return survival.days[i];
    }
    return std::nullopt;
}

Layout lay_out(const Scene& scene, double width) {
    constexpr double label_part = 0.2, least_label = 24, most_label = 44;
    const auto& measures = scene.measures;
    const auto& theme = scene.theme;
    Layout layout;
    layout.title = set_text(scene.words(Message::funnel_survival),
                            style(measures.title_type, Weight::semibold, theme.ink), width, 1);
    layout.note = set_text(scene.words(Message::funnel_survival_note),
                           style(measures.smallest_type, Weight::regular, theme.soft_ink), width);
    double words = layout.title.box.height + layout.note.box.height;
    if (const auto days = half_life(*scene.result->survival)) {
        layout.half = set_text(
            scene.words(Message::funnel_half, scene.numbers.duration(*days)),
            style(measures.label_type, Weight::semibold, theme.text(Meaning::traffic)), width);
        words += layout.half->box.height;
    }
    layout.ends = measure_end_bar(scene);
    layout.label_width = std::clamp(label_part * width, least_label, most_label);
    layout.plot_left = layout.label_width + 1.5;
    layout.plot_width = width - layout.plot_left - end_bar_gap - layout.ends.width;
    layout.phases = measure_phases(scene, layout.label_width - 1, width);
    layout.plot_top = words + std::max(title_gap, layout.ends.heading_height + 0.6);
    layout.least_plot_height = std::max(least_plot, layout.ends.height);
    layout.height =
        layout.plot_top + layout.least_plot_height + axis_gap + tick_room + layout.phases.height;
    return layout;
}

class SurvivalDrawer {
  public:
    SurvivalDrawer(const Scene& scene, const SurvivalChart& chart, double height)
        : scene_(scene), chart_(chart), layout_(lay_out(scene, chart.width)) {
        plot_ = {layout_.plot_left, layout_.plot_top, layout_.plot_width,
                 layout_.least_plot_height + std::max(0.0, height - layout_.height)};
        ground_ = {plot_.x, plot_.width, chart.end_days};
    }

    Group draw() {
        Group group;
        group.id = "survival";
        group.title = layout_.title.paragraph;
        group.description = description();
        group.items.push_back(layout_.title);
        group.items.push_back(placed_at(layout_.note, {0, layout_.title.box.height}));
        if (layout_.half) {
            group.items.push_back(
                placed_at(*layout_.half, {0, layout_.title.box.height + layout_.note.box.height}));
        }
        add_axes(group.items);
        add_curve(group.items);
        add_readings(group.items);
        const double bar_x = plot_.right() + end_bar_gap;
        group.items.emplace_back(draw_end_bar(
            scene_, layout_.ends, {bar_x, plot_.y, layout_.ends.width, plot_.height}, when()));
        const double phases_top = plot_.bottom() + axis_gap + tick_room;
        group.items.emplace_back(
            translated(draw_phases(scene_, layout_.phases, ground_), 0, phases_top));
        return group;
    }

  private:
    [[nodiscard]] const Survival& curve() const { return *scene_.result->survival; }
    [[nodiscard]] double y(double share) const { return plot_.bottom() - share * plot_.height; }

    [[nodiscard]] std::string when() const {
        const auto horizon = scene_.result->horizon_days;
        if (!horizon) return scene_.words(Message::funnel_in_the_end);
        return scene_.words(Message::funnel_after, scene_.numbers.duration(*horizon));
    }

    [[nodiscard]] std::string description() const {
        std::string words;
        for (const auto& tick : time_axis(scene_, chart_.end_days, 5).ticks) {
            if (!words.empty()) words += ", ";
            words +=
                tick.words + ": " + scene_.numbers.percent(still_on_the_way(curve(), tick.value));
        }
        return words;
    }

    void add_axes(std::vector<Item>& items) const {
        const auto& theme = scene_.theme;
        const auto small = style(scene_.measures.smallest_type, Weight::regular, theme.soft_ink);
        for (const auto& tick : share_axis(scene_, 1, 4).ticks) {
            items.push_back(level_line(theme, y(tick.value), plot_.x, plot_.right()));
            auto label = set_text(tick.words, small, 1e9);
            items.push_back(placed_at(label, {plot_.x - tick_label_gap - label.box.width,
                                              y(tick.value) - label.box.height / 2}));
        }
        const double bottom = phases_bottom();
        for (const auto& tick : time_axis(scene_, chart_.end_days, ticks()).ticks) {
            const double x = ground_.x(tick.value);
            items.push_back(upright_line(theme, x, plot_.y, plot_.bottom() + axis_gap));
            if (bottom > plot_.bottom() + tick_room)
                items.push_back(upright_line(theme, x, phases_top(), bottom));
            auto label = set_text(tick.words, small, 1e9);
            const double left = std::min(x - label.box.width / 2,
                                         plot_.right() + end_bar_gap - label.box.width / 2);
            items.push_back(placed_at(label, {left, plot_.bottom() + axis_gap + 0.3}));
        }
    }

    /// About one for every 12 mm: labels stay apart.
    [[nodiscard]] int ticks() const {
        constexpr double room = 12;
        return std::max(2, static_cast<int>(plot_.width / room));
    }
    [[nodiscard]] double phases_top() const {
        const double heading = layout_.phases.height > 0 ? layout_.phases.heading.box.height : 0;
        return plot_.bottom() + axis_gap + tick_room + heading + 3.0;
    }
    [[nodiscard]] double phases_bottom() const {
        return plot_.bottom() + axis_gap + tick_room + layout_.phases.height;
    }

    void add_curve(std::vector<Item>& items) const {
        const auto& theme = scene_.theme;
        std::vector<Segment> steps{MoveTo{{plot_.x, y(1)}}};
        double share = 1;
        for (std::size_t i = 0; i < curve().days.size(); ++i) {
            if (curve().days[i] > chart_.end_days * (1 + 1e-9)) break;
            const double x = ground_.x(curve().days[i]);
            steps.emplace_back(LineTo{{x, y(share)}});
            share = curve().still_on_the_way[i];
            steps.emplace_back(LineTo{{x, y(share)}});
        }
        steps.emplace_back(LineTo{{plot_.right(), y(share)}});
        Path area;
        area.segments = steps;
        area.segments.emplace_back(LineTo{{plot_.right(), plot_.bottom()}});
        area.segments.emplace_back(LineTo{{plot_.x, plot_.bottom()}});
        area.segments.emplace_back(ClosePath{});
        constexpr double faint = 0.16;
        area.fill = Fill{mixed(theme.mark(Meaning::traffic).colour, theme.page, faint)};
        items.emplace_back(std::move(area));
        Path line;
        line.segments = std::move(steps);
        line.stroke = Stroke{theme.line(Meaning::traffic, 1).colour, 0.7, {}};
        items.emplace_back(std::move(line));
        items.push_back(Rectangle{
            {plot_.x, plot_.bottom() - 0.1, plot_.width, 0.2}, 0, Fill{theme.card_border}, {}});
    }

    /// Shares read off the curve where it was counted, as many as have room above it.
    void add_readings(std::vector<Item>& items) const {
        const auto& theme = scene_.theme;
        std::vector<Box> taken;
        const auto add = [&](double days, const std::string& words) {
            const double share = still_on_the_way(curve(), days);
            const Point at{ground_.x(days), y(share)};
            auto label =
                set_text(words, style(scene_.measures.label_type, Weight::medium, theme.ink), 1e9);
            const Box plate{at.x + 1.2, at.y - 1.2 - label.box.height, label.box.width + 1.2,
                            label.box.height};
            if (plate.right() > plot_.right() - 0.5 || plate.y < plot_.y) return;
            for (const auto& box : taken)
                if (overlap(plate, box, -0.6)) return;
            taken.push_back(plate);
            items.push_back(Rectangle{plate, 0.8, Fill{theme.page}, {}});
            items.push_back(placed_at(std::move(label), {plate.x + 0.6, plate.y}));
            auto mark = circle(at, 1.9, Fill{theme.line(Meaning::traffic, 1).colour});
            mark.stroke = Stroke{theme.page, 0.35, {}};
            items.push_back(std::move(mark));
        };
        for (const auto& tick : time_axis(scene_, chart_.end_days, 5).ticks) {
            if (tick.value <= 0 || !counted_at(tick.value)) continue;
            add(tick.value, scene_.words(Message::funnel_after, tick.words) + ": " +
                                scene_.share(still_on_the_way(curve(), tick.value)));
        }
    }

    [[nodiscard]] bool counted_at(double days) const {
        return std::any_of(curve().days.begin(), curve().days.end(), [&](double day) {
            return std::abs(day - days) < 1e-6 * chart_.end_days;
        });
    }

    const Scene& scene_;
    const SurvivalChart& chart_;
    Layout layout_;
    Box plot_;
    TimeGround ground_;
};

}  // namespace

bool has_survival(const Scene& scene) {
    const auto& survival = scene.result->survival;
    return survival && survival->days.size() > 1 && survival->days.back() > 0;
}

/// The time by which the curve is as good as flat.
double settled_days(const Survival& survival) {
    constexpr double flat = 0.005;  // above where the curve ends
    for (std::size_t i = 0; i < survival.days.size(); ++i)
        if (survival.still_on_the_way[i] <= survival.still_on_the_way.back() + flat)
            return survival.days[i];
    return survival.days.back();
}

SurvivalChart measure_survival(const Scene& scene, double width) {
    CJM_EXPECTS(has_survival(scene));
    const auto& survival = *scene.result->survival;
    const double last = survival.days.back();
    SurvivalChart chart;
    chart.width = width;
    chart.end_days = scene.result->horizon_days.value_or(std::min(last, first_days));
    // a curve that has long come to rest would be a line at the left
    constexpr double after_rest = 1.25, worth_a_cut = 0.6;
    const double settled = after_rest * settled_days(survival);
    if (settled > 0 && settled < worth_a_cut * chart.end_days) chart.end_days = settled;
    chart.height = lay_out(scene, width).height;
    return chart;
}

Group draw_survival(const Scene& scene, const SurvivalChart& chart, double height) {
    return SurvivalDrawer(scene, chart, height).draw();
}

double still_on_the_way(const Survival& survival, double days) {
    double share = 1;
    for (std::size_t i = 0; i < survival.days.size(); ++i) {
        if (survival.days[i] > days * (1 + 1e-9)) break;
        share = survival.still_on_the_way[i];
    }
    return share;
}

}  // namespace cjm::render::funnel
