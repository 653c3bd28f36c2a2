// Owns: a journey with scenarios that change, add and keep, and made-up differences, for tests of
// what views mark. Must not know: any one view.
#pragma once
#include "journey/change.hpp"
#include "journey/scenario.hpp"
#include "simulate/change_result.hpp"
#include "tests/support/memoryless_result.hpp"

namespace cjm::testing {

inline constexpr const char* changed_booking = R"([journey]
title = "Booking a dentist"
start = "search"
[[stage]]
id = "find"
[[stage]]
id = "visit"
[[touchpoint]]
id = "search"
title = "Search"
stage = "find"
next = { call = 0.4, book = 0.2 }
[[touchpoint]]
id = "call"
title = "Call"
stage = "find"
experience = { good = 0.2, bad = 0.4 }
next = { visited = 0.5 }
wait = { visited = "2 d" }
[[touchpoint]]
id = "book"
title = "Book"
stage = "visit"
next = { visited = 0.7 }
[[outcome]]
id = "visited"
title = "Visited"
kind = "success"
[[scenario]]
id = "chat"
title = "Chat instead of a form"
cost = 5000
[scenario.touchpoint.search]
next = { call = 0.4, chat = 0.5 }
[scenario.touchpoint.call]
experience = { good = 0.5, bad = 0.1 }
wait = { visited = "1 d" }
[scenario.touchpoint.chat]
new = true
title = "Chat"
stage = "visit"
next = { visited = 0.9 }
[[scenario]]
id = "same"
title = "All as before"
)";

/// A difference with an interval of the same width to either side.
inline Estimate made_difference(double value, double width) {
    return {value, width / 2, value - width, value + width, {}, {}};
}

/// Figures of both journeys, and differences made up of them.
inline ChangeResult made_change(const Journey& as_is, const Journey& redesigned) {
    ChangeResult change{as_is, changes_between(as_is, redesigned), ChangeFigures{}};
    ChangeFigures& figures = *change.figures;
    figures.as_is = memoryless_result(as_is);
    const SimulationResult after = memoryless_result(redesigned);
    figures.difference.of(ComparedFigure::success) = made_difference(0.0212, 0.002);
    figures.difference.of(ComparedFigure::ghosted) = made_difference(-0.0312, 0.002);
    for (std::size_t i = 0; i < after.touchpoints.size(); ++i) {
        const bool known = i < figures.as_is.touchpoints.size();
        const double was = known ? figures.as_is.touchpoints[i].reach.estimate : 0;
        figures.places.touchpoints.push_back(
            {after.touchpoints[i].id,
             made_difference(after.touchpoints[i].reach.estimate - was, 0.001),
             {},
             made_difference(-0.01 * static_cast<double>(i), 0.001),
             {},
             {}});
    }
    for (const StageResult& stage : after.stages)
        figures.places.stages.push_back(
            {stage.id, made_difference(0.045, 0.004), made_difference(-0.06, 0.005)});
    for (const TransitionResult& way : after.transitions)
        figures.places.ways.push_back({way.from, way.to, made_difference(0.034, 0.003)});
    for (const OutcomeResult& outcome : after.outcomes)
        figures.places.outcomes.push_back({outcome.id, made_difference(0.0212, 0.002)});
    return change;
}

}  // namespace cjm::testing
