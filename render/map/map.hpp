// Owns: the journey map of a journey (view "map"). Must not know: files, terminal, engine.
#pragma once
#include <cstddef>
#include <vector>

#include "base/diagnostic.hpp"
#include "journey/model.hpp"
#include "render/draw_options.hpp"
#include "render/map/curve_values.hpp"
#include "render/map/plan.hpp"
#include "render/picture.hpp"
#include "simulate/result.hpp"

namespace cjm::render {

/// More touchpoints than this are not drawn: make_map gives a diagnostic with the cure instead.
inline constexpr std::size_t map_touchpoint_limit = 400;

struct MapOptions {
    map::Columns columns = map::Columns::stage;
    map::CurveKind curve = map::CurveKind::experience;
    std::vector<map::PersonaRun> personas;  ///< not empty = one curve each
};

/// The journey map: stages across, rows of texts and figures down, the emotion curve between.
///
/// result   none = plain: no simulated figures, the curve as the author declares it
/// returns  the picture, on as many pages as a legible size takes, or an error diagnostic
///          ("page-too-small" with a paper that would do, "too-large-to-draw")
/// cost     some dozen layouts; well under a second for 60 touchpoints
[[nodiscard]] Parsed<Picture> make_map(const Journey& journey, const SimulationResult* result,
                                       const DrawOptions& options, const MapOptions& map);

}  // namespace cjm::render
