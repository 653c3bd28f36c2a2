// Owns: the plot of the emotion curves over the columns of a strip. Must not know: the row it
// stands in, pages.
#pragma once
#include <memory>

#include "render/map/curve_row.hpp"

namespace cjm::render::map {

/// content, curves  outlive the plot. Drawn as high as its box lets it: values take all the room
/// that labels leave.
[[nodiscard]] std::shared_ptr<const sheet::Across> curve_plot(const Content& content,
                                                              const Curves& curves);

}  // namespace cjm::render::map
