// Owns: a bar with its whisker and figure in a cell. Must not know: what it measures.
#pragma once
#include <optional>
#include <string>

#include "render/map/content.hpp"

namespace cjm::render::map {

struct Bar {
    double part = 0;                  ///< of the whole track, in [0, 1]
    std::optional<double> low, high;  ///< whisker, likewise; none = no whisker
    Meaning meaning = Meaning::traffic;
    std::string figure;  ///< right of the bar; empty = the bar takes the whole width
    bool strong = false;
};

/// The next of 1, 2, 3, 5 or 8 times a power of ten: what a full bar stands for. expects  value > 0
[[nodiscard]] double round_up(double value);

/// track and figure on one line
[[nodiscard]] sheet::BlockPtr bar_block(const Content& content, const Bar& bar);

}  // namespace cjm::render::map
