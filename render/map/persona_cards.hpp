// Owns: the personas of a journey as cards in a line. Must not know: what stands round them.
#pragma once
#include "render/map/content.hpp"
#include "render/sheet/pages.hpp"

namespace cjm::render::map {

/// Side by side over a width, as many in a line as have room; nothing where the only persona has no
/// texts.
[[nodiscard]] sheet::Part persona_cards(const Content& content, double width);

}  // namespace cjm::render::map
