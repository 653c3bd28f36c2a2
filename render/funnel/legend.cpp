#include "render/funnel/legend.hpp"

#include <algorithm>

#include "render/change/legend.hpp"
#include "render/funnel/bars.hpp"
#include "render/funnel/survival.hpp"
#include "render/marks.hpp"

namespace cjm::render::funnel {
namespace {

constexpr double sample = 6, sample_height = 2.8;

LegendEntry bar(const Scene& scene, const Fill& fill, Meaning meaning, Message message) {
    return {sample,
            [&scene, fill, meaning](Point at, std::vector<Item>& items) {
                items.push_back(Rectangle{{at.x, at.y - sample_height / 2, sample, sample_height},
                                          0,
                                          fill,
                                          scene.theme.mark_outline(meaning, 0.15)});
            },
            scene.words(message)};
}

bool has_intervals(const Funnel& funnel) {
    return std::any_of(funnel.steps.begin(), funnel.steps.end(), [](const Step& step) {
        return step.reach.high > step.reach.low || step.left.high > step.left.low;
    });
}

LegendEntry whisker(const Scene& scene) {
    constexpr double width = 5, height = 2.4;
    return {width,
            [&scene](Point at, std::vector<Item>& items) {
                add_whisker(scene.theme, at, {at.x + width, at.y}, height, items);
            },
            scene.words(Message::funnel_legend_interval,
                        scene.numbers.percent(scene.result->settings.confidence, 0))};
}

void add_arrivals(const Scene& scene, std::vector<LegendEntry>& entries) {
    constexpr double height = 2.6;
    entries.push_back({sample,
                       [&scene](Point at, std::vector<Item>& items) {
                           items.push_back(
                               Rectangle{{at.x, at.y - height / 2, sample, height},
                                         height / 2,
                                         scene.theme.stage_tint(0),
                                         Stroke{scene.theme.stage_border(0), 0.25, {}}});
                       },
                       scene.words(Message::funnel_legend_arrivals)});
    entries.push_back({1.7,
                       [&scene](Point at, std::vector<Item>& items) {
                           items.push_back(circle({at.x + 0.85, at.y}, 1.7, Fill{scene.theme.ink}));
                       },
                       scene.words(Message::funnel_legend_median)});
}

}  // namespace

std::vector<LegendEntry> legend_entries(const Scene& scene) {
    std::vector<LegendEntry> entries;
    entries.push_back(bar(scene, scene.theme.mark(Meaning::traffic), Meaning::traffic,
                          Message::funnel_legend_on));
    const auto& result = *scene.result;
    if (std::any_of(scene.funnel.steps.begin(), scene.funnel.steps.end(),
                    [](const Step& step) { return !step.lost.empty(); })) {
        entries.push_back(
            bar(scene, scene.theme.mark(Meaning::lost), Meaning::lost, Message::flow_legend_lost));
    }
    if (result.ghosted.estimate > 0) {
        entries.push_back(bar(scene, ghosted_fill(scene.theme), Meaning::ghosted,
                              Message::funnel_legend_ghosted));
    }
    if (result.left_openly.estimate > 0) {
        entries.push_back(bar(scene, openly_fill(scene.theme), Meaning::left_openly,
                              Message::funnel_legend_openly));
    }
    if (has_intervals(scene.funnel)) entries.push_back(whisker(scene));
    const auto& steps = scene.funnel.steps;
    const bool timed = std::any_of(steps.begin(), steps.end(),
                                   [](const Step& step) { return !step.arrivals.empty(); });
    if (has_survival(scene) && timed) add_arrivals(scene, entries);
    for (const ChangeKind kind : {ChangeKind::changed, ChangeKind::added, ChangeKind::gone})
        if (std::any_of(steps.begin(), steps.end(),
                        [kind](const Step& step) { return step.change == kind; }))
            entries.push_back(change_entry(scene, kind));
    if (scene.change != nullptr && scene.change->figures)
        entries.push_back(difference_entry(
            scene, style(scene.measures.smallest_type, Weight::bold, scene.theme.ink)));
    return entries;
}

}  // namespace cjm::render::funnel
