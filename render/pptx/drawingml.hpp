// Owns: units and spellings of DrawingML: lengths, colours, fills, lines. Must not know: slides,
// packages, text.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include <pugixml.hpp>

#include "render/picture.hpp"

namespace cjm::render::detail {

using Attribute = std::pair<const char*, std::string>;

/// A new last child with its attributes.
pugi::xml_node add(pugi::xml_node parent, const char* name,
                   std::initializer_list<Attribute> attributes = {});

/// English metric units: 36,000 a millimetre, whole. expects  a finite value (contract)
[[nodiscard]] std::int64_t emu(double millimetres);

/// <a:off> and <a:ext> of an <a:xfrm>; sizes are never negative.
void add_place(pugi::xml_node transform, const Box& box);

/// <a:solidFill>
void add_colour(pugi::xml_node parent, Colour colour);
/// A solid or pattern fill, or <a:noFill/>.
void add_fill(pugi::xml_node parent, const std::optional<Fill>& fill);
/// <a:ln>: colour, width, dashes; or one without a line.
void add_line(pugi::xml_node parent, const std::optional<Stroke>& stroke);

}  // namespace cjm::render::detail
