// Owns: a small compiled journey and paths through it, written by hand. Must not know: the walk.
#pragma once
#include <vector>

#include "simulate/compile.hpp"
#include "simulate/walk/path.hpp"

namespace cjm::simulate::hand {

inline constexpr Ticks day = 86'400'000;

/// Transitions of the journey, in its order.
enum Way : std::size_t { a_to_b, a_to_done, b_to_a, b_to_c, c_to_done, c_to_elsewhere };

/// Touchpoints a, b (stage 0) and c (stage 1), outcomes done (a success) and elsewhere, two
/// personas, five causes, goodwill -24 .. 12. b costs 2.5, c earns 30 for persona 0 and 60 for
/// persona 1.
inline CompiledJourney journey() {
    CompiledJourney journey;
    journey.persona_count = 2;
    journey.touchpoint_count = 3;
    journey.outcome_count = 2;
    journey.cause_count = 5;
    journey.stage_count = 2;
    journey.goodwill_floor = -24;
    journey.goodwill_ceiling = 12;
    journey.friction_effort = 0.5;
    journey.has_waits = true;
    journey.outcome_is_success = {1, 0};
    journey.stage_of = {StageId(0), StageId(0), StageId(1)};
    const TouchpointId a(0), b(1), c(2);
    journey.transitions = {{a, b, {}}, {a, {}, OutcomeId(0)}, {b, a, {}},
                           {b, c, {}}, {c, {}, OutcomeId(0)}, {c, {}, OutcomeId(1)}};
    journey.first_transition = {0, 2, 4, 6};
    journey.values = {{0.1, 0, 0, 0}, {1, 2.5, 0, 0}, {0, 0.1, 30, 0},
                      {0.1, 0, 0, 0}, {1, 2.5, 0, 0}, {0, 0.1, 60, 0}};
    CompiledVisit visit;
    visit.bad_below = 1U << 30;
    visit.good_from = 1U << 31;
    visit.good_step = 1;
    visit.bad_step = -12;
    journey.visits.assign(6, visit);
    journey.personas.resize(2);
    return journey;
}

inline Step step(std::size_t touchpoint, Experience experience, int goodwill, Ticks arrived) {
    Step made;
    made.touchpoint = TouchpointId(touchpoint);
    made.experience = experience;
    made.goodwill = goodwill;
    made.arrived = arrived;
    return made;
}

inline Step step(std::size_t touchpoint, Experience experience, int goodwill, Ticks arrived,
                 Way chosen, bool friction = false) {
    Step made = step(touchpoint, experience, goodwill, arrived);
    made.chosen = TransitionId(chosen);
    made.friction = friction;
    return made;
}

/// a, b, a again, b again, c, done after 5 days.
inline Path buyer() {
    Path path;
    path.persona = PersonaId(0);
    path.steps = {step(0, Experience::good, 1, 0, a_to_b),
                  step(1, Experience::bad, -11, day, b_to_a),
                  step(0, Experience::good, -10, 2 * day, a_to_b, true),
                  step(1, Experience::neutral, -10, 3 * day, b_to_c),
                  step(2, Experience::good, -9, 4 * day, c_to_done)};
    path.end = End::outcome;
    path.outcome = OutcomeId(0);
    path.ended = 5 * day;
    return path;
}

/// Leaves at b at once, openly, for the price.
inline Path leaver() {
    Path path;
    path.persona = PersonaId(1);
    path.steps = {step(0, Experience::neutral, 0, 0, a_to_b),
                  step(1, Experience::bad, -12, 3 * day)};
    path.end = End::left;
    path.cause = CauseId(static_cast<std::size_t>(BuiltInCause::price));
    path.silent = false;
    path.ended = 3 * day;
    return path;
}

/// Sets out from a to b with friction, runs out of patience after 10 days, says nothing.
inline Path impatient() {
    Path path;
    path.persona = PersonaId(1);
    path.steps = {step(0, Experience::neutral, 0, 0, a_to_b, true)};
    path.end = End::impatient;
    path.cause = CauseId(static_cast<std::size_t>(BuiltInCause::delay));
    path.silent = true;
    path.ended = 10 * day;
    return path;
}

/// Starts at c, buys, and goes elsewhere after 2 days.
inline Path switcher() {
    Path path;
    path.persona = PersonaId(1);
    path.steps = {step(2, Experience::neutral, 0, 0, c_to_elsewhere)};
    path.end = End::outcome;
    path.outcome = OutcomeId(1);
    path.ended = 2 * day;
    return path;
}

/// On the way from a to b when the horizon comes at 30 days.
inline Path waiting() {
    Path path;
    path.persona = PersonaId(0);
    path.steps = {step(0, Experience::good, 1, 0, a_to_b)};
    path.end = End::in_progress;
    path.ended = 30 * day;
    return path;
}

}  // namespace cjm::simulate::hand
