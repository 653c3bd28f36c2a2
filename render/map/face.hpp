// Owns: a face that smiles or frowns. Must not know: what it stands for.
#pragma once
#include <vector>

#include "render/theme.hpp"

namespace cjm::render::map {

/// mood  from -1 (a deep frown) through 0 (a straight mouth) to 1 (a broad smile)
void add_face(const Theme& theme, Point centre, double size, double mood, Colour outline,
              std::vector<Item>& items);

}  // namespace cjm::render::map
