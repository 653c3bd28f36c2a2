// Owns: the empty or half filled map for a workshop (view "worksheet"). Must not know: files,
// terminal, engine.
#pragma once
#include "base/diagnostic.hpp"
#include "journey/model.hpp"
#include "render/draw_options.hpp"
#include "render/picture.hpp"

namespace cjm::render {

/// Side of a sticky note, millimetres.
inline constexpr double note_side = 76;

/// The frame of the map with boxes as large as sticky notes, a question or two for every row, room
/// for a persona, a curve to draw and dots to vote with. What the file says stands lightly in the
/// boxes; nothing is simulated.
///
/// returns  the picture, with a warning "small-boxes" where notes do not fit this paper: boxes are
///          then smaller in proportion, and columns that find no room go onto further pages. Never
///          an error. Without a page: as on A1, broadside
[[nodiscard]] Parsed<Picture> make_worksheet(const Journey& journey, const DrawOptions& options);

}  // namespace cjm::render
