// Owns: the row of channels: which are used in which column, and how much. Must not know: pages.
#pragma once
#include "render/map/content.hpp"

namespace cjm::render::map {

/// A line per channel with a bar where it is used: as long as its visits, where they are simulated.
/// No bands where no touchpoint names one. Channels beyond the ninth share a last line.
[[nodiscard]] sheet::Row channel_row(const Content& content);

}  // namespace cjm::render::map
