// Owns: the chart of who is still on the way by day, with the phases below it. Must not know:
// pages.
#pragma once
#include <string>
#include <vector>

#include "render/funnel/axis.hpp"
#include "render/funnel/scene.hpp"

namespace cjm::render::funnel {

/// The chart at a width, before it has a height.
struct SurvivalChart {
    double width = 0, height = 0;  ///< height: at least
    double end_days = 0;           ///< of the axis
};

inline constexpr double least_survival_width = 118;

/// Whether there is a curve to draw: the result has one, and time passes.
[[nodiscard]] bool has_survival(const Scene& scene);

/// The first 100 days, or up to the horizon where there is one; less where the curve has come to
/// rest long before. expects  has_survival(scene)
[[nodiscard]] SurvivalChart measure_survival(const Scene& scene, double width);
/// With its top left corner at the origin, `height` high (at least as measured).
[[nodiscard]] Group draw_survival(const Scene& scene, const SurvivalChart& chart, double height);

/// Share still on the way at a time, read off the curve as a step function: what was at the last
/// point not after it.
[[nodiscard]] double still_on_the_way(const Survival& survival, double days);

}  // namespace cjm::render::funnel
