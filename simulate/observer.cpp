#include "simulate/observer.hpp"

#include <algorithm>
#include <array>

namespace cjm::simulate {
namespace {

constexpr double hours_below = 3;  // days of a horizon that is looked at hour by hour
constexpr std::array hours{1.0, 2.0, 3.0, 6.0, 12.0};
constexpr std::array days{1.0,  2.0,  3.0,  5.0,  7.0,   10.0,  14.0,  21.0,  30.0,  45.0,
                          60.0, 90.0, 120., 180., 270.0, 365.0, 730.0, 1095., 1825., 3650.};

}  // namespace

std::vector<double> observer_waits(double horizon_days, double ghost_after_days) {
    std::vector<double> waits{ghost_after_days};
    const auto add = [&](double wait) {
        if (wait <= horizon_days) waits.push_back(wait);
    };
    if (horizon_days < hours_below)
        for (const double hour : hours) add(hour / 24);
    for (const double day : days) add(day);
    add(horizon_days);
    std::ranges::sort(waits);
    const auto repeated = std::ranges::unique(waits);
    waits.erase(repeated.begin(), repeated.end());
    return waits;
}

}  // namespace cjm::simulate
