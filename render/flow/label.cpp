#include "render/flow/label.hpp"

#include <algorithm>

#include "render/flow/describe.hpp"
#include "render/marks.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::flow {
namespace {

constexpr double side = 0.7, gap = 1.5, hourglass_size = 2.1, hourglass_room = 2.4;
constexpr double tight = 1.35;

}  // namespace

EdgeLabel measure_label(const Scene& scene, const Edge& edge) {
    EdgeLabel label;
    const auto measure = [&](const std::string& words, const TextStyle& wanted) {
        auto own = wanted;
        own.line_height = tight;
        return set_text(words, own, 1e9);
    };
    if (edge.share) {
        label.share = measure(scene.share(*edge.share),
                              style(scene.measures.label_type, Weight::semibold,
                                    scene.theme.text(meaning_of(scene.graph, edge))));
        label.extent = {label.share->box.width + 2 * side, label.share->box.height};
    }
    if (shows_wait(scene, edge)) {
        label.wait =
            measure(scene.numbers.duration(*edge.wait_days),
                    style(scene.measures.smallest_type, Weight::regular, scene.theme.soft_ink));
        const auto& wait = label.wait->box;
        if (scene.measures.stacked_labels) {
            label.extent.width =
                std::max(label.extent.width, wait.width + hourglass_room + 2 * side);
            label.extent.height += wait.height;
        } else {
            label.extent.width += wait.width + hourglass_room + (label.share ? gap : 2 * side);
            label.extent.height = std::max(label.extent.height, wait.height);
        }
    }
    return label;
}

Group draw_label(const Scene& scene, const Edge& edge, const EdgeLabel& label, Point at) {
    Group group;
    group.title = name_edge(scene, edge);
    group.description = describe_edge(scene, edge);
    const Box plate{at.x, at.y - label.extent.height / 2, label.extent.width, label.extent.height};
    group.frame = plate;
    group.items.push_back(Rectangle{plate, 1.2, Fill{scene.theme.card}, {}});
    double x = plate.x + side, share_y = at.y, wait_y = at.y;
    if (label.share && label.wait && scene.measures.stacked_labels) {
        share_y = plate.y + label.share->box.height / 2;
        wait_y = plate.bottom() - label.wait->box.height / 2;
    }
    if (label.share) {
        const auto& box = label.share->box;
        group.items.push_back(placed_at(*label.share, {x, share_y - box.height / 2}));
        if (!scene.measures.stacked_labels) x += box.width + gap;
    }
    if (label.wait) {
        const double wait_x = x + hourglass_room;
        group.items.push_back(hourglass({x + hourglass_size / 2, wait_y}, hourglass_size,
                                        Fill{scene.theme.soft_ink}));
        group.items.push_back(
            placed_at(*label.wait, {wait_x, wait_y - label.wait->box.height / 2}));
    }
    return group;
}

}  // namespace cjm::render::flow
