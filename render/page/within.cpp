#include "render/page/within.hpp"

#include <algorithm>

#include "render/outline.hpp"
#include "render/overloaded.hpp"

namespace cjm::render {
namespace {

Box grown(Box box, const std::optional<Stroke>& stroke) {
    const double by = stroke ? stroke->width / 2 : 0;
    return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

Box joined(const Box& a, const Box& b) {
    if (a.width <= 0 && a.height <= 0) return b;
    if (b.width <= 0 && b.height <= 0) return a;
    const double x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Box reach(const Group& group) {
    Box all;
    for (const Item& item : group.items) all = joined(all, reach_of(item));
    return all;
}

bool touches(const Box& a, const Box& b) {
    return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom();
}

}  // namespace

Box reach_of(const Item& item) {
    return std::visit(Overloaded{[](const Group& group) { return reach(group); },
                                 [](const TextItem& text) { return text.box; },
                                 [](const Image& image) { return image.box; },
                                 [](const auto& shape) {
                                     return grown(bounds(outline_of(shape)), shape.stroke);
                                 }},
                      item);
}

Group within(const Group& group, const Box& box) {
    Group part{group.id, group.title, group.description, group.frame, {}, group.clip};
    for (const Item& item : group.items) {
        if (const auto* inner = std::get_if<Group>(&item)) {
            Group kept = within(*inner, box);
            if (!kept.items.empty()) part.items.emplace_back(std::move(kept));
        } else if (touches(reach_of(item), box)) {
            part.items.push_back(item);
        }
    }
    return part;
}

bool is_free(const Group& group, const Box& box) {
    return within(group, box).items.empty();
}

}  // namespace cjm::render
