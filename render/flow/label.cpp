#include "render/flow/label.hpp"

#include <algorithm>

#include "render/change/marks.hpp"
#include "render/flow/describe.hpp"
#include "render/marks.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::flow {
namespace {

constexpr double side = 0.7, gap = 1.5, hourglass_size = 2.1, hourglass_room = 2.4;
constexpr double tight = 1.35;
constexpr double sign_size = 2.5, sign_room = 3.1;
constexpr std::size_t most_change_lines = 3;
constexpr double longest_change_line = 36;

TextItem measured(const std::string& words, TextStyle own, double width = 1e9) {
    own.line_height = tight;
    return set_text(words, own, width);
}

void measure_change(const Scene& scene, const Edge& edge, EdgeLabel& label) {
    const ChangeWords words = change_words(scene);
    const Colour colour = scene.theme.text(Meaning::change);
    const auto measure = [&](const std::string& line, Weight weight, double room) {
        TextItem item = measured(line, style(scene.measures.smallest_type, weight, colour),
                                 longest_change_line);
        label.extent.width = std::max(label.extent.width, item.box.width + room + 2 * side);
        label.extent.height += item.box.height;
        return item;
    };
    const bool changed = edge.change != nullptr;
    if (changed) {
        label.change.push_back(measure(words.kind(edge.change->kind), Weight::bold, sign_room));
        for (const std::string& line : words.brief_fields(edge.change->fields, most_change_lines))
            label.change.push_back(measure(line, Weight::regular, 0));
    }
    if (edge.difference == nullptr || (changed && edge.change->kind == ChangeKind::added)) return;
    const MaybeEstimate& difference = edge.difference->traversals;
    if (shows_difference(scene, difference, changed))
        label.difference = measure(words.short_points(*difference), Weight::semibold, 0);
}

void draw_change(const Scene& scene, const Edge& edge, const EdgeLabel& label, Point at,
                 std::vector<Item>& items) {
    double room = sign_room;  // right of the sign
    for (const TextItem& line : label.change) {
        if (room > 0)
            items.emplace_back(change_sign(scene.theme, edge.change->kind,
                                           {at.x + sign_size / 2, at.y + line.box.height / 2},
                                           sign_size));
        items.push_back(placed_at(line, {at.x + room, at.y}));
        at.y += line.box.height;
        room = 0;
    }
    if (label.difference) items.push_back(placed_at(*label.difference, at));
}

}  // namespace

EdgeLabel measure_label(const Scene& scene, const Edge& edge) {
    EdgeLabel label;
    if (edge.share) {
        label.share = measured(scene.share(*edge.share),
                               style(scene.measures.label_type, Weight::semibold,
                                     scene.theme.text(meaning_of(scene.graph, edge))));
        label.head = {label.share->box.width + 2 * side, label.share->box.height};
    }
    if (shows_wait(scene, edge)) {
        label.wait =
            measured(scene.numbers.duration(*edge.wait_days),
                     style(scene.measures.smallest_type, Weight::regular, scene.theme.soft_ink));
        const auto& wait = label.wait->box;
        if (scene.measures.stacked_labels) {
            label.head.width = std::max(label.head.width, wait.width + hourglass_room + 2 * side);
            label.head.height += wait.height;
        } else {
            label.head.width += wait.width + hourglass_room + (label.share ? gap : 2 * side);
            label.head.height = std::max(label.head.height, wait.height);
        }
    }
    label.extent = label.head;
    if (scene.change != nullptr) measure_change(scene, edge, label);
    return label;
}

Group draw_label(const Scene& scene, const Edge& edge, const EdgeLabel& label, Point at) {
    Group group;
    group.title = name_edge(scene, edge);
    group.description = describe_edge(scene, edge);
    const Box plate{at.x, at.y - label.extent.height / 2, label.extent.width, label.extent.height};
    group.frame = plate;
    group.items.push_back(Rectangle{plate, 1.2, Fill{scene.theme.card}, {}});
    const double middle = plate.y + label.head.height / 2;
    double x = plate.x + side, share_y = middle, wait_y = middle;
    if (label.share && label.wait && scene.measures.stacked_labels) {
        share_y = plate.y + label.share->box.height / 2;
        wait_y = plate.y + label.head.height - label.wait->box.height / 2;
    }
    draw_change(scene, edge, label, {x, plate.y + label.head.height}, group.items);
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
