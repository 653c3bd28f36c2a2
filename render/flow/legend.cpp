#include "render/flow/legend.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "render/flow/card.hpp"
#include "render/flow/widths.hpp"
#include "render/marks.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::flow {
namespace {

constexpr double line_height = 5.0, item_gap = 5.5, sample_gap = 1.4, longest_words = 110;

/// A sample of `width` drawn with its left middle at a point, and what it means.
struct Entry {
    double width = 0;
    std::function<void(Point, std::vector<Item>&)> draw;
    std::string words;
};

/// To one significant digit.
double round_figure(double value) {
    const double unit = std::pow(10, std::floor(std::log10(value)));
    return std::round(value / unit) * unit;
}

class LegendBuilder {
  public:
    explicit LegendBuilder(const Scene& scene) : scene_(scene) {}

    std::vector<Entry> entries() {
        add_card_entries();
        add_edge_entries();
        if (scene_.result) add_leaving_entries();
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
        const auto& theme = scene_.theme;
        if (scene_.result) {
            add(
                9,
                [&](Point at, std::vector<Item>& items) {
                    items.push_back(
                        Rectangle{{at.x, at.y - 0.65, 9, 1.3}, 0.65, Fill{theme.rule}, {}});
                    items.push_back(Rectangle{{at.x, at.y - 0.65, 5.6, 1.3},
                                              0.65,
                                              Fill{theme.line(Meaning::traffic, 1).colour},
                                              {}});
                },
                Message::flow_legend_reach);
        }
        add_moment_entries();
        if (any_card(
                [](const Card& card) { return card.touchpoint->owner_or_us() != Owner::us; })) {
            add(
                6,
                [&](Point at, std::vector<Item>& items) {
                    items.push_back(Rectangle{
                        {at.x, at.y - 1.6, 6, 3.2},
                        1,
                        Fill{theme.card},
                        Stroke{theme.line(Meaning::outside_control, 0.4).colour, 0.4, {1.5, 1.0}}});
                },
                Message::flow_outside_control);
        }
        if (any_card([](const Card& card) { return card.touchpoint->moment.has_value(); })) {
            add(
                6,
                [&](Point at, std::vector<Item>& items) {
                    items.push_back(Rectangle{
                        {at.x, at.y - 1.3, 6, 2.6}, 1.3, {}, Stroke{theme.soft_ink, 0.2, {}}});
                },
                Message::flow_legend_micro_moment);
        }
    }

    void add_star(bool filled, Message message) {
        constexpr double size = 3.6;
        add(
            size,
            [this, filled](Point at, std::vector<Item>& items) {
                const Point centre{at.x + size / 2, at.y};
                items.emplace_back(filled ? moment_star(scene_, centre, size)
                                          : hollow_star(scene_, centre, size));
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
            [this](Point at, std::vector<Item>& items) {
                const auto colour = scene_.theme.mark_outline(Meaning::moment_of_truth).colour;
                items.push_back(Rectangle{{at.x, at.y - 1.6, 6, 3.2},
                                          1,
                                          Fill{scene_.theme.card},
                                          Stroke{colour, 0.75, {}}});
            },
            Message::flow_legend_declared_frame);
    }

    void add_line(Meaning meaning, double width, Message message) {
        add(
            9,
            [this, meaning, width](Point at, std::vector<Item>& items) {
                const Point tip{at.x + 9, at.y};
                Path path;
                path.segments = {MoveTo{at}, LineTo{line_end(tip, at, 2.2)}};
                path.stroke = scene_.theme.line(meaning, width);
                items.emplace_back(std::move(path));
                items.emplace_back(
                    arrow_head(tip, at, 2.2, Fill{scene_.theme.line(meaning, 1).colour}));
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
                [&](Point at, std::vector<Item>& items) {
                    items.push_back(
                        hourglass({at.x + 1.1, at.y}, 2.2, Fill{scene_.theme.soft_ink}));
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
            [this, samples](Point at, std::vector<Item>& items) {
                double x = at.x;
                for (const auto& [thickness, label] : samples) {
                    Path path;
                    path.segments = {MoveTo{{x, at.y}}, LineTo{{x + 5, at.y}}};
                    path.stroke = scene_.theme.line(Meaning::traffic, thickness);
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
            5,
            [this, causes, ghosts, open](Point at, std::vector<Item>& items) {
                CardNumbers sample{1, 1, 1, !open ? 1.0 : ghosts ? 0.6 : 0.0, {}};
                for (const auto cause : causes) sample.causes.push_back({cause, 1});
                add_bubble(scene_, sample, {at.x + 2.4, at.y}, 4.8, items);
            },
            Message::flow_legend_bubble);
        for (const auto cause : causes) {
            entries_.push_back({2.8,
                                [this, cause](Point at, std::vector<Item>& items) {
                                    auto mark = circle({at.x + 1.4, at.y}, 2.8,
                                                       scene_.theme.mark(meaning_of_cause(cause)));
                                    mark.stroke =
                                        scene_.theme.mark_outline(meaning_of_cause(cause), 0.15);
                                    items.emplace_back(std::move(mark));
                                },
                                name_of_cause(scene_, cause)});
        }
        const auto add_mark = [&](Meaning meaning, auto mark, Message message) {
            add(
                6.2,
                [this, meaning, mark](Point at, std::vector<Item>& items) {
                    items.push_back(
                        mark(Point{at.x + 1.5, at.y}, 3.0, Fill{scene_.theme.text(meaning)}));
                    Path arc;
                    items.push_back(Rectangle{
                        {at.x + 3.8, at.y - 0.5, 2.4, 1.0}, 0.2, scene_.theme.mark(meaning), {}});
                },
                message);
        };
        if (ghosts) add_mark(Meaning::ghosted, ghost, Message::flow_legend_ghosted);
        if (open) add_mark(Meaning::left_openly, door, Message::flow_legend_left_openly);
    }

    const Scene& scene_;
    std::vector<Entry> entries_;
};

}  // namespace

Legend make_legend(const Scene& scene, double width) {
    Legend legend;
    double x = 0, y = line_height / 2;
    LegendBuilder builder(scene);  // the samples draw through it
    const auto entries = builder.entries();
    for (const auto& entry : entries) {
        auto words = set_text(entry.words,
                              style(scene.measures.smallest_type, Weight::regular, scene.theme.ink),
                              std::min(width - entry.width - sample_gap, longest_words), 1);
        const double needed = entry.width + sample_gap + words.box.width;
        if (x > 0 && x + needed > width) {
            x = 0;
            y += line_height;
        }
        entry.draw({x, y}, legend.group.items);
        legend.group.items.push_back(
            placed_at(words, {x + entry.width + sample_gap, y - words.box.height / 2}));
        x += needed + item_gap;
    }
    legend.height = y + line_height / 2;
    return legend;
}

}  // namespace cjm::render::flow
