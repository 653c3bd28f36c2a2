// Owns: what stands round every view on its page: heading, legend, provenance. Must not know: the
// view.
#pragma once
#include <string>
#include <vector>

#include "render/draw_options.hpp"
#include "render/frame/voice.hpp"
#include "render/legend.hpp"
#include "render/picture.hpp"

namespace cjm::render {

/// Type sizes, points.
struct FrameType {
    double heading = 17, subheading = 10, smallest = 7;
};

/// Two groups with their own origins, for a width.
struct Frame {
    Group heading, footer;
    double heading_height = 0, footer_height = 0;
};

/// summary  the line below the title; the scenario, where one is applied, and what it changes,
/// where that is asked for, stand above it
[[nodiscard]] Frame make_frame(const Voice& voice, const DrawOptions& options,
                               const FrameType& type, const std::string& summary,
                               const std::vector<LegendEntry>& legend, double width);

/// Where the picture comes from, in one line: title, customers, seed, horizon, scenario, program,
/// hash of the input.
[[nodiscard]] std::string provenance(const Voice& voice, const DrawOptions& options);

}  // namespace cjm::render
