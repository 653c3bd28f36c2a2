// Owns: what stands above a map: title, figures, persona cards. Must not know: rows.
#pragma once
#include <vector>

#include "render/frame/frame.hpp"
#include "render/map/content.hpp"
#include "render/sheet/pages.hpp"

namespace cjm::render::map {

/// For "Page 2 of 12", whatever the numbers: a heading that stands beside it is so much narrower.
inline constexpr double number_room = 28;

/// Heading and footer as all views have them, for a width.
[[nodiscard]] Frame frame_for(const Content& content, const DrawOptions& options,
                              const std::vector<LegendEntry>& legend, double width);

/// The first page has all of it; the others only the title and their number.
[[nodiscard]] sheet::Part make_header(const Content& content, const Frame& frame, double width,
                                      const sheet::PageSpot& spot);

}  // namespace cjm::render::map
