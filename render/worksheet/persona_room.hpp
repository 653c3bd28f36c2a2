// Owns: the boxes for a persona above the columns of a worksheet. Must not know: rows.
#pragma once
#include "render/picture.hpp"
#include "render/worksheet/content.hpp"

namespace cjm::render::worksheet {

struct Room {
    Group group;
    double height = 0;
};
/// A box each for who it is, quote, goals, needs and frustrations, `height` high or as their texts
/// need, beside the questions; written in where the file has one persona.
[[nodiscard]] Room persona_room(const Content& content, const Filling& filling, double label_width,
                                double width, double height);

}  // namespace cjm::render::worksheet
