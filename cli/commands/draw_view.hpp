// Owns: the one call from `cjm render` into each view's drawing. Must not know: files, formats.
#pragma once
#include <vector>

#include "base/diagnostic.hpp"
#include "cli/commands/render_options.hpp"
#include "journey/model.hpp"
#include "render/draw_options.hpp"
#include "render/picture.hpp"
#include "simulate/result.hpp"

namespace cjm::cli {

/// The picture of the view that `options` names; `result` none = without simulated numbers
/// (contract: not for views that need them), `personas` the results of runs with one persona each,
/// in the order of the journey, or none. Paper, theme and provenance come from `drawing`.
/// errors   those of the view, such as "page-too-small"
[[nodiscard]] Parsed<render::Picture> draw_view(const RenderOptions& options,
                                                const Journey& journey,
                                                const SimulationResult* result,
                                                const render::DrawOptions& drawing,
                                                const std::vector<SimulationResult>& personas);

}  // namespace cjm::cli
