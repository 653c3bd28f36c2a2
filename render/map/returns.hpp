// Owns: the ways that lead back, as arrows below the touchpoints. Must not know: what else is in
// the row.
#pragma once
#include <vector>

#include "render/map/content.hpp"

namespace cjm::render::map {

/// A way back between two stops; from == to for one that stays.
struct Return {
    std::size_t from = 0, to = 0;  ///< stops
    double share = 0;              ///< of the visits to `from`; author's share in a plain map
    double traffic = 0;
    std::size_t lane = 0;  ///< from 0, the nearest to the touchpoints
};

struct Returns {
    std::vector<Return> drawn;  ///< the most frequent ones, in lanes that do not meet
    std::size_t lanes = 0;
    std::size_t left_out = 0;
};
[[nodiscard]] Returns find_returns(const Content& content);

/// The arrows; no across and no label where nothing leads back.
[[nodiscard]] sheet::Band returns_band(const Content& content);

}  // namespace cjm::render::map
