// Owns: which points of the curves are labelled, and with what words. Must not know: where labels
// stand, colours.
#pragma once
#include <string>
#include <vector>

#include "render/map/curve_row.hpp"

namespace cjm::render::map {

/// What stands at a point of a curve.
struct CurveLabel {
    std::size_t point = 0;   ///< position in the curve's points
    std::string who;         ///< whose curve it is; empty = everybody's
    std::string words;       ///< "Highest +0.53", or only the value
    std::string quote;       ///< empty = none
    bool above = true;       ///< where it would rather stand
    bool marked = false;     ///< a high, a low, the peak or the end: drawn with a face
    std::size_t curves = 1;  ///< that it speaks of

    [[nodiscard]] std::string heading() const { return who.empty() ? words : who + " · " + words; }
};

/// The labels of each curve, the most important first: high, low, end, the other highs and lows,
/// the rest. Curves of personas have a high and a low; where several of them agree, the first one's
/// label speaks of all. A declared curve beside a simulated one has none.
[[nodiscard]] std::vector<std::vector<CurveLabel>> choose_labels(const Content& content,
                                                                 const Curves& curves);

}  // namespace cjm::render::map
