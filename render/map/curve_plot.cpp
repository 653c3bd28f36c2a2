#include "render/map/curve_plot.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include "render/map/curve_labels.hpp"
#include "render/map/curve_shape.hpp"
#include "render/map/face.hpp"
#include "render/map/label_places.hpp"
#include "render/marks.hpp"
#include "render/sheet/tokens.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::map {
namespace {

constexpr double face_size = 5.2, dot_size = 1.7, fine = 0.5;
constexpr double number_room = 4.2, no_room = 0.8;  // at the foot

/// Where values lie: the box less room for labels above and below, and for numbers at the foot.
struct Scale {
    double top = 0, bottom = 0;
    Extent extent;
    [[nodiscard]] double y(double value) const {
        return bottom - (value - extent.low) / (extent.high - extent.low) * (bottom - top);
    }
};

/// A label with the point it belongs to.
struct Mark {
    std::size_t curve = 0;
    CurveLabel label;
    Point at;
    double value = 0;  ///< on the scale of the plot
};

/// The curves on a scale, with those labels placed that must be.
struct Trial {
    Scale scale;
    std::vector<std::vector<Point>> lines;  ///< per curve
    std::vector<Mark> marks;                ///< those that lie in the strip
    std::optional<LabelPlacer> placer;
    double cost = 0;
};

/// What curves and labels are like in one strip.
class StripPlot {
  public:
    StripPlot(const Content& content, const Curves& curves, const sheet::Ground& ground,
              const Box& box)
        : content_(content),
          curves_(curves),
          ground_(ground),
          room_(box),
          labels_(choose_labels(content, curves)) {
        room_.height -= numbered() ? number_room : no_room;
    }

    void draw(std::vector<Item>& items) const {
        Trial trial = best_trial();
        for (const Mark& mark : trial.marks)
            if (!mark.label.marked) trial.placer->try_place(mark.label, mark.at);
        const auto& labels = trial.placer->placed();
        if (curves_.all.front().band) draw_band(trial.scale, items);
        draw_axis(trial.scale, labels, items);
        for (std::size_t n = 0; n < curves_.all.size(); ++n)
            draw_curve(curves_.by_persona() ? n : curves_.all.size() - 1 - n, trial, items);
        for (const PlacedLabel& label : labels)
            if (label.leader) draw_leader(*label.leader, items);
        for (const Mark& mark : trial.marks) draw_mark(mark, trial.scale, items);
        for (const PlacedLabel& label : labels) draw_label(label, items);
        if (numbered()) draw_numbers(items);
    }

  private:
    [[nodiscard]] bool numbered() const { return content_.plan.kind == Columns::stage; }
    [[nodiscard]] const Theme& theme() const { return content_.scene.theme; }
    [[nodiscard]] const Stop& stop(const CurvePoint& point) const {
        return content_.plan.stops[point.stop];
    }
    [[nodiscard]] bool holds(const CurvePoint& point) const {
        return ground_.holds(stop(point).column);
    }
    [[nodiscard]] double unit(const Curve& curve) const {
        return curve.declared ? curves_.declared_unit : 1;
    }
    [[nodiscard]] bool is_soft(std::size_t n) const { return n > 0 && curves_.all[n].declared; }

    /// Room kept free above and below the values.
    struct Margins {
        double above = 0, below = 0;
    };

    /// The largest scale at which the labels that must stand somewhere stand well: found in coarse
    /// steps, then made larger where that costs nothing.
    [[nodiscard]] Trial best_trial() const {
        constexpr double least = 3.4, coarse = 3.5, small = 0.7;
        constexpr int steps = 5;
        Margins margins{least, least};
        Trial best = try_margins(margins);
        for (int above = 0; above < steps; ++above)
            for (int below = 0; below < steps; ++below) {
                const Margins tried{least + coarse * above, least + coarse * below};
                if (tried.above + tried.below > 0.7 * room_.height || best.cost <= dear(tried))
                    continue;
                Trial trial = try_margins(tried);
                if (trial.cost >= best.cost) continue;
                best = std::move(trial);
                margins = tried;
            }
        for (double Margins::*side : {&Margins::below, &Margins::above})
            for (double less = margins.*side - small; less >= least; less -= small) {
                Margins tried = margins;
                tried.*side = less;
                if (best.cost <= dear(tried)) continue;
                Trial trial = try_margins(tried);
                if (trial.cost >= best.cost) continue;
                best = std::move(trial);
                margins = tried;
            }
        return best;
    }

    /// What it costs that values have less room.
    [[nodiscard]] double dear(const Margins& margins) const {
        constexpr double whole = 5;  // as much as a label on a curve
        return whole * (margins.above + margins.below) / room_.height;
    }

    [[nodiscard]] Trial try_margins(const Margins& margins) const {
        Trial trial =
            try_scale({room_.y + margins.above, room_.bottom() - margins.below, curves_.extent});
        trial.cost += dear(margins);
        return trial;
    }

    [[nodiscard]] Trial try_scale(const Scale& scale) const {
        Trial trial{scale, {}, {}, {}, 0};
        Obstacles obstacles;
        obstacles.soft.push_back({{room_.x, scale.y(0)}, {room_.right(), scale.y(0)}});
        for (std::size_t n = 0; n < curves_.all.size(); ++n) {
            trial.lines.push_back(line_of(curves_.all[n], scale, &CurvePoint::value));
            (is_soft(n) ? obstacles.soft : obstacles.hard)
                .push_back(sampled(trial.lines.back(), fine));
            add_marks(n, scale, trial.marks);
        }
        for (const Mark& mark : trial.marks) {
            const double size = mark.label.marked ? face_size : dot_size;
            obstacles.boxes.push_back({mark.at.x - size / 2, mark.at.y - size / 2, size, size});
        }
        trial.placer.emplace(content_, room_, std::move(obstacles));
        for (const Mark& mark : trial.marks)
            if (mark.label.marked)
                trial.cost += trial.placer->place(mark.label, mark.at, colour_of(mark));
        return trial;
    }

    void add_marks(std::size_t n, const Scale& scale, std::vector<Mark>& marks) const {
        const Curve& curve = curves_.all[n];
        for (const CurveLabel& label : labels_[n]) {
            const CurvePoint& point = curve.points[label.point];
            if (!holds(point)) continue;
            const double value = unit(curve) * point.value;
            marks.push_back(
                {n, label, {content_.x_of(stop(point), ground_), scale.y(value)}, value});
        }
    }

    /// A persona's label has the colour of its curve.
    [[nodiscard]] Colour colour_of(const Mark& mark) const {
        const bool one = curves_.by_persona() && mark.label.curves == 1;
        return one ? theme().text(curve_meaning(mark.curve)) : theme().ink;
    }

    /// A curve's points in the strip, continued to its edges where it goes on beyond them.
    [[nodiscard]] std::vector<Point> line_of(const Curve& curve, const Scale& scale,
                                             double CurvePoint::*what) const {
        const auto height = [&](std::size_t i) {
            return scale.y(unit(curve) * (curve.points[i].*what));
        };
        std::vector<Point> line;
        for (std::size_t i = 0; i < curve.points.size(); ++i) {
            if (!holds(curve.points[i])) continue;
            // halfway to what lies in the strip before
            if (line.empty() && i > 0)
                line.push_back({ground_.begin_x(), (height(i) + height(i - 1)) / 2});
            line.push_back({content_.x_of(stop(curve.points[i]), ground_), height(i)});
            if (i + 1 < curve.points.size() && !holds(curve.points[i + 1]))
                line.push_back({ground_.end_x(), (height(i) + height(i + 1)) / 2});
        }
        return line;
    }

    void draw_band(const Scale& scale, std::vector<Item>& items) const {
        const Curve& curve = curves_.all.front();
        const std::vector<Point> upper = line_of(curve, scale, &CurvePoint::high);
        std::vector<Point> lower = line_of(curve, scale, &CurvePoint::low);
        if (upper.size() < 2) return;
        Path band;
        band.fill = band_fill(theme());
        band.segments = smooth_through(upper);
        std::reverse(lower.begin(), lower.end());
        for (Segment& segment : smooth_through(lower, true)) band.segments.push_back(segment);
        band.segments.emplace_back(ClosePath{});
        items.emplace_back(std::move(band));
    }

    void draw_axis(const Scale& scale, const std::vector<PlacedLabel>& labels,
                   std::vector<Item>& items) const {
        const double y = scale.y(0);
        const std::vector<Point> zero{{room_.x, y}, {room_.right(), y}};
        add_line(zero, Stroke{theme().soft_ink, 0.18, {0.9, 0.9}}, labels, items);
        const double face_x = ground_.label_width - 2.2;
        constexpr double size = 4.4;
        const auto face = [&](double at, double mood, Meaning meaning) {
            add_face(theme(), {face_x, at}, size, mood, theme().mark_outline(meaning).colour,
                     items);
        };
        if (y - scale.top > 0.9 * size) face(scale.top, 1, Meaning::success);
        if (scale.bottom - y > 0.9 * size) face(scale.bottom, -1, Meaning::dissatisfaction);
        TextItem label = set_text("0", content_.tokens.small(theme().soft_ink), 10);
        const double width = label.box.width, height = label.box.height;
        items.emplace_back(
            placed_at(std::move(label), {ground_.label_width - width, y - height / 2}));
    }

    /// A line that breaks off below labels.
    static void add_line(const std::vector<Point>& points, const Stroke& stroke,
                         std::span<const PlacedLabel> labels, std::vector<Item>& items) {
        constexpr double air = 0.5;
        std::vector<Stretch> gaps;
        const std::vector<Point> line = sampled(points, fine);
        for (const PlacedLabel& label : labels) {
            const Box& room = label.room;
            for (std::size_t i = 0; i + 1 < line.size(); ++i) {
                const auto [low, high] = std::minmax(line[i].y, line[i + 1].y);
                if (line[i + 1].x >= room.x - air && line[i].x <= room.right() + air &&
                    high >= room.y - air && low <= room.bottom() + air)
                    gaps.push_back({line[i].x, line[i + 1].x});
            }
        }
        Path path;
        path.segments = smooth_but(points, std::move(gaps));
        path.stroke = stroke;
        if (path.segments.size() > 1) items.emplace_back(std::move(path));
    }

    void draw_curve(std::size_t n, const Trial& trial, std::vector<Item>& items) const {
        const Stroke stroke = curve_stroke(theme(), curves_, n);
        std::span<const PlacedLabel> over;
        if (is_soft(n)) over = trial.placer->placed();
        if (curves_.by_persona() && n > 0) {
            constexpr double rim = 0.3;  // keeps it off the one below, in grey too
            add_line(trial.lines[n], Stroke{theme().page, stroke.width + rim, {}}, over, items);
        }
        add_line(trial.lines[n], stroke, over, items);
    }

    void draw_leader(const PlacedLabel::Leader& leader, std::vector<Item>& items) const {
        Path path;
        path.segments = {MoveTo{leader.from}, LineTo{leader.to}};
        path.stroke = Stroke{theme().soft_ink, 0.2, {}};
        items.emplace_back(std::move(path));
    }

    void draw_mark(const Mark& mark, const Scale& scale, std::vector<Item>& items) const {
        const double farthest =
            std::max({std::abs(scale.extent.low), std::abs(scale.extent.high), 1e-9});
        if (mark.label.marked) {
            const Meaning meaning = mark.value >= 0 ? Meaning::success : Meaning::dissatisfaction;
            add_face(theme(), mark.at, face_size, mark.value / farthest,
                     theme().mark_outline(meaning).colour, items);
            return;
        }
        Path dot = circle(mark.at, dot_size, Fill{theme().card});
        dot.stroke = Stroke{curve_stroke(theme(), curves_, mark.curve).colour, 0.4, {}};
        items.emplace_back(std::move(dot));
    }

    void draw_label(const PlacedLabel& label, std::vector<Item>& items) const {
        constexpr double rim = 0.4;
        const Box& room = label.room;
        if (label.covers)
            items.emplace_back(Rectangle{{room.x - rim, room.y, room.width + 2 * rim, room.height},
                                         0.5,
                                         Fill{theme().page},
                                         {}});
        items.emplace_back(label.heading);
        if (!label.quote.lines.empty()) items.emplace_back(label.quote);
    }

    void draw_numbers(std::vector<Item>& items) const {
        const TextStyle style = content_.tokens.smallest(theme().soft_ink);
        double last = -std::numeric_limits<double>::infinity();
        for (const Stop& stop : content_.plan.stops) {
            if (!ground_.holds(stop.column)) continue;
            const double x = content_.x_of(stop, ground_);
            TextItem number = set_text(std::to_string(stop.number), style, 10);
            const double width = number.box.width, height = number.box.height;
            constexpr double gap = 0.8, below = 0.6;
            if (x - width / 2 < last + gap) continue;
            last = x + width / 2;
            items.emplace_back(placed_at(
                std::move(number), {x - width / 2, room_.bottom() + number_room - height + below}));
        }
    }

    const Content& content_;
    const Curves& curves_;
    const sheet::Ground& ground_;
    Box room_;  ///< of curves and labels
    std::vector<std::vector<CurveLabel>> labels_;
};

class CurvePlot final : public sheet::Across {
  public:
    CurvePlot(const Content& content, const Curves& curves) : content_(content), curves_(curves) {}
    [[nodiscard]] double least_height(const sheet::Ground& /*ground*/) const override {
        constexpr double least = 34;
        return least;
    }
    void draw(const sheet::Ground& ground, const Box& box,
              std::vector<Item>& items) const override {
        StripPlot(content_, curves_, ground, box).draw(items);
    }

  private:
    const Content& content_;
    const Curves& curves_;
};

}  // namespace

std::shared_ptr<const sheet::Across> curve_plot(const Content& content, const Curves& curves) {
    return std::make_shared<const CurvePlot>(content, curves);
}

}  // namespace cjm::render::map
