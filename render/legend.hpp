// Owns: setting the entries of a legend in lines. Must not know: what they stand for.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "render/picture.hpp"

namespace cjm::render {

/// A sample of `width` millimetres, drawn with its left middle at a point, and what it means.
struct LegendEntry {
    double width = 0;
    std::function<void(Point, std::vector<Item>&)> draw;
    std::string words;
};

struct Legend {
    Group group;  ///< its top left corner at the origin
    double height = 0;
};

/// Millimetres between the parts of a legend.
struct LegendSpacing {
    double line = 5.0;    ///< height of a line
    double item = 5.5;    ///< from one entry to the next
    double sample = 1.4;  ///< from a sample to its words
};

/// The entries one after another, in as many lines as that takes; words too long for one go on
/// below.
[[nodiscard]] Legend set_legend(const std::vector<LegendEntry>& entries, const TextStyle& style,
                                double width, const LegendSpacing& spacing = {});

}  // namespace cjm::render
