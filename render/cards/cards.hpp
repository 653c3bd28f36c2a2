// Owns: cards of personas and touchpoints to cut out (view "cards"). Must not know: files,
// terminal, engine.
#pragma once
#include "base/diagnostic.hpp"
#include "journey/model.hpp"
#include "render/draw_options.hpp"
#include "render/picture.hpp"
#include "simulate/result.hpp"

namespace cjm::render {

/// A card for every persona, then for every touchpoint, in the file's order, on as many pages as
/// they take, with lines to cut along. A card is about 90 mm wide on any paper (half of an upright
/// A4), so that it can be handled; what the file does not say is left as lines to write on. Long
/// texts are set smaller, down to 6 pt, then the card grows. Without a page all stand on one sheet.
/// result   none = plain: no simulated figures
/// returns  the picture, or the error "page-too-small" where a card is higher than the page
[[nodiscard]] Parsed<Picture> make_cards(const Journey& journey, const SimulationResult* result,
                                         const DrawOptions& options);

}  // namespace cjm::render
