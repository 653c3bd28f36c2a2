// Owns: giving a result without time the times that drawings show. Must not know: the engine.
#pragma once
#include <cmath>
#include <cstddef>

#include "simulate/result.hpp"

namespace cjm::testing {

/// A curve of survival that halves every `half_life_days` up to `horizon_days`, in 40 steps, and
/// first arrivals that come later touchpoint by touchpoint.
inline SimulationResult timed(SimulationResult result, double half_life_days, double horizon_days) {
    constexpr int steps = 40;
    result.horizon_days = horizon_days;
    result.survival.emplace();
    for (int i = 0; i <= steps; ++i) {
        const double days = horizon_days * i / steps;
        result.survival->days.push_back(days);
        result.survival->still_on_the_way.push_back(std::exp2(-days / half_life_days));
    }
    for (std::size_t v = 0; v < result.touchpoints.size(); ++v) {
        const double mean = static_cast<double>(v) * half_life_days / 3;
        DurationSummary arrival;
        arrival.mean.estimate = mean;
        arrival.p10 = mean / 4;
        arrival.p50 = mean * 0.8;
        arrival.p90 = mean * 2.5;
        result.touchpoints[v].first_arrival_days = arrival;
    }
    return result;
}

}  // namespace cjm::testing
