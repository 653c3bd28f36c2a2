// Owns: the lane of simulated figures of a map. Must not know: pages.
#pragma once
#include "render/map/content.hpp"
#include "render/map/figures.hpp"

namespace cjm::render::map {

/// Reach, drop-off by cause with whiskers, silent leavers, waits, moments of truth found. expects a
/// scene with a result
[[nodiscard]] sheet::Row simulated_row(const Content& content,
                                       const std::vector<ColumnFigures>& figures);

}  // namespace cjm::render::map
