// Owns: when customers first come to each step, as bars on the time axis of the curve above. Must
// not know: the curve.
#pragma once
#include <vector>

#include "render/funnel/scene.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::funnel {

/// The ground of a time axis.
struct TimeGround {
    double left = 0, width = 0;  ///< millimetres
    double end_days = 1;
    [[nodiscard]] double x(double days) const { return left + days / end_days * width; }
};

struct PhaseRow {
    std::size_t step = 0;
    TextItem title;
    double height = 0;
};

struct Phases {
    TextItem heading;
    std::vector<PhaseRow> rows;  ///< of the steps that anybody reaches
    double height = 0;           ///< 0 = not drawn
};

/// Nothing where time has no say, and where there are more bars than can be compared.
/// label_width  of the names, which begin at 0
[[nodiscard]] Phases measure_phases(const Scene& scene, double label_width, double width);
/// With its top left corner at the origin.
[[nodiscard]] Group draw_phases(const Scene& scene, const Phases& phases, const TimeGround& ground);

}  // namespace cjm::render::funnel
