// Owns: round ticks for axes of shares and of time. Must not know: millimetres, drawing.
#pragma once
#include <string>
#include <vector>

#include "render/frame/voice.hpp"

namespace cjm::render::funnel {

struct Tick {
    double value = 0;  ///< in the unit of the axis: a share, or days
    std::string words;
};

struct Axis {
    double end = 1;  ///< starts at 0
    std::vector<Tick> ticks;
};

/// Shares from 0 to a round end of at least `most`, with at most `ticks` of them after 0.
/// expects  most >= 0, ticks >= 1 (contract)
[[nodiscard]] Axis share_axis(const Voice& voice, double most, int ticks);

/// Time from 0 to exactly `end_days`, ticks at round amounts of the unit that suits it.
/// expects  end_days > 0, ticks >= 1 (contract)
[[nodiscard]] Axis time_axis(const Voice& voice, double end_days, int ticks);

}  // namespace cjm::render::funnel
