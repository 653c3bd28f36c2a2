#include "render/funnel/row_face.hpp"

#include <algorithm>

#include "render/change/words.hpp"
#include "render/funnel/bars.hpp"
#include "render/marks.hpp"

namespace cjm::render::funnel {
namespace {

constexpr double least_row = 8.6;
constexpr LegendSpacing in_rows{3.5, 2.6, 0.8};

/// Samples and words of a row's small lines.
class Pieces {
  public:
    explicit Pieces(const Scene& scene) : scene_(scene) {}

    std::vector<LegendEntry> ways(const Step& step) const {
        std::vector<LegendEntry> entries;
        const double open = step.left.estimate - step.ghosted.estimate;
        constexpr double rounding = 1e-12;
        if (step.ghosted.estimate > 0)
            entries.push_back(way(EndKind::ghosted, Message::flow_ghosted, step.ghosted.estimate));
        if (open > rounding)
            entries.push_back(way(EndKind::left_openly, Message::flow_left_openly, open));
        for (const auto& part : step.lost) {
            entries.push_back(way(EndKind::lost, scene_.funnel.ends[part.end].title + " " +
                                                     scene_.share(part.share)));
        }
        return entries;
    }

    std::vector<LegendEntry> causes(const Step& step) const {
        std::vector<LegendEntry> entries;
        for (const auto& part : step.causes) {
            constexpr double size = 2.3;
            entries.push_back(
                {size,
                 [&scene = scene_, cause = part.cause](Point at, std::vector<Item>& items) {
                     items.push_back(cause_swatch(scene.theme, cause, at, size));
                 },
                 name_of_cause(scene_, part.cause) + " " + scene_.share(part.share.estimate)});
        }
        return entries;
    }

  private:
    LegendEntry way(EndKind kind, Message message, double share) const {
        return way(kind, scene_.words(message, scene_.share(share)));
    }
    LegendEntry way(EndKind kind, std::string words) const {
        constexpr double size = 2.6;
        return {size,
                [&scene = scene_, kind](Point at, std::vector<Item>& items) {
                    items.push_back(end_sign(kind, {at.x + size / 2, at.y}, size,
                                             Fill{scene.theme.text(meaning_of(kind))}));
                },
                std::move(words)};
    }

    const Scene& scene_;
};

/// "14.4 % leave here (14.3–14.5 %)" and "23.1 % of those who come (22.9–23.3 %)".
std::vector<TextItem> lines_of_left(const Scene& scene, const Step& step, double width) {
    const auto& measures = scene.measures;
    if (!(step.left.estimate > 0)) {
        if (!step.lost.empty()) return {};
        return {set_text(scene.words(Message::funnel_nobody_leaves),
                         style(measures.smallest_type, Weight::regular, scene.theme.soft_ink),
                         width, 1)};
    }
    const auto line = [&](Message message, const Estimate& share, Weight weight, Colour colour) {
        auto words = scene.words(message, scene.share(share));
        const auto interval = interval_words(scene, share);
        if (!interval.empty()) words += " " + interval;
        return set_text(words, style(measures.smallest_type, weight, colour), width);
    };
    std::vector<TextItem> lines;
    if (!step.lost.empty())  // the bar is as long as both together
        lines.push_back(
            set_text(scene.words(Message::funnel_lost_here,
                                 scene.numbers.percent(step.left.estimate + lost_of(step))),
                     style(measures.smallest_type, Weight::semibold, scene.theme.ink), width));
    lines.push_back(line(Message::flow_leave_here, step.left,
                         lines.empty() ? Weight::semibold : Weight::regular, scene.theme.ink));
    if (step.drop_off && measures.causes_in_words) {
        lines.push_back(
            line(Message::funnel_of_those, *step.drop_off, Weight::regular, scene.theme.soft_ink));
    }
    if (shows_difference(step.drop_off_difference)) {
        const ChangeWords words(scene.journey, *scene.change);
        lines.push_back(set_text(
            scene.words(Message::funnel_of_those, words.points(*step.drop_off_difference)),
            style(measures.smallest_type, Weight::semibold, scene.theme.text(Meaning::change)),
            width));
    }
    return lines;
}

}  // namespace

bool is_lost_here(const Step& step) {
    return step.left.estimate > 0 || !step.lost.empty();
}

double losses_height(const Scene& scene, const RowFace& face, const Step& step) {
    double height = is_lost_here(step) ? scene.measures.loss_bar + losses_gap : 0;
    for (const auto& line : face.left) height += line.box.height;
    return height + face.ways.height + face.causes.height;
}

RowFace measure_row(const Scene& scene, const Step& step, const Columns& columns) {
    const auto& measures = scene.measures;
    const auto& theme = scene.theme;
    RowFace face;
    const double label_room = columns.label_width - 2 * label_padding;
    face.title = set_text(step.title, style(measures.title_type, Weight::semibold, theme.ink),
                          label_room, most_name_lines);
    const auto small = style(measures.smallest_type, Weight::regular, theme.soft_ink);
    double label_height = face.title.box.height;
    if (scene.funnel.by_stage && measures.causes_in_words) {
        const auto count = static_cast<double>(step.touchpoints);
        face.count = set_text(
            scene.words(plural(count, Message::funnel_touchpoint, Message::funnel_touchpoints),
                        scene.numbers.count(count)),
            small, label_room, 1);
        label_height += face.count->box.height;
    }
    if (step.change) {
        const ChangeWords words(scene.journey, *scene.change);
        face.change =
            set_text(words.kind(*step.change),
                     style(measures.smallest_type, Weight::bold, theme.text(Meaning::change)),
                     label_room - change_sign_room, 1);
        label_height += face.change->box.height;
    }
    face.reach = set_text(scene.share(step.reach),
                          style(measures.figure_type, Weight::bold, theme.text(Meaning::traffic)),
                          figure_width, 1);
    face.interval = set_text(interval_words(scene, step.reach), small, figure_width);
    double figure_height = face.reach.box.height + face.interval.box.height;
    if (shows_difference(step.reach_difference)) {
        const ChangeWords words(scene.journey, *scene.change);
        face.reach_difference =
            set_text(words.short_points(*step.reach_difference),
                     style(measures.smallest_type, Weight::semibold, theme.text(Meaning::change)),
                     figure_width);
        figure_height += face.reach_difference->box.height;
    }
    face.left = lines_of_left(scene, step, columns.losses_width);
    const Pieces pieces(scene);
    face.ways = set_legend(pieces.ways(step), small, columns.losses_width, in_rows);
    if (measures.causes_in_words)
        face.causes = set_legend(pieces.causes(step), small, columns.losses_width, in_rows);
    face.height = std::max({least_row, label_height + 2 * label_padding, figure_height,
                            losses_height(scene, face, step)}) +
                  2 * measures.row_padding;
    return face;
}

}  // namespace cjm::render::funnel
