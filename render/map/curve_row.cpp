#include "render/map/curve_row.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "render/map/curve_labels.hpp"
#include "render/map/curve_shape.hpp"
#include "render/map/face.hpp"
#include "render/map/touchpoint_row.hpp"
#include "render/marks.hpp"
#include "render/sheet/tokens.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::map {
namespace {

constexpr double face_size = 5.2, dot_size = 1.7;

/// The plot over all columns.
class CurvePlot final : public sheet::Across {
  public:
    CurvePlot(const Content& content, const Curves& curves) : content_(content), curves_(curves) {}

    [[nodiscard]] double least_height(const sheet::Ground& /*ground*/) const override {
        constexpr double least = 34;
        return least;
    }
    void draw(const sheet::Ground& ground, const Box& box, std::vector<Item>& items) const override;

  private:
    /// Where values lie: the box less room for labels above and below, and for numbers at the foot.
    struct Scale {
        double top = 0, bottom = 0;
        Extent extent;
        [[nodiscard]] double y(double value) const {
            return bottom - (value - extent.low) / (extent.high - extent.low) * (bottom - top);
        }
    };
    [[nodiscard]] Scale scale_in(const Box& box) const;
    void draw_axis(const sheet::Ground& ground, const Box& box, const Scale& scale,
                   std::vector<Item>& items) const;
    void draw_numbers(const sheet::Ground& ground, const Box& box, std::vector<Item>& items) const;
    /// A curve's points in the strip, continued to its edges where it goes on beyond them.
    [[nodiscard]] std::vector<Point> line_of(const Curve& curve, const sheet::Ground& ground,
                                             const Scale& scale, double CurvePoint::*what) const;
    void draw_band(const Curve& curve, const sheet::Ground& ground, const Scale& scale,
                   std::vector<Item>& items) const;
    /// The labels of a curve that lie in the strip, and where all its points would be.
    struct Marked {
        std::size_t curve = 0;
        std::vector<Point> points;
        std::vector<CurveLabel> labels;
    };
    [[nodiscard]] Marked marked(std::size_t n, const sheet::Ground& ground,
                                const Scale& scale) const;
    void draw_marks(const Marked& marked, const Scale& scale, Obstacles& obstacles,
                    std::vector<Item>& items) const;
    void draw_labels(const Marked& marked, const Box& box, Obstacles& obstacles,
                     std::vector<Item>& items) const;

    const Content& content_;
    const Curves& curves_;
};

CurvePlot::Scale CurvePlot::scale_in(const Box& box) const {
    constexpr double foot = 4.5, least_above = 6.5, least_below = 5.5, most = 17;
    // quotes stand above highs and below lows
    const double height = box.height - foot;
    const double above = std::clamp(0.25 * height, least_above, most);
    const double below = std::clamp(0.22 * height, least_below, most);
    return {box.y + above, box.bottom() - foot - below, curves_.extent};
}

void CurvePlot::draw_axis(const sheet::Ground& ground, const Box& box, const Scale& scale,
                          std::vector<Item>& items) const {
    const Theme& theme = content_.scene.theme;
    Path zero;
    const double y = scale.y(0);
    zero.segments = {MoveTo{{box.x, y}}, LineTo{{box.right(), y}}};
    zero.stroke = Stroke{theme.soft_ink, 0.18, {0.9, 0.9}};
    items.emplace_back(std::move(zero));
    const double face_x = ground.label_width - 2.2;
    constexpr double size = 4.4;
    const auto face = [&](double at, double mood, Meaning meaning) {
        add_face(theme, {face_x, at}, size, mood, theme.mark_outline(meaning).colour, items);
    };
    if (scale.y(0) - scale.top > 1.5 * size) face(scale.top, 1, Meaning::success);
    if (scale.bottom - scale.y(0) > 1.5 * size) face(scale.bottom, -1, Meaning::dissatisfaction);
    TextItem label = set_text("0", content_.tokens.small(theme.soft_ink), 10);
    const double width = label.box.width, height = label.box.height;
    items.emplace_back(placed_at(std::move(label), {ground.label_width - width, y - height / 2}));
}

void CurvePlot::draw_numbers(const sheet::Ground& ground, const Box& box,
                             std::vector<Item>& items) const {
    const TextStyle style = content_.tokens.smallest(content_.scene.theme.soft_ink);
    double last = -1e9;
    for (const Stop& stop : content_.plan.stops) {
        if (!ground.holds(stop.column)) continue;
        const double x = stop_x(stop, ground);
        TextItem number = set_text(std::to_string(stop.number), style, 10);
        const double width = number.box.width;
        constexpr double gap = 0.8;
        if (x - width / 2 < last + gap) continue;
        last = x + width / 2;
        const double height = number.box.height;
        items.emplace_back(
            placed_at(std::move(number), {x - width / 2, box.bottom() - height + 0.6}));
    }
}

std::vector<Point> CurvePlot::line_of(const Curve& curve, const sheet::Ground& ground,
                                      const Scale& scale, double CurvePoint::*what) const {
    const double unit = curve.declared ? curves_.declared_unit : 1;
    const auto column = [&](const CurvePoint& point) {
        return content_.plan.stops[point.stop].column;
    };
    std::vector<Point> line;
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        const CurvePoint& point = curve.points[i];
        const double y = scale.y(unit * (point.*what));
        if (!ground.holds(column(point))) continue;
        // halfway to what lies in the strip before
        if (line.empty() && i > 0)
            line.push_back(
                {ground.begin_x(), (y + scale.y(unit * (curve.points[i - 1].*what))) / 2});
        line.push_back({stop_x(content_.plan.stops[point.stop], ground), y});
        if (i + 1 < curve.points.size() && !ground.holds(column(curve.points[i + 1])))
            line.push_back({ground.end_x(), (y + scale.y(unit * (curve.points[i + 1].*what))) / 2});
    }
    return line;
}

void CurvePlot::draw_band(const Curve& curve, const sheet::Ground& ground, const Scale& scale,
                          std::vector<Item>& items) const {
    const std::vector<Point> upper = line_of(curve, ground, scale, &CurvePoint::high);
    std::vector<Point> lower = line_of(curve, ground, scale, &CurvePoint::low);
    if (upper.size() < 2) return;
    Path band;
    band.fill = band_fill(content_.scene.theme);
    band.segments = smooth_through(upper);
    std::reverse(lower.begin(), lower.end());
    for (Segment& segment : smooth_through(lower, true)) band.segments.push_back(segment);
    band.segments.emplace_back(ClosePath{});
    items.emplace_back(std::move(band));
}

CurvePlot::Marked CurvePlot::marked(std::size_t n, const sheet::Ground& ground,
                                    const Scale& scale) const {
    const Curve& curve = curves_.all[n];
    const double unit = curve.declared ? curves_.declared_unit : 1;
    Marked marked{n, {}, choose_labels(content_, curves_, curve)};
    for (const CurvePoint& point : curve.points) {
        const Stop& stop = content_.plan.stops[point.stop];
        const bool here = ground.holds(stop.column);
        marked.points.push_back({here ? stop_x(stop, ground) : 0, scale.y(unit * point.value)});
    }
    std::erase_if(marked.labels, [&](const CurveLabel& label) {
        return !ground.holds(content_.plan.stops[curve.points[label.point].stop].column);
    });
    return marked;
}

void CurvePlot::draw_marks(const Marked& marked, const Scale& scale, Obstacles& obstacles,
                           std::vector<Item>& items) const {
    const Theme& theme = content_.scene.theme;
    const Curve& curve = curves_.all[marked.curve];
    const double unit = curve.declared ? curves_.declared_unit : 1;
    const double farthest =
        std::max({std::abs(scale.extent.low), std::abs(scale.extent.high), 1e-9});
    for (const CurveLabel& label : marked.labels) {
        const Point at = marked.points[label.point];
        const double size = label.marked ? face_size : dot_size;
        obstacles.boxes.push_back({at.x - size / 2, at.y - size / 2, size, size});
        const double value = unit * curve.points[label.point].value;
        if (label.marked) {
            const Meaning meaning = value >= 0 ? Meaning::success : Meaning::dissatisfaction;
            add_face(theme, at, face_size, value / farthest, theme.mark_outline(meaning).colour,
                     items);
            continue;
        }
        Path mark = circle(at, dot_size, Fill{theme.card});
        mark.stroke = Stroke{curve_stroke(theme, curve, marked.curve).colour, 0.4, {}};
        items.emplace_back(std::move(mark));
    }
}

void CurvePlot::draw_labels(const Marked& marked, const Box& box, Obstacles& obstacles,
                            std::vector<Item>& items) const {
    constexpr double foot = 3.6;
    const Box room{box.x, box.y, box.width, box.height - foot};
    for (PlacedLabel& label :
         place_labels(content_, marked.labels, marked.points, room, obstacles)) {
        if (label.plate)
            items.emplace_back(Rectangle{*label.plate, 0.5, Fill{content_.scene.theme.page}, {}});
        obstacles.boxes.push_back(label.heading.box);
        items.emplace_back(std::move(label.heading));
        if (label.quote.lines.empty()) continue;
        obstacles.boxes.push_back(label.quote.box);
        items.emplace_back(std::move(label.quote));
    }
}

void CurvePlot::draw(const sheet::Ground& ground, const Box& box, std::vector<Item>& items) const {
    const Scale scale = scale_in(box);
    if (curves_.all.front().band) draw_band(curves_.all.front(), ground, scale, items);
    draw_axis(ground, box, scale, items);
    constexpr double fine = 0.5;
    Obstacles obstacles;
    obstacles.soft.push_back({{box.x, scale.y(0)}, {box.right(), scale.y(0)}});
    for (std::size_t n = curves_.all.size(); n-- > 0;) {
        const Curve& curve = curves_.all[n];
        const std::vector<Point> line = line_of(curve, ground, scale, &CurvePoint::value);
        Path path;
        path.segments = smooth_through(line);
        path.stroke = curve_stroke(content_.scene.theme, curve, n);
        if (path.segments.size() < 2) continue;
        items.emplace_back(std::move(path));
        (n > 0 && curve.declared ? obstacles.soft : obstacles.hard).push_back(sampled(line, fine));
    }
    std::vector<Marked> all;
    for (std::size_t n = 0; n < curves_.all.size(); ++n)
        if (n == 0 || !curves_.all[n].declared) all.push_back(marked(n, ground, scale));
    for (const Marked& one : all) draw_marks(one, scale, obstacles, items);
    for (const Marked& one : all) draw_labels(one, box, obstacles, items);
    if (content_.plan.kind == Columns::stage) draw_numbers(ground, box, items);
}

}  // namespace

Stroke curve_stroke(const Theme& theme, const Curve& curve, std::size_t n) {
    if (curve.declared) {
        const double width = n == 0 ? 0.9 : 0.45;
        Stroke stroke{
            n == 0 ? theme.line(Meaning::traffic, width).colour : theme.soft_ink, width, {}};
        if (n > 0) stroke.dashes = {0.3, 1.1};
        return stroke;
    }
    constexpr std::array meanings{Meaning::traffic, Meaning::lost, Meaning::success, Meaning::loop,
                                  Meaning::moment_of_truth};
    Stroke stroke{theme.line(meanings[n % meanings.size()], 1).colour, 0.9, {}};
    const std::array<std::vector<double>, 5> dashes{{{}, {3, 1.2}, {1, 1}, {4, 1, 0.8, 1}, {6, 2}}};
    stroke.dashes = dashes[n % dashes.size()];
    return stroke;
}

Fill band_fill(const Theme& theme) {
    constexpr double share = 0.13;
    return {mixed(theme.line(Meaning::traffic, 1).colour, theme.page, share)};
}

std::string curve_value(const flow::Scene& scene, CurveKind kind, const Curve& curve,
                        double value) {
    const bool fine = kind == CurveKind::experience && !curve.declared;
    return scene.numbers.signed_number(value, fine ? 2 : 1);
}

Curves make_curves(const Content& content, CurveKind kind,
                   const std::vector<PersonaRun>& personas) {
    const flow::Scene& scene = content.scene;
    Curves curves;
    curves.kind = kind;
    const auto add = [&](Curve curve) {
        if (!curve.points.empty()) curves.all.push_back(std::move(curve));
    };
    if (scene.result && personas.empty())
        add(simulated_curve(scene.graph, content.plan, *scene.result, kind));
    for (const PersonaRun& persona : personas) {
        Curve curve = simulated_curve(scene.graph, content.plan, *persona.result, kind);
        curve.title = persona.title;
        curve.band = false;
        add(std::move(curve));
    }
    if (personas.empty()) add(declared_curve(scene.graph, content.plan));
    curves.declared_unit = declared_unit(curves.all, kind);
    curves.extent = extent_of(curves.all, curves.declared_unit);
    // a flat curve lies in the middle of some room
    const double least = curves.declared_alone() || kind == CurveKind::goodwill ? 1 : 0.2;
    const double missing = least - (curves.extent.high - curves.extent.low);
    if (missing > 0) {
        curves.extent.low -= missing / 2;
        curves.extent.high += missing / 2;
    }
    return curves;
}

sheet::Row curve_row(const Content& content, const Curves& curves) {
    const flow::Scene& scene = content.scene;
    sheet::Row row;
    row.id = "curve";
    row.label = scene.words(Message::map_curve);
    if (!curves.any()) return row;
    row.note = scene.words(curves.declared_alone()              ? Message::map_curve_declared
                           : curves.kind == CurveKind::goodwill ? Message::map_curve_goodwill
                                                                : Message::map_curve_experience);
    constexpr double stretch = 10;
    row.stretch = stretch;
    constexpr double axis = 5.5;
    row.inset = axis;
    sheet::Band band;
    band.across = std::make_shared<CurvePlot>(content, curves);
    band.page_share = content.tokens.curve_share;
    row.bands.push_back(std::move(band));
    std::string words;
    for (const CurvePoint& point : curves.all.front().points) {
        if (!words.empty()) words += ", ";
        words += content.touchpoint(content.plan.stops[point.stop]).shown() + " " +
                 curve_value(scene, curves.kind, curves.all.front(), point.value);
    }
    row.description = words;
    return row;
}

}  // namespace cjm::render::map
