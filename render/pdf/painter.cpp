#include "render/pdf/painter.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include <fmt/format.h>

#include "render/hatch.hpp"
#include "render/image/paint_image.hpp"
#include "render/link.hpp"
#include "render/overloaded.hpp"
#include "render/text/direction.hpp"
#include "render/text/shaper.hpp"

namespace cjm::render::detail {
namespace {

void set_colour(cairo_t* cairo, Colour colour) {
    cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                          colour.opacity);
}

/// Restores the graphics state at the end of a block.
class Saved {
  public:
    explicit Saved(cairo_t* cairo) : cairo_(cairo) { cairo_save(cairo); }
    ~Saved() { cairo_restore(cairo_); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

  private:
    cairo_t* cairo_;
};

/// Opens a structure tag for a block; a name of nullptr opens none.
class Tagged {
  public:
    Tagged(cairo_t* cairo, const char* name, const std::string& attributes = "")
        : cairo_(cairo), name_(name) {
        if (name_ != nullptr) cairo_tag_begin(cairo_, name_, attributes.c_str());
    }
    ~Tagged() {
        if (name_ != nullptr) cairo_tag_end(cairo_, name_);
    }
    Tagged(const Tagged&) = delete;
    Tagged& operator=(const Tagged&) = delete;

  private:
    cairo_t* cairo_;
    const char* name_;
};

void add_line(cairo_t* cairo, double x1, double y1, double x2, double y2) {
    cairo_move_to(cairo, x1, y1);
    cairo_line_to(cairo, x2, y2);
}

/// The lines of the hatch through a box, on the grid that starts at the page's corner.
void add_hatch_lines(cairo_t* cairo, const Hatch& hatch, const Box& box) {
    const double step = hatch.step, x = box.x, y = box.y, height = box.height;
    if (hatch.rising)
        for (double sum = std::floor((x + y) / step) * step; sum < box.right() + box.bottom();
             sum += step)
            add_line(cairo, sum - y, y, sum - y - height, y + height);
    if (hatch.falling)
        for (double gap = std::floor((x - box.bottom()) / step) * step; gap < box.right() - y;
             gap += step)
            add_line(cairo, gap + y, y, gap + y + height, y + height);
    if (hatch.level)
        for (double at = (std::floor(y / step) + 0.5) * step; at < box.bottom(); at += step)
            add_line(cairo, x, at, box.right(), at);
    if (hatch.upright)
        for (double at = (std::floor(x / step) + 0.5) * step; at < box.right(); at += step)
            add_line(cairo, at, y, at, box.bottom());
}

void add_dots(cairo_t* cairo, const Hatch& hatch, const Box& box) {
    const double step = hatch.step, radius = hatch.dot_radius;
    for (double y = (std::floor(box.y / step) - 0.5) * step; y - radius < box.bottom(); y += step)
        for (double x = (std::floor(box.x / step) - 0.5) * step; x - radius < box.right();
             x += step) {
            cairo_new_sub_path(cairo);
            cairo_arc(cairo, x, y, radius, 0, 2 * std::numbers::pi);
        }
}

/// Fills the current path with the pattern and keeps the path. Drawn line by line under a clip: a
/// repeated surface would be turned into an image.
void fill_with_pattern(cairo_t* cairo, const Fill& fill) {
    cairo_path_t* path = cairo_copy_path(cairo);
    {
        const Saved saved(cairo);
        set_colour(cairo, fill.ground);
        cairo_fill_preserve(cairo);
        double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
        cairo_path_extents(cairo, &x1, &y1, &x2, &y2);
        const Box box{x1, y1, x2 - x1, y2 - y1};
        cairo_clip(cairo);
        set_colour(cairo, fill.colour);
        const Hatch hatch = hatch_of(fill.pattern);
        cairo_set_line_width(cairo, hatch.width);
        cairo_set_dash(cairo, nullptr, 0, 0);
        add_hatch_lines(cairo, hatch, box);
        cairo_stroke(cairo);
        if (hatch.dot_radius > 0) add_dots(cairo, hatch, box);
        cairo_fill(cairo);
    }
    cairo_append_path(cairo, path);
    cairo_path_destroy(path);
}

/// Fills and strokes the current path and ends it.
void finish_path(cairo_t* cairo, const std::optional<Fill>& fill,
                 const std::optional<Stroke>& stroke) {
    if (fill && fill->pattern != Pattern::solid) {
        fill_with_pattern(cairo, *fill);
    } else if (fill) {
        set_colour(cairo, fill->colour);
        cairo_fill_preserve(cairo);
    }
    if (stroke) {
        set_colour(cairo, stroke->colour);
        cairo_set_line_width(cairo, stroke->width);
        cairo_set_dash(cairo, stroke->dashes.data(), static_cast<int>(stroke->dashes.size()), 0);
        cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
}

void add_rounded(cairo_t* cairo, const Box& box, double radius) {
    constexpr double quarter = std::numbers::pi / 2;
    const double r = std::min({radius, box.width / 2, box.height / 2});
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, box.right() - r, box.y + r, r, -quarter, 0);
    cairo_arc(cairo, box.right() - r, box.bottom() - r, r, 0, quarter);
    cairo_arc(cairo, box.x + r, box.bottom() - r, r, quarter, 2 * quarter);
    cairo_arc(cairo, box.x + r, box.y + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

class Painter {
  public:
    Painter(cairo_t* cairo, Output output) : cairo_(cairo), output_(output) {}

    void paint(const Item& item) {
        std::visit(Overloaded{[this](const Rectangle& rectangle) { paint_rectangle(rectangle); },
                              [this](const Path& path) { paint_path(path); },
                              [this](const TextItem& text) { paint_text(text); },
                              [this](const Image& image) { paint_image(image); },
                              [this](const Group& group) { paint_group(group); }},
                   item);
    }

    void paint_group(const Group& group) {
        const Tagged tagged(cairo_, tag(group.title.empty() ? nullptr : "Sect"));
        const Saved saved(cairo_);
        if (group.clip) {
            cairo_rectangle(cairo_, group.clip->x, group.clip->y, group.clip->width,
                            group.clip->height);
            cairo_clip(cairo_);
        }
        for (const Item& item : group.items) paint(item);
    }

  private:
    [[nodiscard]] const char* tag(const char* name) const {
        return output_ == Output::pdf ? name : nullptr;
    }

    void paint_rectangle(const Rectangle& rectangle) {
        const Box& box = rectangle.box;
        if (rectangle.radius > 0)
            add_rounded(cairo_, box, rectangle.radius);
        else
            cairo_rectangle(cairo_, box.x, box.y, box.width, box.height);
        finish_path(cairo_, rectangle.fill, rectangle.stroke);
    }

    void paint_path(const Path& path) {
        for (const Segment& segment : path.segments)
            std::visit(
                Overloaded{[this](const MoveTo& s) { cairo_move_to(cairo_, s.to.x, s.to.y); },
                           [this](const LineTo& s) { cairo_line_to(cairo_, s.to.x, s.to.y); },
                           [this](const CurveTo& s) {
                               cairo_curve_to(cairo_, s.control1.x, s.control1.y, s.control2.x,
                                              s.control2.y, s.to.x, s.to.y);
                           },
                           [this](const ClosePath&) { cairo_close_path(cairo_); }},
                segment);
        finish_path(cairo_, path.fill, path.stroke);
    }

    void paint_image(const Image& image) {
        const Tagged figure(cairo_, tag("Figure"));
        const Saved saved(cairo_);
        if (image.svg) {
            paint_svg(cairo_, *image.svg, image.box);
        } else {
            paint_png(cairo_, *image.png, image.box);
        }
    }

    void paint_text(const TextItem& item) {
        const std::optional<std::string> link = safe_link(item.link);
        const Tagged paragraph(cairo_, tag("P"));
        const Tagged linked(cairo_, link ? tag(CAIRO_TAG_LINK) : nullptr,
                            link ? fmt::format("uri='{}'", *link) : "");
        const bool right_to_left = is_right_to_left(item.paragraph);
        set_colour(cairo_, item.style.colour);
        const Saved saved(cairo_);
        cairo_scale(cairo_, 1 / points_per_mm, 1 / points_per_mm);  // glyphs are in points
        Shaper shaper(cairo_);
        for (const TextLine& line : item.lines) {
            if (line.text.empty()) continue;
            const LayoutHandle layout = shaper.layout(line.text, item.style, right_to_left);
            cairo_move_to(cairo_, line.start.x * points_per_mm, line.start.y * points_per_mm);
            show(pango_layout_get_line_readonly(layout.get(), 0));
        }
        cairo_new_path(cairo_);
    }

    /// Draws letters where there is text to keep, outlines elsewhere: cairo moves letters to whole
    /// dots.
    void show(PangoLayoutLine* line) {
        if (output_ == Output::pdf) {
            pango_cairo_show_layout_line(cairo_, line);
        } else {
            pango_cairo_layout_line_path(cairo_, line);
            cairo_fill(cairo_);
        }
    }

    cairo_t* cairo_;
    Output output_;
};

}  // namespace

void paint(cairo_t* cairo, const Page& page, Output output) {
    const Saved saved(cairo);
    cairo_scale(cairo, points_per_mm, points_per_mm);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    set_colour(cairo, page.background);
    cairo_paint(cairo);
    Painter(cairo, output).paint_group(page.content);
    check_status(cairo_status(cairo), "drawing a page");
}

void check_status(cairo_status_t status, std::string_view doing) {
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(
            fmt::format("{} failed: {}", doing, cairo_status_to_string(status)));
}

}  // namespace cjm::render::detail
