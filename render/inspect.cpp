#include "render/inspect.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "render/outline.hpp"
#include "render/overloaded.hpp"
#include "render/text/measure.hpp"

namespace cjm::render {
namespace {

/// One line of text as painted.
struct PaintedLine {
    const TextItem* item = nullptr;
    const TextLine* line = nullptr;
    std::vector<const Group*> groups;  ///< that hold it and have a frame
    std::size_t order = 0;             ///< of painting
    Box box, band;                     ///< all its room; the room of capitals
};

/// A rectangle or path as painted.
struct PaintedShape {
    Outline outline;
    Box reach;  ///< bounds, with half the stroke
    bool opaque = false;
    double stroke = 0;  ///< width; 0 = none
    const Group* group = nullptr;
    std::size_t order = 0;
};

Box grown(const Box& box, double by) {
    return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

/// What both cover; of no size where they are apart.
Box common(const Box& a, const Box& b) {
    const double x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0.0, std::min(a.right(), b.right()) - x),
            std::max(0.0, std::min(a.bottom(), b.bottom()) - y)};
}

Box capitals(const TextLine& line, const TextStyle& style) {
    constexpr double capital_height = 0.73, mm_per_point = 25.4 / 72;
    const double height = capital_height * style.size_pt * mm_per_point;
    return {line.start.x, line.start.y - height, line.width, height};
}

bool is_seen(const std::optional<Stroke>& stroke) {
    return stroke && stroke->width > 0 && stroke->colour.opacity > 0.2;
}

/// Everything on a page in the order of painting.
class Collector {
  public:
    explicit Collector(const Group& root) { collect(root); }

    std::vector<PaintedLine> lines;
    std::vector<PaintedShape> shapes;

  private:
    void collect(const Group& group) {
        groups_.push_back(&group);
        const std::optional<Box> around = clip_;
        if (group.clip) clip_ = clip_ ? common(*clip_, *group.clip) : *group.clip;
        for (const Item& item : group.items)
            std::visit(Overloaded{[this](const Group& inner) { collect(inner); },
                                  [this](const TextItem& text) { add_lines(text); },
                                  [this](const Image& image) { add_image(image); },
                                  [this](const auto& shape) { add_shape(shape); }},
                       item);
        clip_ = around;
        groups_.pop_back();
    }

    void add_lines(const TextItem& item) {
        ++order_;
        std::vector<const Group*> framed;
        std::copy_if(groups_.begin(), groups_.end(), std::back_inserter(framed),
                     [](const Group* group) { return group->frame.has_value(); });
        for (const TextLine& line : item.lines)
            if (!line.text.empty() && is_shown(line_box(line, item.style)))
                lines.push_back({&item, &line, framed, order_, line_box(line, item.style),
                                 capitals(line, item.style)});
    }

    template <class Shape>
    void add_shape(const Shape& shape) {
        PaintedShape painted{outline_of(shape), {}, false, 0, groups_.back(), ++order_};
        painted.opaque = shape.fill && shape.fill->colour.opacity > 0.5;
        if (is_seen(shape.stroke)) painted.stroke = shape.stroke->width;
        painted.reach = grown(bounds(painted.outline), painted.stroke / 2);
        if (clip_) painted.reach = common(painted.reach, *clip_);
        if (!painted.outline.empty()) shapes.push_back(std::move(painted));
    }

    /// Whether a line shows whole: what a clip cuts, another sheet shows.
    [[nodiscard]] bool is_shown(const Box& box) const {
        return !clip_ || lies_within(box, *clip_, 0);
    }

    void add_image(const Image& image) {
        shapes.push_back({outline_of(image.box), image.box, true, 0, groups_.back(), ++order_});
    }

    std::vector<const Group*> groups_;
    std::optional<Box> clip_;
    std::size_t order_ = 0;
};

/// Whether the shape leaves ink on the box.
bool inks(const PaintedShape& shape, const Box& box) {
    if (!overlap(shape.reach, box, 0)) return false;
    if (passes_through(shape.outline, grown(box, shape.stroke / 2)))
        return shape.opaque || shape.stroke > 0;
    return shape.opaque && encloses(shape.outline, {box.x + box.width / 2, box.y + box.height / 2});
}

/// Whether the shape covers all of the box, so that nothing below it shows.
bool grounds(const PaintedShape& shape, const Box& box) {
    return shape.opaque && overlap(shape.reach, box, 0) && !passes_through(shape.outline, box) &&
           encloses(shape.outline, {box.x + box.width / 2, box.y + box.height / 2});
}

class Inspector {
  public:
    Inspector(const Page& page, std::size_t number, const InspectOptions& options)
        : page_{0, 0, page.width, page.height},
          number_(number),
          options_(options),
          all_(page.content) {}

    [[nodiscard]] std::vector<Defect> defects() {
        find_overlaps();
        find_strays();
        for (const PaintedLine& line : all_.lines) {
            find_unreadable(line);
            find_hiding(line);
            find_crossing(line);
        }
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Defect& a, const Defect& b) { return a.kind < b.kind; });
        return std::move(found_);
    }

  private:
    void report(DefectKind kind, const PaintedLine& line, const std::string& other) {
        found_.push_back({kind, number_, line.line->text, other, line.box});
    }

    void find_overlaps() {
        std::vector<const PaintedLine*> by_left;
        for (const PaintedLine& line : all_.lines) by_left.push_back(&line);
        std::stable_sort(
            by_left.begin(), by_left.end(),
            [](const PaintedLine* a, const PaintedLine* b) { return a->box.x < b->box.x; });
        for (std::size_t i = 0; i < by_left.size(); ++i)
            for (std::size_t j = i + 1;
                 j < by_left.size() && by_left[j]->box.x < by_left[i]->box.right(); ++j)
                if (by_left[i]->item != by_left[j]->item &&
                    overlap(by_left[i]->box, by_left[j]->box, options_.tolerance))
                    report(DefectKind::overlapping_text, *by_left[i], by_left[j]->line->text);
    }

    void find_strays() {
        for (const PaintedLine& line : all_.lines) {
            if (!lies_within(line.box, page_, options_.tolerance))
                report(DefectKind::outside_page, line, "");
            for (const Group* group : line.groups)
                if (!lies_within(line.box, *group->frame, options_.tolerance))
                    report(DefectKind::outside_frame, line, group->id);
        }
        for (const PaintedShape& shape : all_.shapes)
            if (!lies_within(shape.reach, page_, options_.tolerance))
                found_.push_back(
                    {DefectKind::outside_page, number_, "", shape.group->id, shape.reach});
    }

    void find_unreadable(const PaintedLine& line) {
        const TextStyle& style = line.item->style;
        if (style.size_pt < options_.least_pt - 1e-9) report(DefectKind::too_small, line, "");
        if (missing_glyphs(line.line->text, style) > 0)
            report(DefectKind::missing_glyphs, line, "");
    }

    void find_hiding(const PaintedLine& line) {
        for (const PaintedShape& shape : all_.shapes)
            if (shape.order > line.order && inks(shape, line.band))
                report(DefectKind::hidden_text, line, shape.group->id);
    }

    void find_crossing(const PaintedLine& line) {
        for (auto shape = all_.shapes.rbegin(); shape != all_.shapes.rend(); ++shape) {
            if (shape->order > line.order) continue;
            const Box band = grown(line.band, shape->stroke / 2);
            if (shape->stroke > 0 && overlap(shape->reach, band, 0) &&
                passes_through(shape->outline, band))
                report(DefectKind::crossed_text, line, shape->group->id);
            if (grounds(*shape, line.band)) return;
        }
    }

    Box page_;
    std::size_t number_;
    const InspectOptions& options_;
    Collector all_;
    std::vector<Defect> found_;
};

}  // namespace

std::string_view to_string(DefectKind kind) {
    switch (kind) {
        case DefectKind::overlapping_text:
            return "overlapping text";
        case DefectKind::outside_frame:
            return "outside its frame";
        case DefectKind::outside_page:
            return "outside the page";
        case DefectKind::too_small:
            return "too small";
        case DefectKind::missing_glyphs:
            return "missing glyphs";
        case DefectKind::hidden_text:
            return "hidden text";
        case DefectKind::crossed_text:
            break;
    }
    return "crossed text";
}

std::string to_string(const Defect& defect) {
    const Box& box = defect.where;
    return fmt::format("page {}: {}: \"{}\" / \"{}\" at {:.2f} {:.2f}, {:.2f} x {:.2f} mm",
                       defect.page + 1, to_string(defect.kind), defect.text, defect.other, box.x,
                       box.y, box.width, box.height);
}

std::vector<Defect> inspect(const Picture& picture, const InspectOptions& options) {
    std::vector<Defect> all;
    for (std::size_t page = 0; page < picture.pages.size(); ++page) {
        std::vector<Defect> found = Inspector(picture.pages[page], page, options).defects();
        std::move(found.begin(), found.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace cjm::render
