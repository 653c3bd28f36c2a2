#include "render/map/curve_row.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "render/map/curve_plot.hpp"
#include "render/sheet/tokens.hpp"

namespace cjm::render::map {
Meaning curve_meaning(std::size_t n) {
    constexpr std::array meanings{Meaning::traffic, Meaning::lost, Meaning::success, Meaning::loop,
                                  Meaning::moment_of_truth};
    return meanings[n % meanings.size()];
}

Stroke curve_stroke(const Theme& theme, const Curves& curves, std::size_t n) {
    if (curves.all[n].declared) {
        const double width = n == 0 ? 0.9 : 0.45;
        Stroke stroke{
            n == 0 ? theme.line(Meaning::traffic, width).colour : theme.soft_ink, width, {}};
        if (n > 0) stroke.dashes = {0.3, 1.1};
        return stroke;
    }
    // each narrower than the one before, on which it is drawn, so that curves that agree all show
    constexpr double narrowest = 0.9, most_step = 0.8, most_in_all = 2.4;
    const auto above = static_cast<double>(curves.all.size() - 1 - n);
    const double step = std::min(
        most_step, most_in_all / std::max(1.0, static_cast<double>(curves.all.size() - 1)));
    const double width = narrowest + (curves.by_persona() ? above * step : 0);
    Stroke stroke{theme.line(curve_meaning(n), 1).colour, width, {}};
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
    band.across = curve_plot(content, curves);
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
