#include "render/funnel/table.hpp"

#include <algorithm>

#include "base/contract.hpp"
#include "render/change/marks.hpp"
#include "render/funnel/bars.hpp"
#include "render/funnel/row_face.hpp"
#include "render/marks.hpp"
#include "render/page/transform.hpp"

namespace cjm::render::funnel {
namespace {

constexpr double gap = 4;
constexpr double tick_gap = 0.8, heading_gap = 1.4;

/// Of the smallest type.
double line_height(const Scene& scene) {
    constexpr double spacing = 1.35, millimetres_a_point = 25.4 / 72;
    return scene.measures.smallest_type * spacing * millimetres_a_point;
}

class TableDrawer {
  public:
    TableDrawer(const Scene& scene, const Table& table, double height)
        : scene_(scene),
          table_(table),
          columns_(table.columns),
          extra_((height - table.height) / static_cast<double>(table.rows.size())),
          reach_(share_axis(scene, 1, 4)),
          losses_(
              share_axis(scene, scene.funnel.most_lost, table.columns.losses_width < 70 ? 3 : 5)) {
        double y = table.heading_height;
        for (const auto& row : table.rows) {
            tops_.push_back(y);
            y += row.height + extra_;
        }
        tops_.push_back(y);
    }

    Group draw() {
        Group group;
        add_heading(group.items);
        add_grid(group.items);
        for (std::size_t i = 0; i + 1 < table_.rows.size(); ++i) add_connector(i, group.items);
        for (std::size_t i = 0; i < table_.rows.size(); ++i) group.items.emplace_back(row(i));
        return group;
    }

  private:
    [[nodiscard]] const Step& step(std::size_t row) const {
        return scene_.funnel.steps[table_.first + row];
    }
    [[nodiscard]] double reach_x(double share) const {
        return columns_.bars_x + std::min(share, 1.0) * columns_.bars_width;
    }
    /// Who goes on or comes to a success.
    [[nodiscard]] static double going_of(const Step& step) {
        return std::max(0.0, step.reach.estimate - step.left.estimate - lost_of(step));
    }
    [[nodiscard]] double loss_width(double share) const {
        return share / losses_.end * columns_.losses_width;
    }
    /// Where the bar of reach stands in a row.
    [[nodiscard]] Box bar_of(std::size_t row) const {
        constexpr double part = 0.58, most = 16;
        const double room = tops_[row + 1] - tops_[row];
        const double height = std::min(most, part * room);
        return {columns_.bars_x, tops_[row] + (room - height) / 2, columns_.bars_width, height};
    }

    void add_heading(std::vector<Item>& items) const {
        const auto& theme = scene_.theme;
        const auto small = style(scene_.measures.smallest_type, Weight::regular, theme.soft_ink);
        const double ticks_y = table_.heading_height - tick_gap - line_height(scene_);
        const auto add = [&](const TextItem& words, double x) {
            items.push_back(placed_at(words, {x, ticks_y - heading_gap - words.box.height}));
        };
        add(table_.reach_heading, columns_.bars_x);
        add(table_.losses_heading, columns_.losses_x);
        const auto add_ticks = [&](const Axis& axis, double x, double width, double most) {
            for (const auto& tick : axis.ticks) {
                auto label = set_text(tick.words, small, width, 1);
                const double at = x + tick.value / axis.end * width - label.box.width / 2;
                const double least = tick.value > 0 ? at : x;
                items.push_back(
                    placed_at(label, {std::min(least, most - label.box.width), ticks_y}));
            }
        };
        add_ticks(reach_, columns_.bars_x, columns_.bars_width,
                  columns_.figure_x + columns_.figure_width);
        add_ticks(losses_, columns_.losses_x, columns_.losses_width,
                  columns_.losses_x + columns_.losses_width);
    }

    void add_grid(std::vector<Item>& items) const {
        for (const auto& tick : reach_.ticks) {
            items.push_back(upright_line(scene_.theme, reach_x(tick.value),
                                         table_.heading_height - tick_gap, tops_.back()));
        }
    }

    /// From those who go on to those who reach the next step.
    void add_connector(std::size_t row, std::vector<Item>& items) const {
        const auto above = bar_of(row), below = bar_of(row + 1);
        const auto& from = step(row);
        const double going = going_of(from);
        Path path;
        path.segments = {MoveTo{{columns_.bars_x, above.bottom()}},
                         LineTo{{reach_x(going), above.bottom()}},
                         LineTo{{reach_x(step(row + 1).reach.estimate), below.y}},
                         LineTo{{columns_.bars_x, below.y}}, ClosePath{}};
        constexpr double faint = 0.14;
        path.fill =
            Fill{mixed(scene_.theme.mark(Meaning::traffic).colour, scene_.theme.page, faint)};
        items.emplace_back(std::move(path));
    }

    Group row(std::size_t index) const {
        const auto& face = table_.rows[index];
        const auto& data = step(index);
        Group group;
        group.id = "step-" + std::to_string(table_.first + index + 1);
        group.title = data.title;
        group.description = describe_step(scene_, data);
        const double top = tops_[index], height = tops_[index + 1] - top;
        group.frame = Box{0, top, columns_.losses_x + columns_.losses_width, height};
        add_label(face, index, group.items);
        add_reach(face, index, group.items);
        add_losses(face, index, group.items);
        return group;
    }

    void add_label(const RowFace& face, std::size_t index, std::vector<Item>& items) const {
        const auto& theme = scene_.theme;
        const double padding = scene_.measures.row_padding;
        const std::size_t hue = scene_.funnel.by_stage ? table_.first + index : 0;
        const Box plate{0, tops_[index] + padding / 2, columns_.label_width,
                        tops_[index + 1] - tops_[index] - padding};
        constexpr double radius = 1.2, accent = 1.1;
        items.push_back(Rectangle{plate, radius, theme.stage_tint(hue), {}});
        items.push_back(Rectangle{{plate.x, plate.y, accent, plate.height},
                                  accent / 2,
                                  Fill{theme.stage_border(hue)},
                                  {}});
        if (step(index).change)
            for (Item& line : change_frame(theme, *step(index).change, plate, radius))
                items.push_back(std::move(line));
        const double words = face.title.box.height + (face.count ? face.count->box.height : 0) +
                             (face.change ? face.change->box.height : 0);
        double y = plate.y + (plate.height - words) / 2;
        items.push_back(placed_at(face.title, {label_padding, y}));
        y += face.title.box.height;
        if (face.count) items.push_back(placed_at(*face.count, {label_padding, y}));
        y += face.count ? face.count->box.height : 0;
        if (!face.change) return;
        items.emplace_back(
            change_sign(theme, *step(index).change,
                        {label_padding + change_sign_size / 2, y + face.change->box.height / 2},
                        change_sign_size));
        items.push_back(placed_at(*face.change, {label_padding + change_sign_room, y}));
    }

    void add_reach(const RowFace& face, std::size_t index, std::vector<Item>& items) const {
        const auto& theme = scene_.theme;
        const auto& data = step(index);
        const Box bar = bar_of(index);
        const double reach = data.reach.estimate;
        const double kept = going_of(data);
        const double going = std::min(reach, kept + lost_of(data));
        const double silent = std::min(reach, going + data.ghosted.estimate);
        const auto part = [&](double from, double to, const Fill& fill, Meaning meaning) {
            if (!(to > from)) return;
            items.push_back(
                Rectangle{{reach_x(from), bar.y, reach_x(to) - reach_x(from), bar.height},
                          0,
                          fill,
                          theme.mark_outline(meaning, 0.15)});
        };
        part(0, kept, theme.mark(Meaning::traffic), Meaning::traffic);
        part(kept, going, theme.mark(Meaning::lost), Meaning::lost);
        part(going, silent, ghosted_fill(theme), Meaning::ghosted);
        part(silent, reach, openly_fill(theme), Meaning::left_openly);
        const double middle = bar.y + bar.height / 2;
        add_whisker(theme, {reach_x(data.reach.low), middle}, {reach_x(data.reach.high), middle},
                    bar.height * 0.4, items);
        const double words = face.reach.box.height + face.interval.box.height +
                             (face.reach_difference ? face.reach_difference->box.height : 0);
        const double y = middle - words / 2;
        items.push_back(placed_at(face.reach, {columns_.figure_x, y}));
        if (!face.interval.paragraph.empty()) {
            items.push_back(
                placed_at(face.interval, {columns_.figure_x, y + face.reach.box.height}));
        }
        if (face.reach_difference)
            items.push_back(placed_at(
                *face.reach_difference,
                {columns_.figure_x, y + face.reach.box.height + face.interval.box.height}));
    }

    void add_losses(const RowFace& face, std::size_t index, std::vector<Item>& items) const {
        const auto& theme = scene_.theme;
        const auto& data = step(index);
        const double room = tops_[index + 1] - tops_[index];
        const double stretch = std::min(extra_ / 3, 4.0);
        const double thickness = scene_.measures.loss_bar + std::max(0.0, stretch);
        const bool any = is_lost_here(data);
        const double all =
            losses_height(scene_, face, data) + (any ? thickness - scene_.measures.loss_bar : 0);
        double y = tops_[index] + (room - all) / 2;
        if (any) {
            double x = columns_.losses_x;
            for (const auto& part : data.causes) {
                const double width = loss_width(part.share.estimate);
                items.push_back(Rectangle{{x, y, width, thickness},
                                          0,
                                          theme.mark(meaning_of_cause(part.cause)),
                                          theme.mark_outline(meaning_of_cause(part.cause), 0.15)});
                x += width;
            }
            if (const double width = loss_width(lost_of(data)); width > 0) {
                items.push_back(Rectangle{{x, y, width, thickness},
                                          0,
                                          theme.mark(Meaning::lost),
                                          theme.mark_outline(Meaning::lost, 0.15)});
            }
            items.push_back(upright_line(theme, columns_.losses_x, y - 0.5, y + thickness + 0.5));
            const double middle = y + thickness / 2;
            if (data.left.estimate > 0) {
                add_whisker(theme, {columns_.losses_x + loss_width(data.left.low), middle},
                            {columns_.losses_x + loss_width(data.left.high), middle},
                            thickness * 0.5, items);
            }
            y += thickness + losses_gap;
        }
        for (const auto& line : face.left) {
            items.push_back(placed_at(line, {columns_.losses_x, y}));
            y += line.box.height;
        }
        for (const auto* legend : {&face.ways, &face.causes}) {
            items.emplace_back(translated(legend->group, columns_.losses_x, y));
            y += legend->height;
        }
    }

    const Scene& scene_;
    const Table& table_;
    const Columns& columns_;
    double extra_;  // height that each row gets beyond what it needs
    Axis reach_, losses_;
    std::vector<double> tops_;
};

}  // namespace

Columns columns_for(double width) {
    CJM_EXPECTS(width >= least_table_width);
    constexpr double label_part = 0.18, least_label = 30, most_label = 52, bars_part = 0.43;
    Columns columns;
    columns.label_width = std::clamp(label_part * width, least_label, most_label);
    columns.bars_x = columns.label_width + gap;
    columns.figure_width = figure_width;
    const double rest = width - columns.bars_x - gap / 2 - figure_width - gap;
    columns.bars_width = bars_part * rest;
    columns.figure_x = columns.bars_x + columns.bars_width + gap / 2;
    columns.losses_x = columns.figure_x + figure_width + gap;
    columns.losses_width = width - columns.losses_x;
    return columns;
}

Table measure_table(const Scene& scene, std::size_t first, std::size_t last, double width) {
    CJM_EXPECTS(first < last && last <= scene.funnel.steps.size());
    Table table;
    table.columns = columns_for(width);
    table.first = first;
    const auto heading =
        style(scene.measures.smallest_type, Weight::semibold, scene.theme.soft_ink);
    table.reach_heading = set_text(scene.words(Message::funnel_reach), heading,
                                   table.columns.bars_width + figure_width);
    table.losses_heading =
        set_text(scene.words(Message::funnel_losses), heading, table.columns.losses_width);
    table.heading_height =
        std::max(table.reach_heading.box.height, table.losses_heading.box.height) +
        line_height(scene) + heading_gap + tick_gap;
    table.height = table.heading_height;
    for (std::size_t i = first; i < last; ++i) {
        table.rows.push_back(measure_row(scene, scene.funnel.steps[i], table.columns));
        table.height += table.rows.back().height;
    }
    return table;
}

Group draw_table(const Scene& scene, const Table& table, double height) {
    return TableDrawer(scene, table, std::max(height, table.height)).draw();
}

std::string describe_step(const Scene& scene, const Step& step) {
    std::string words =
        scene.words(Message::flow_reached_by, scene.numbers.percent(step.reach.estimate));
    if (!(step.left.estimate > 0)) return words;
    words +=
        ", " + scene.words(Message::flow_leave_here, scene.numbers.percent(step.left.estimate));
    words +=
        ", " + scene.words(Message::flow_ghost_here, scene.numbers.percent(step.ghosted.estimate));
    for (const auto& part : step.causes) {
        words += ", " + name_of_cause(scene, part.cause) + " " +
                 scene.numbers.percent(part.share.estimate);
    }
    return words;
}

}  // namespace cjm::render::funnel
