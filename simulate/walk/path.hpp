// Owns: Path, what happened to one simulated customer. Must not know: how it is drawn from random
// words, what is counted about it.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "journey/model.hpp"

namespace cjm::simulate {

struct Transition;
using TransitionId = Id<Transition>;  ///< position in CompiledJourney::transitions

/// Elapsed time in whole milliseconds since the customer's start.
using Ticks = std::int64_t;
inline constexpr double ticks_per_day = 86'400'000.0;

/// One visit.
struct Step {
    TouchpointId touchpoint;
    Experience experience = Experience::neutral;
    bool friction =
        false;  ///< crossing to the chosen target cost friction (also when patience then ran out)
    std::int32_t goodwill = 0;  ///< after the experience (before any friction), in points
    Ticks arrived = 0;
    TransitionId chosen;  ///< where the customer set out to; none where they left here at once
};

enum class End : std::uint8_t {
    outcome,      ///< arrived at Path::outcome
    left,         ///< left at the last touchpoint out of Path::cause
    impatient,    ///< ran out of patience on the way from the last touchpoint (cause delay)
    in_progress,  ///< the horizon came first
};

/// One customer from start to end. `steps` is never empty.
struct Path {
    PersonaId persona;
    std::vector<Step> steps;
    End end = End::in_progress;
    OutcomeId outcome;                      ///< with End::outcome
    CauseId cause;                          ///< with End::left and End::impatient
    bool silent = false;                    ///< left without a word (ghosted)
    Ticks ended = 0;                        ///< when the end came; the horizon for in_progress
    std::int32_t goodwill = 0;              ///< at the end, friction included, in points
    std::array<std::uint32_t, 4> survey{};  ///< words to answer by, where a survey asks
};

}  // namespace cjm::simulate
