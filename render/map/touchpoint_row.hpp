// Owns: the row of touchpoints as cards. Must not know: figures, pages.
#pragma once
#include "render/map/content.hpp"

namespace cjm::render::map {

/// Cards with channel, owner, micro-moment and star, numbered in the order of the way.
[[nodiscard]] sheet::Row touchpoint_row(const Content& content);

/// The number of a stop on a round badge.
void add_badge(const Content& content, std::size_t number, Point centre, double size,
               std::vector<Item>& items);
inline constexpr double badge_size = 3.9;  ///< millimetres

}  // namespace cjm::render::map
