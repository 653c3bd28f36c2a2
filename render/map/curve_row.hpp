// Owns: the row of the emotion curve. Must not know: pages.
#pragma once
#include <vector>

#include "render/map/content.hpp"
#include "render/map/curve_values.hpp"

namespace cjm::render::map {

/// All curves of a map, the main one first.
struct Curves {
    CurveKind kind = CurveKind::experience;
    std::vector<Curve> all;
    double declared_unit = 1;
    Extent extent;
    [[nodiscard]] bool any() const { return !all.empty(); }
    [[nodiscard]] bool by_persona() const { return !all.empty() && !all.front().title.empty(); }
    [[nodiscard]] bool declared_alone() const { return !all.empty() && all.front().declared; }
};

/// result  null = only what the author declares. personas  not empty = one curve each
[[nodiscard]] Curves make_curves(const Content& content, CurveKind kind,
                                 const std::vector<PersonaRun>& personas);
/// No bands where there is no curve.
[[nodiscard]] sheet::Row curve_row(const Content& content, const Curves& curves);

/// The meaning whose colour the n-th curve has.
[[nodiscard]] Meaning curve_meaning(std::size_t n);
/// How the n-th curve is drawn; told apart without colour, too.
[[nodiscard]] Stroke curve_stroke(const Theme& theme, const Curves& curves, std::size_t n);
/// The ground of a curve's band.
[[nodiscard]] Fill band_fill(const Theme& theme);
/// A value of the curve as it is printed: "+0.31", "−2.4".
[[nodiscard]] std::string curve_value(const flow::Scene& scene, CurveKind kind, const Curve& curve,
                                      double value);

}  // namespace cjm::render::map
