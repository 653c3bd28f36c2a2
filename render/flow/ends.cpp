#include "render/flow/ends.hpp"

#include "render/marks.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::flow {
namespace {

constexpr double padding = 1.7, badge = 6.0, badge_gap = 1.8, cut = 2.6;

/// A rectangle whose corners are cut: nobody goes on from here.
Path cut_corners(const Box& box) {
    Path path;
    const double r = box.right(), b = box.bottom();
    path.segments = {
        MoveTo{{box.x + cut, box.y}}, LineTo{{r - cut, box.y}},     LineTo{{r, box.y + cut}},
        LineTo{{r, b - cut}},         LineTo{{r - cut, b}},         LineTo{{box.x + cut, b}},
        LineTo{{box.x, b - cut}},     LineTo{{box.x, box.y + cut}}, ClosePath{}};
    return path;
}

void add_outline(const Scene& scene, EndKind kind, const Box& box, std::vector<Item>& items) {
    const auto& theme = scene.theme;
    auto line = theme.mark_outline(meaning_of(kind), 0.55);
    switch (kind) {
        case EndKind::success:
            items.push_back(Rectangle{box, box.height / 2, Fill{theme.card}, line});
            return;
        case EndKind::lost: {
            auto path = cut_corners(box);
            path.fill = Fill{theme.card};
            path.stroke = line;
            items.emplace_back(std::move(path));
            return;
        }
        case EndKind::ghosted:
            line.dashes = {0.6, 1.1};
            break;
        case EndKind::left_openly:
            break;
        case EndKind::in_progress:
            line.dashes = {2.2, 1.1};
            break;
    }
    line.width = 0.4;
    const double radius = kind == EndKind::in_progress ? box.height / 2 : 0.8;
    items.push_back(Rectangle{box, radius, Fill{theme.card}, line});
}

}  // namespace

EndFace measure_end(const Scene& scene, const End& end) {
    EndFace face;
    const double inner = scene.measures.end_width - 2 * padding - badge - badge_gap - 1.6;
    face.title = set_balanced(
        end.title, style(scene.measures.title_type - 0.6, Weight::semibold, scene.theme.ink), inner,
        most_name_lines);
    face.height = face.title.box.height + 2 * padding;
    if (end.share) {
        face.share = set_text(
            scene.numbers.percent(*end.share),
            style(scene.measures.figure_type, Weight::bold, scene.theme.text(meaning_of(end.kind))),
            inner);
        face.height += face.share->box.height;
    }
    if (scene.change != nullptr && shows_difference(scene, end.difference, false)) {
        face.difference = set_text(change_words(scene).short_points(*end.difference),
                                   style(scene.measures.smallest_type, Weight::semibold,
                                         scene.theme.text(Meaning::change)),
                                   inner);
        face.height += face.difference->box.height;
    }
    face.height = std::max(face.height, badge + 2 * padding);
    return face;
}

Group draw_end(const Scene& scene, std::size_t index, const EndFace& face, const Box& box) {
    const auto& end = scene.graph.ends[index];
    Group group;
    group.id = "end-" + std::to_string(index + 1);
    group.title = end.title;
    if (end.share) group.description = scene.numbers.percent(*end.share);
    if (scene.change != nullptr && end.difference)
        group.description += ", " + change_words(scene).points(*end.difference);
    group.frame = box;
    add_outline(scene, end.kind, box, group.items);
    const Point centre{box.x + padding + 0.8 + badge / 2, box.y + box.height / 2};
    const auto fill = scene.theme.mark(meaning_of(end.kind));
    const Fill disc{fill.pattern == Pattern::solid ? fill.colour : scene.theme.ink};
    group.items.push_back(circle(centre, badge, disc));
    group.items.push_back(end_sign(end.kind, centre, badge * 0.62, Fill{scene.theme.card}));
    const double x = centre.x + badge / 2 + badge_gap;
    const auto height = [](const std::optional<TextItem>& item) {
        return item ? item->box.height : 0;
    };
    double y =
        box.y +
        (box.height - face.title.box.height - height(face.share) - height(face.difference)) / 2;
    const auto put = [&](const TextItem& item) {
        group.items.push_back(placed_at(item, {x, y}));
        y += item.box.height;
    };
    if (face.share) put(*face.share);
    put(face.title);
    if (face.difference) put(*face.difference);
    return group;
}

}  // namespace cjm::render::flow
