#include "render/map/legend.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "render/change/legend.hpp"
#include "render/flow/card.hpp"
#include "render/map/returns.hpp"
#include "render/map/text_rows.hpp"
#include "render/marks.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::map {
namespace {

constexpr double line_width = 8, mark_width = 3, mark_size = 2.4;

class LegendBuilder {
  public:
    LegendBuilder(const Content& content, const Curves& curves)
        : content_(content), scene_(content.scene), curves_(curves) {}

    std::vector<MapLegendEntry> take() {
        rows_ = {"touchpoints"};
        add_cards();
        add_returns();
        rows_ = {"curve"};
        add_curves();
        rows_ = {"simulated"};
        if (scene_.result) add_figures();
        add_marks();
        rows_ = {"evidence"};
        add_evidence();
        rows_ = {"touchpoints"};
        if (scene_.change != nullptr) add_changes();
        rows_.clear();
        if (!content_.carried.empty())
            add_mark(folded_page, Fill{scene_.theme.soft_ink}, scene_.words(Message::notes_legend));
        return std::move(entries_);
    }

  private:
    using Draw = std::function<void(Point, std::vector<Item>&)>;

    void add(double width, Draw draw, std::string words) {
        entries_.push_back({{width, std::move(draw), std::move(words)}, rows_, {}});
    }

    void add_mark(sheet::Mark mark, Fill fill, const std::string& words) {
        add(
            mark_width,
            [mark, fill](Point at, std::vector<Item>& items) {
                items.emplace_back(mark({at.x + mark_width / 2, at.y}, mark_size, fill));
            },
            words);
    }

    template <class Predicate>
    [[nodiscard]] bool any_card(Predicate predicate) const {
        return std::any_of(scene_.graph.cards.begin(), scene_.graph.cards.end(), predicate);
    }

    void add_star(bool filled, Message message) {
        constexpr double size = 3.4;
        add(
            size,
            [&scene_ = scene_, filled](Point at, std::vector<Item>& items) {
                const Point centre{at.x + size / 2, at.y};
                items.emplace_back(filled ? flow::moment_star(scene_, centre, size)
                                          : flow::hollow_star(scene_, centre, size));
            },
            scene_.words(message));
    }

    void add_cards() {
        const bool declared = any_card([](const flow::Card& card) { return card.declared(); });
        const bool found = any_card([](const flow::Card& card) { return card.found.has_value(); });
        const bool hollow =
            any_card([](const flow::Card& card) { return card.declared() && !card.found; });
        if (!scene_.graph.moments_known) {
            if (declared) add_star(true, Message::flow_legend_moment);
        } else {
            if (found) {
                add_star(true, Message::map_legend_found);
                entries_.back().unless = "simulated";  // where ranks and impacts stand
                rows_ = {"simulated"};
                add_star(true, Message::flow_legend_found);
                rows_ = {"touchpoints"};
            }
            if (hollow) add_star(false, Message::flow_legend_declared_only);
        }
        if (any_card(
                [](const flow::Card& card) { return card.touchpoint->owner_or_us() != Owner::us; }))
            add(
                6,
                [&scene_ = scene_](Point at, std::vector<Item>& items) {
                    items.emplace_back(
                        Rectangle{{at.x, at.y - 1.5, 6, 3},
                                  1,
                                  Fill{scene_.theme.card},
                                  Stroke{scene_.theme.line(Meaning::outside_control, 0.35).colour,
                                         0.35,
                                         {1.3, 0.9}}});
                },
                scene_.words(Message::flow_outside_control));
        if (any_card([](const flow::Card& card) { return card.touchpoint->moment.has_value(); }))
            add(
                5,
                [&scene_ = scene_](Point at, std::vector<Item>& items) {
                    items.emplace_back(Rectangle{{at.x, at.y - 1.2, 5, 2.4},
                                                 1.2,
                                                 {},
                                                 Stroke{scene_.theme.soft_ink, 0.2, {}}});
                },
                scene_.words(Message::flow_legend_micro_moment));
    }

    void add_line(Stroke stroke, const std::string& words, bool arrow = false) {
        add(
            line_width,
            [stroke, arrow](Point at, std::vector<Item>& items) {
                const Point tip{at.x + line_width, at.y};
                constexpr double size = 1.9;
                Path path;
                path.segments = {MoveTo{at}, LineTo{arrow ? line_end(tip, at, size) : tip}};
                path.stroke = stroke;
                items.emplace_back(std::move(path));
                if (arrow) items.emplace_back(arrow_head(tip, at, size, Fill{stroke.colour}));
            },
            words);
    }

    void add_returns() {
        if (find_returns(content_).drawn.empty()) return;
        add_line(scene_.theme.line(Meaning::loop, 0.45),
                 scene_.words(scene_.result ? Message::map_legend_return
                                            : Message::map_legend_return_plain),
                 true);
    }

    void add_curves() {
        for (std::size_t n = 0; n < curves_.all.size(); ++n) {
            const Curve& curve = curves_.all[n];
            const Message message = curve.declared ? Message::map_legend_declared
                                    : curves_.kind == CurveKind::goodwill
                                        ? Message::map_legend_goodwill
                                        : Message::map_legend_experience;
            constexpr double widest = 0.9;
            Stroke stroke = curve_stroke(scene_.theme, curves_, n);
            stroke.width = std::min(stroke.width, widest);
            add_line(stroke, curve.title.empty() ? scene_.words(message) : curve.title);
        }
        if (curves_.any() && curves_.all.front().band)
            add(
                6,
                [&scene_ = scene_](Point at, std::vector<Item>& items) {
                    items.emplace_back(
                        Rectangle{{at.x, at.y - 1.5, 6, 3}, 0, band_fill(scene_.theme), {}});
                },
                scene_.words(curves_.kind == CurveKind::goodwill
                                 ? Message::map_legend_band_goodwill
                                 : Message::map_legend_band_experience));
    }

    void add_figures() {
        const bool left =
            any_card([](const flow::Card& card) { return card.numbers && card.numbers->left > 0; });
        if (!left) return;
        add(
            7,
            [&scene_ = scene_](Point at, std::vector<Item>& items) {
                Path path;
                path.segments = {MoveTo{at}, LineTo{{at.x + 7, at.y}}};
                for (const double x : {at.x, at.x + 7}) {
                    path.segments.emplace_back(MoveTo{{x, at.y - 0.8}});
                    path.segments.emplace_back(LineTo{{x, at.y + 0.8}});
                }
                path.stroke = Stroke{scene_.theme.ink, 0.22, {}};
                items.emplace_back(std::move(path));
            },
            scene_.words(Message::map_legend_whisker,
                         scene_.numbers.percent(scene_.result->settings.confidence, 0)));
        add_mark(ghost, Fill{scene_.theme.text(Meaning::ghosted)},
                 scene_.words(Message::map_legend_silent));
    }

    [[nodiscard]] bool fills(BuiltInRow row) const {
        const auto filled = [this, row](const RowTexts& texts) {
            return std::ranges::any_of(
                texts.built_in[static_cast<std::size_t>(row)],
                [this](const Text& text) { return !content_.carried.number_of(text); });
        };
        const auto& stages = scene_.journey.stages;
        return any_card([&](const flow::Card& card) { return filled(card.touchpoint->rows); }) ||
               std::any_of(stages.begin(), stages.end(),
                           [&](const Stage& stage) { return filled(stage.rows); });
    }

    void add_changes() {
        for (const ChangeKind kind : {ChangeKind::changed, ChangeKind::added, ChangeKind::gone})
            if (any_card([kind](const flow::Card& card) {
                    return card.change != nullptr && card.change->kind == kind;
                }))
                entries_.push_back({change_entry(scene_, kind), rows_, {}});
        if (scene_.change->figures && !scene_.change->journey.nothing())
            entries_.push_back(
                {difference_entry(scene_, content_.tokens.small(scene_.theme.ink)), rows_, {}});
    }

    void add_marks() {
        for (const BuiltInRow row : {BuiltInRow::pains, BuiltInRow::ideas}) {
            rows_ = {std::string(to_string(row))};
            if (fills(row))
                add_mark(mark_of(row), mark_fill(scene_.theme, row),
                         scene_.words(row == BuiltInRow::pains ? Message::map_legend_pain
                                                               : Message::map_legend_idea));
        }
    }

    void add_evidence() {
        std::set<int> seen;
        std::vector<EvidenceKind> kinds;
        for (const flow::Card& card : scene_.graph.cards)
            if (card.touchpoint->evidence &&
                seen.insert(evidence_grade(card.touchpoint->evidence->kind)).second)
                kinds.push_back(card.touchpoint->evidence->kind);
        std::sort(kinds.begin(), kinds.end(), [](EvidenceKind a, EvidenceKind b) {
            return evidence_grade(a) < evidence_grade(b);
        });
        if (kinds.size() < 2) return;
        for (const EvidenceKind kind : {kinds.front(), kinds.back()})
            add_mark(evidence_mark(kind), Fill{scene_.theme.soft_ink},
                     scene_.words(kind == kinds.front() ? Message::map_legend_weak
                                                        : Message::map_legend_strong));
    }

    const Content& content_;
    const flow::Scene& scene_;
    const Curves& curves_;
    std::vector<std::string> rows_;  ///< of what is added
    std::vector<MapLegendEntry> entries_;
};

}  // namespace

std::vector<MapLegendEntry> legend_entries(const Content& content, const Curves& curves) {
    return LegendBuilder(content, curves).take();
}

std::vector<LegendEntry> entries_in(const std::vector<MapLegendEntry>& legend,
                                    const sheet::Sheet& sheet, sheet::Range rows) {
    std::vector<LegendEntry> entries;
    for (const MapLegendEntry& entry : legend) {
        const auto stands_here = [&](const std::string& id) {
            for (std::size_t row = rows.first; row < rows.last; ++row)
                if (sheet.rows[row].id == id) return true;
            return false;
        };
        if (!entry.unless.empty() && stands_here(entry.unless)) continue;
        if (entry.rows.empty() || std::ranges::any_of(entry.rows, stands_here))
            entries.push_back(entry.entry);
    }
    return entries;
}

}  // namespace cjm::render::map
