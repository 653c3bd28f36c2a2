// Owns: the funnel of a journey (view "funnel"). Must not know: files, terminal, engine.
#pragma once
#include <cstddef>

#include "base/diagnostic.hpp"
#include "journey/model.hpp"
#include "render/draw_options.hpp"
#include "render/picture.hpp"
#include "simulate/result.hpp"

namespace cjm::render {

/// More steps (stages, or touchpoints where there are none) than this are not drawn: make_funnel
/// gives a diagnostic instead.
inline constexpr std::size_t funnel_step_limit = 150;

struct FunnelOptions {
    bool by_touchpoint = false;  ///< a bar per touchpoint also where the file has stages
};

/// How many reach each step, how many leave there, why, and whether they say so; how it all ends;
/// where the journey has waits, who is still on the way by day and when customers first come to
/// each step; where options.change is given, how far a scenario moves reach and leaving.
/// returns  the picture, or an error diagnostic ("too-large-to-draw", "page-too-small")
/// in words a user can act on
[[nodiscard]] Parsed<Picture> make_funnel(const Journey& journey, const SimulationResult& result,
                                          const DrawOptions& options,
                                          const FunnelOptions& funnel = {});

}  // namespace cjm::render
