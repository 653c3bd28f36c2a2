// Owns: cutting large pages into sheets to print and glue. Must not know: journeys, file formats.
#pragma once
#include <optional>
#include <string>

#include "render/page/paper.hpp"
#include "render/picture.hpp"

namespace cjm::render {

/// Whether the page is larger than a sheet of this size in whichever way it is turned.
[[nodiscard]] bool needs_tiling(PageSize page, PageSize sheet);

/// The picture on sheets of the paper `sheet` (a name that paper_from() knows), at its true size.
///
/// Each page becomes a cover sheet, which shows how the others join, and as few sheets as will hold
/// it, turned whichever way needs fewer. They are cut between texts where the freedom that the
/// sheets leave allows it; each carries its code (row A, B … and column 1, 2 …), corner marks to
/// cut along, a strip of 10 mm that the next sheet is glued onto, and a check bar. A page that
/// needs no tiling goes onto one sheet as it is. Nothing becomes dots: the drawing is cut by clips.
/// returns  none where the paper is unknown or too many sheets would be needed (over 99 in a row)
[[nodiscard]] std::optional<Picture> tiled(const Picture& picture, const std::string& sheet);

}  // namespace cjm::render
