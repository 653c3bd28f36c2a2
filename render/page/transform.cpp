#include "render/page/transform.hpp"

#include <algorithm>

#include "base/contract.hpp"
#include "render/overloaded.hpp"

namespace cjm::render {
namespace {

/// p becomes factor x p + shift.
struct Change {
    double factor = 1;
    Point shift;

    void apply(Point& p) const { p = {factor * p.x + shift.x, factor * p.y + shift.y}; }

    void apply(Box& box) const {
        Point corner{box.x, box.y};
        apply(corner);
        box = {corner.x, corner.y, factor * box.width, factor * box.height};
    }

    void apply(std::optional<Stroke>& stroke) const {
        if (!stroke) return;
        stroke->width *= factor;
        for (double& dash : stroke->dashes) dash *= factor;
    }

    void apply(Segment& segment) const {
        std::visit(
            Overloaded{[this](MoveTo& s) { apply(s.to); }, [this](LineTo& s) { apply(s.to); },
                       [this](CurveTo& s) {
                           apply(s.control1);
                           apply(s.control2);
                           apply(s.to);
                       },
                       [](ClosePath&) {}},
            segment);
    }

    void apply(Rectangle& rectangle) const {
        apply(rectangle.box);
        rectangle.radius *= factor;
        apply(rectangle.stroke);
    }

    void apply(Path& path) const {
        for (Segment& segment : path.segments) apply(segment);
        apply(path.stroke);
    }

    void apply(Image& image) const { apply(image.box); }

    void apply(TextItem& text) const {
        text.style.size_pt *= factor;
        apply(text.box);
        for (TextLine& line : text.lines) {
            apply(line.start);
            line.width *= factor;
        }
    }

    void apply(Group& group) const {
        if (group.frame) apply(*group.frame);
        if (group.clip) apply(*group.clip);
        for (Item& item : group.items) std::visit([this](auto& thing) { apply(thing); }, item);
    }
};

}  // namespace

Group translated(Group group, double dx, double dy) {
    Change{1, {dx, dy}}.apply(group);
    return group;
}

Group scaled(Group group, double factor) {
    CJM_EXPECTS(factor > 0);
    Change{factor, {}}.apply(group);
    return group;
}

Picture scaled(Picture picture, double factor) {
    for (Page& page : picture.pages) {
        page.width *= factor;
        page.height *= factor;
        page.content = scaled(std::move(page.content), factor);
    }
    return picture;
}

Placement fitted(PageSize drawing, const Box& box) {
    CJM_EXPECTS(drawing.width > 0 && drawing.height > 0);
    const double factor = std::min(box.width / drawing.width, box.height / drawing.height);
    return {factor,
            {box.x + (box.width - factor * drawing.width) / 2,
             box.y + (box.height - factor * drawing.height) / 2}};
}

}  // namespace cjm::render
