// Owns: the flow diagram of a journey (view "flow"). Must not know: files, terminal, engine.
#pragma once
#include <string>

#include "base/diagnostic.hpp"
#include "journey/model.hpp"
#include "render/draw_options.hpp"
#include "render/picture.hpp"
#include "simulate/result.hpp"

namespace cjm::render {

/// More touchpoints than this are not drawn whole: make_flow gives a diagnostic with the cure
/// instead.
inline constexpr std::size_t flow_touchpoint_limit = 400;

/// The flow diagram: touchpoints as cards in stage bands, edges by traffic, drop-off by cause,
/// outcomes, legend, provenance line. result   none = plain (no simulated numbers) returns  the
/// picture, or an error diagnostic ("too-large-to-draw", "page-too-small") in words a user can act
/// on
[[nodiscard]] Parsed<Picture> make_flow(const Journey& journey, const SimulationResult* result,
                                        const DrawOptions& options);

/// The same graph as a DOT file, for other tools.
[[nodiscard]] std::string to_dot(const Journey& journey, const SimulationResult* result,
                                 const DrawOptions& options);

}  // namespace cjm::render
