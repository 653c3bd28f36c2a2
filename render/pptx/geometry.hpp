// Owns: shapes as DrawingML geometry. Must not know: colours, text, slides.
#pragma once
#include <pugixml.hpp>

#include "render/picture.hpp"

namespace cjm::render::detail {

/// Smallest box round the points and control points of a path; what its geometry is drawn in.
[[nodiscard]] Box reach_of(const Path& path);
/// Whether it is one straight line, which becomes a connector.
[[nodiscard]] bool is_straight_line(const Path& path);

/// <a:prstGeom>, rounded where the rectangle is.
void add_geometry(pugi::xml_node properties, const Rectangle& rectangle);
/// <a:custGeom> within reach_of(path).
void add_geometry(pugi::xml_node properties, const Path& path);

}  // namespace cjm::render::detail
