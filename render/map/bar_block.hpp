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

/// track and figure on one line
[[nodiscard]] sheet::BlockPtr bar_block(const Content& content, const Bar& bar);

}  // namespace cjm::render::map
