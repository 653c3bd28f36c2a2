#include "render/funnel/axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/contract.hpp"

namespace cjm::render::funnel {
namespace {

constexpr double slack = 1e-9;  // of a tick: what rounding may take away

/// The smallest of 1, 2, 2.5 and 5 times a power of ten of which `most` holds at most `ticks`.
double round_step(double most, int ticks) {
    const double rough = most / ticks;
    double unit = 1;  // powers of ten by multiplication: the same on every machine
    while (unit > rough) unit /= 10;
    while (unit * 10 <= rough) unit *= 10;
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (unit * factor >= rough * (1 - slack)) return unit * factor;
    return unit * 10;
}

struct Unit {
    Message name;
    double in_days;
    std::array<double, 5> steps;  ///< besides powers of ten of 1, 2 and 5; zeros end it
};

constexpr double day = 1, hour = day / 24, minute = hour / 60, second = minute / 60;
constexpr std::array<Unit, 4> units{{{Message::days, day, {}},
                                     {Message::hours, hour, {1, 2, 3, 6, 12}},
                                     {Message::minutes, minute, {1, 2, 5, 10, 15}},
                                     {Message::seconds, second, {1, 2, 5, 10, 15}}}};

const Unit& unit_for(double end_days) {
    constexpr double fewest = 3;
    for (const auto& unit : units)
        if (end_days >= fewest * unit.in_days) return unit;
    return units.back();
}

double time_step(const Unit& unit, double amount, int ticks) {
    for (const double step : unit.steps)
        if (step > 0 && step * ticks >= amount * (1 - slack)) return step;
    const double step = round_step(amount, ticks);
    return step == 2.5 ? 5 : step;  // no half days
}

}  // namespace

Axis share_axis(const Voice& voice, double most, int ticks) {
    CJM_EXPECTS(most >= 0 && ticks >= 1);
    constexpr double least = 0.01;  // a journey that loses almost nobody has no long bars
    most = std::max(most, least);
    const double step = round_step(most, ticks);
    const int count = static_cast<int>(std::ceil(most / step * (1 - slack)));
    Axis axis{step * count, {}};
    for (int i = 0; i <= count; ++i) {
        const double percent = 100 * step * i;
        const bool whole = std::abs(percent - std::round(percent)) < 1e-6;
        axis.ticks.push_back({step * i, voice.numbers.percent(step * i, whole ? 0 : 1)});
    }
    return axis;
}

Axis time_axis(const Voice& voice, double end_days, int ticks) {
    CJM_EXPECTS(end_days > 0 && ticks >= 1);
    const auto& unit = unit_for(end_days);
    const double amount = end_days / unit.in_days;
    const double step = time_step(unit, amount, ticks);
    Axis axis{end_days, {{0, "0"}}};
    for (int i = 1; step * i <= amount * (1 + slack); ++i) {
        axis.ticks.push_back(
            {step * i * unit.in_days, voice.words(unit.name, voice.numbers.number(step * i))});
    }
    return axis;
}

}  // namespace cjm::render::funnel
