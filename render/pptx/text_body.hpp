// Owns: a set paragraph as the text of a DrawingML shape. Must not know: slides, packages.
#pragma once
#include <string>

#include <pugixml.hpp>

#include "render/picture.hpp"

namespace cjm::render::detail {

/// What is written of an item: its paragraph, up to where the drawn lines were cut short.
[[nodiscard]] std::string written_text(const TextItem& item);

/// The box in which PowerPoint breaks and places the text as it was measured. One line keeps its
/// own width and is never wrapped; several are wrapped at the width of the longest, with a little
/// room for other shapers.
[[nodiscard]] Box text_frame(const TextItem& item);

/// <p:txBody> for text_frame(item): no insets, no automatic fitting.
///
/// language  "en" or "vi", for the spelling checker
void add_text_body(pugi::xml_node shape, const TextItem& item, const std::string& language);
/// <p:txBody> of a shape without text.
void add_empty_text_body(pugi::xml_node shape);

}  // namespace cjm::render::detail
