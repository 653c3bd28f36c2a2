#include "render/flow/legend.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "render/change/marks.hpp"
#include "render/flow/card.hpp"
#include "render/flow/widths.hpp"
#include "render/marks.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::flow {
namespace {

/// To one significant digit.
double round_figure(double value) {
    const double unit = std::pow(10, std::floor(std::log10(value)));
    return std::round(value / unit) * unit;
}

class LegendBuilder {
  public:
    explicit LegendBuilder(const Scene& scene) : scene_(scene) {}

    std::vector<LegendEntry> entries() {
        add_card_entries();
        add_edge_entries();
        if (scene_.result) add_leaving_entries();
        if (scene_.change != nullptr) add_change_entries();
        return std::move(entries_);
    }

  private:
    template <class Predicate>
    [[nodiscard]] bool any_card(Predicate predicate) const {
        return std::any_of(scene_.graph.cards.begin(), scene_.graph.cards.end(), predicate);
    }
    template <class Predicate>
    [[nodiscard]] bool any_edge(Predicate predicate) const {
        return std::any_of(scene_.graph.edges.begin(), scene_.graph.edges.end(), predicate);
    }

    void add(double width, std::function<void(Point, std::vector<Item>&)> draw, Message message) {
        entries_.push_back({width, std::move(draw), scene_.words(message)});
    }

    void add_card_entries() {
        if (scene_.result) {
            add(
                9,
                [&scene = scene_](Point at, std::vector<Item>& items) {
                    items.push_back(
                        Rectangle{{at.x, at.y - 0.65, 9, 1.3}, 0.65, Fill{scene.theme.rule}, {}});
                    items.push_back(Rectangle{{at.x, at.y - 0.65, 5.6, 1.3},
                                              0.65,
                                              Fill{scene.theme.line(Meaning::traffic, 1).colour},
                                              {}});
                },
                Message::flow_legend_reach);
        }
        add_moment_entries();
        if (any_card(
                [](const Card& card) { return card.touchpoint->owner_or_us() != Owner::us; })) {
            add(
                6,
                [&scene = scene_](Point at, std::vector<Item>& items) {
                    items.push_back(
                        Rectangle{{at.x, at.y - 1.6, 6, 3.2},
                                  1,
                                  Fill{scene.theme.card},
                                  Stroke{scene.theme.line(Meaning::outside_control, 0.4).colour,
                                         0.4,
                                         {1.5, 1.0}}});
                },
                Message::flow_outside_control);
        }
        if (any_card([](const Card& card) { return card.touchpoint->moment.has_value(); })) {
            add(
                6,
                [&scene = scene_](Point at, std::vector<Item>& items) {
                    items.push_back(Rectangle{{at.x, at.y - 1.3, 6, 2.6},
                                              1.3,
                                              {},
                                              Stroke{scene.theme.soft_ink, 0.2, {}}});
                },
                Message::flow_legend_micro_moment);
        }
    }

    void add_star(bool filled, Message message) {
        constexpr double size = 3.6;
        add(
            size,
            [&scene = scene_, filled](Point at, std::vector<Item>& items) {
                const Point centre{at.x + size / 2, at.y};
                items.emplace_back(filled ? moment_star(scene, centre, size)
                                          : hollow_star(scene, centre, size));
            },
            message);
    }

    void add_moment_entries() {
        const bool declared = any_card([](const Card& card) { return card.declared(); });
        if (!scene_.graph.moments_known) {
            if (declared) add_star(true, Message::flow_legend_moment);
            return;
        }
        if (any_card([](const Card& card) { return card.found.has_value(); }))
            add_star(true, Message::flow_legend_found);
        if (any_card([](const Card& card) { return card.declared() && !card.found; }))
            add_star(false, Message::flow_legend_declared_only);
        if (!any_card([](const Card& card) { return card.declared() && card.found; })) return;
        add(
            6,
            [&scene = scene_](Point at, std::vector<Item>& items) {
                const auto colour = scene.theme.mark_outline(Meaning::moment_of_truth).colour;
                items.push_back(Rectangle{{at.x, at.y - 1.6, 6, 3.2},
                                          1,
                                          Fill{scene.theme.card},
                                          Stroke{colour, 0.75, {}}});
            },
            Message::flow_legend_declared_frame);
    }

    void add_line(Meaning meaning, double width, Message message) {
        add(
            9,
            [&scene = scene_, meaning, width](Point at, std::vector<Item>& items) {
                const Point tip{at.x + 9, at.y};
                Path path;
                path.segments = {MoveTo{at}, LineTo{line_end(tip, at, 2.2)}};
                path.stroke = scene.theme.line(meaning, width);
                items.emplace_back(std::move(path));
                items.emplace_back(
                    arrow_head(tip, at, 2.2, Fill{scene.theme.line(meaning, 1).colour}));
            },
            message);
    }

    void add_edge_entries() {
        const auto& graph = scene_.graph;
        const auto shows = [&](Meaning meaning) {
            return any_edge([&](const Edge& edge) { return meaning_of(graph, edge) == meaning; });
        };
        if (scene_.result) add_widths();
        add_chip(scene_.result ? Message::flow_legend_share : Message::flow_legend_author_share);
        if (any_edge([&](const Edge& edge) { return shows_wait(scene_, edge); })) {
            add(
                2.2,
                [&scene = scene_](Point at, std::vector<Item>& items) {
                    items.push_back(hourglass({at.x + 1.1, at.y}, 2.2, Fill{scene.theme.soft_ink}));
                },
                Message::flow_legend_wait);
        }
        if (shows(Meaning::loop)) add_line(Meaning::loop, 0.6, Message::flow_legend_loop);
        if (shows(Meaning::success)) add_line(Meaning::success, 0.8, Message::flow_legend_success);
        if (shows(Meaning::lost)) add_line(Meaning::lost, 0.6, Message::flow_legend_lost);
    }

    void add_chip(Message message) {
        auto label = set_text(scene_.share(0.62),
                              style(scene_.measures.smallest_type, Weight::semibold,
                                    scene_.theme.text(Meaning::traffic)),
                              1e9);
        const double width = label.box.width;
        add(
            width,
            [label](Point at, std::vector<Item>& items) {
                items.push_back(placed_at(label, {at.x, at.y - label.box.height / 2}));
            },
            message);
    }

    /// Three lines with what their widths stand for.
    void add_widths() {
        const double most = most_traffic(scene_.graph);
        std::vector<std::pair<double, TextItem>> samples;
        double width = 0;
        for (const double part : {0.1, 0.5, 1.0}) {
            const double traffic = round_figure(part * most);
            samples.emplace_back(width_for(traffic, most),
                                 set_text(scene_.numbers.number(traffic),
                                          style(scene_.measures.smallest_type, Weight::regular,
                                                scene_.theme.soft_ink),
                                          1e9));
            width += 5 + 1 + samples.back().second.box.width + 1.6;
        }
        add(
            width - 1.6,
            [&scene = scene_, samples](Point at, std::vector<Item>& items) {
                double x = at.x;
                for (const auto& [thickness, label] : samples) {
                    Path path;
                    path.segments = {MoveTo{{x, at.y}}, LineTo{{x + 5, at.y}}};
                    path.stroke = scene.theme.line(Meaning::traffic, thickness);
                    items.emplace_back(std::move(path));
                    items.push_back(placed_at(label, {x + 6, at.y - label.box.height / 2}));
                    x += 5 + 1 + label.box.width + 1.6;
                }
            },
            Message::flow_legend_width);
    }

    void add_leaving_entries() {
        std::set<std::size_t> causes;
        bool ghosts = false, open = false;
        for (const auto& card : scene_.graph.cards) {
            for (const auto& part : card.numbers->causes) causes.insert(part.cause);
            ghosts = ghosts || card.numbers->ghosted > 0;
            open = open || card.numbers->left > card.numbers->ghosted + 1e-12;
        }
        if (causes.empty()) return;
        add(
            9,
            [&scene = scene_, causes](Point at, std::vector<Item>& items) {
                CardNumbers sample{1, 1, 1, 1, {}};
                for (const auto cause : causes) sample.causes.push_back({cause, 1});
                add_causes(scene, sample, {at.x, at.y - 1.05, 9, 2.1}, items);
            },
            Message::flow_legend_causes);
        for (const auto cause : causes) {
            entries_.push_back({2.8,
                                [&scene = scene_, cause](Point at, std::vector<Item>& items) {
                                    auto mark = circle({at.x + 1.4, at.y}, 2.8,
                                                       scene.theme.mark(meaning_of_cause(cause)));
                                    mark.stroke =
                                        scene.theme.mark_outline(meaning_of_cause(cause), 0.15);
                                    items.emplace_back(std::move(mark));
                                },
                                name_of_cause(scene_, cause)});
        }
        const auto add_mark = [&](Meaning meaning, auto mark, Message message) {
            add(
                3,
                [&scene = scene_, meaning, mark](Point at, std::vector<Item>& items) {
                    items.push_back(
                        mark(Point{at.x + 1.5, at.y}, 3.0, Fill{scene.theme.text(meaning)}));
                },
                message);
        };
        if (ghosts) add_mark(Meaning::ghosted, ghost, Message::flow_legend_ghosted);
        if (open) add_mark(Meaning::left_openly, door, Message::flow_legend_left_openly);
    }

    void add_change(ChangeKind kind, Message message) {
        const auto is_so = [kind](const auto& part) {
            return part.change != nullptr && part.change->kind == kind;
        };
        if (!any_card(is_so) && !any_edge(is_so)) return;
        add(
            16.4,
            [&scene = scene_, kind](Point at, std::vector<Item>& items) {
                constexpr double sign = 2.7, line = 6, top = 1.7;
                const Box box{at.x + 3.4, at.y - top, 6, 2 * top};
                items.emplace_back(change_sign(scene.theme, kind, {at.x + sign / 2, at.y}, sign));
                items.push_back(Rectangle{box, 1, Fill{scene.theme.card}, {}});
                for (Item& frame : change_frame(scene.theme, kind, box, 1))
                    items.push_back(std::move(frame));
                Path way;
                way.segments = {MoveTo{{box.right() + 1, at.y}},
                                LineTo{{box.right() + 1 + line, at.y}}};
                constexpr double width = 1.1;
                way.stroke = scene.theme.line(Meaning::traffic, width);
                if (kind == ChangeKind::changed) items.emplace_back(way);
                for (const Stroke& stroke : change_strokes(scene.theme, kind, width)) {
                    way.stroke = stroke;
                    items.emplace_back(way);
                }
            },
            message);
    }

    void add_change_entries() {
        add_change(ChangeKind::changed, Message::change_legend_changed);
        add_change(ChangeKind::added, Message::change_legend_added);
        add_change(ChangeKind::gone, Message::change_legend_gone);
        if (!scene_.change->figures || scene_.change->journey.nothing()) return;
        auto sample = set_text(
            "±",
            style(scene_.measures.label_type, Weight::bold, scene_.theme.text(Meaning::change)),
            1e9);
        const double width = sample.box.width;
        add(
            width,
            [sample](Point at, std::vector<Item>& items) {
                items.push_back(placed_at(sample, {at.x, at.y - sample.box.height / 2}));
            },
            Message::change_legend_points);
    }

    const Scene& scene_;
    std::vector<LegendEntry> entries_;
};

}  // namespace

std::vector<LegendEntry> legend_entries(const Scene& scene) {
    return LegendBuilder(scene).entries();
}

}  // namespace cjm::render::flow
