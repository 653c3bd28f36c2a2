#include "bench/straightforward_statistics.hpp"

namespace cjm::bench {
namespace {

constexpr std::size_t bins = 1024;

double bin_width(const Sizes& sizes) {
    constexpr double days_without_horizon = 1000;
    const double range = sizes.horizon_days > 0 ? sizes.horizon_days : days_without_horizon;
    return range / static_cast<double>(bins - 1);
}

}  // namespace

Statistics::Statistics(const Sizes& sizes)
    : personas(sizes.personas),
      touchpoints(sizes.touchpoints,
                  TouchpointStatistics(bin_width(sizes), bins, sizes.goodwill_levels)),
      left(sizes.touchpoints * sizes.causes * 2),
      stages(sizes.stages),
      transitions(sizes.transitions),
      time_to_success(bin_width(sizes), bins),
      ends(bin_width(sizes), bins) {
    for (PersonaStatistics& persona : personas) persona.outcomes.resize(sizes.outcomes);
}

}  // namespace cjm::bench
