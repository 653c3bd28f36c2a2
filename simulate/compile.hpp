// Owns: CompiledJourney, a journey as flat tables of integers by index, and its making.
// Must not know: names and texts after compiling, files, how a customer is walked or counted.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "journey/model.hpp"
#include "simulate/resolve.hpp"
#include "simulate/survey/survey_table.hpp"
#include "simulate/walk/path.hpp"
#include "simulate/walk/wait.hpp"

namespace cjm::simulate {

inline constexpr std::uint32_t none_index = std::numeric_limits<std::uint32_t>::max();

/// What holds at a touchpoint for a persona. Words are u32 below 2^32 - 1 (see threshold.hpp).
struct CompiledVisit {
    std::uint32_t bad_below = 0;  ///< experience is bad for words below
    std::uint32_t good_from =
        0;  ///< good for words from here on; neutral between, bad_below <= good_from
    std::int16_t good_step = 0;  ///< goodwill points, weight included, at most the goodwill span
    std::int16_t bad_step = 0;   ///< <= 0
    std::uint32_t silent_below = 0;  ///< a leaver says nothing for words below
    std::uint32_t first_cause =
        0;  ///< into causes: how a leave not out of dissatisfaction is split
    std::uint32_t cause_count = 0;
    std::array<std::uint32_t, 3> way{};  ///< by Experience: into ways; all the same without `after`
};

/// Whether and where customers go on: one `next` of one persona at one touchpoint.
struct CompiledWay {
    std::uint32_t leave_row =
        none_index;                ///< row of leave (goodwill_levels entries); none: nobody leaves
    std::uint32_t first_edge = 0;  ///< into edges
    std::uint32_t edge_count = 0;  ///< targets of positive share only
};

/// Leaving at one goodwill: out of dissatisfaction for words below the first, at all below the
/// second.
struct LeaveThresholds {
    std::uint32_t dissatisfaction_below = 0;
    std::uint32_t leave_below = 0;
};

/// One part of the leaves that are not out of dissatisfaction.
struct CauseShare {
    std::uint32_t cause = 0;  ///< index in Journey::causes
    std::uint32_t below =
        0;  ///< cumulative fraction of the rest, in units of 2^-32; the last is the remainder
};

/// One target of a way.
struct CompiledEdge {
    std::uint32_t below =
        0;  ///< cumulative; chosen for the first edge whose `below` exceeds the word
    std::uint32_t touchpoint = 0;  ///< none_index where the target is an outcome
    std::uint32_t outcome = 0;     ///< none_index where the target is a touchpoint
    std::uint32_t transition = 0;  ///< into transitions
    std::uint32_t wait = 0;        ///< into waits; no_wait: no time passes
    std::uint32_t patience = 0;    ///< into waits: how long they would wait; no_wait: for ever
    bool friction = false;         ///< crossing costs friction
};

/// One entry of a cumulative row over personas or over touchpoints to start at.
struct CompiledShare {
    std::uint32_t below = 0;
    std::uint32_t index = 0;
};

struct CompiledPersona {
    std::int32_t goodwill = 0;      ///< start goodwill, points
    std::uint32_t first_start = 0;  ///< into starts
    std::uint32_t start_count = 0;
};

/// A journey ready to be walked: contiguous arrays by index, in the file's order, no strings, no
/// pointers. Everything that decides a customer's way is an integer; the doubles only value visits.
/// Built by compile(), never edited.
struct CompiledJourney {
    std::uint32_t persona_count = 0, touchpoint_count = 0, outcome_count = 0;
    std::uint32_t cause_count = 0;  ///< of Journey::causes, `delay` included
    std::uint32_t stage_count = 0;

    std::int32_t goodwill_floor = 0, goodwill_ceiling = 0;  ///< points, both reached
    std::int32_t friction_goodwill = 0;  ///< points, <= 0, at least minus the span
    double friction_effort = 0;
    Ticks horizon = no_horizon;  ///< who has not arrived by then is in progress
    bool has_waits = false;      ///< whether any target can be reached later than at once
    bool has_friction = false;   ///< whether crossing to any target costs friction
    bool in_progress_is_success = false;
    /// How fast later money loses value, in 2^-80 halvings a tick; 0: not at all.
    std::uint64_t discount = 0;
    /// For each of observer_waits(), falling: customers silent since before are called ghosts.
    /// Empty without a horizon and ghost_after; below 0 where the wait exceeds the horizon.
    std::vector<Ticks> observer_cutoffs;

    std::vector<std::uint8_t> outcome_is_success;  ///< by outcome, 0 or 1
    std::vector<StageId> stage_of;                 ///< by touchpoint; none where it has no stage
    std::vector<Transition>
        transitions;  ///< touchpoint by touchpoint, targets by first mention (next, after, for)
    std::vector<std::uint32_t> first_transition;  ///< by touchpoint, and one past the end

    std::vector<VisitValues> values;    ///< by visit_index: effort, cost, revenue, refers
    std::vector<CompiledVisit> visits;  ///< by visit_index
    std::vector<CompiledWay> ways;
    std::vector<LeaveThresholds> leave;  ///< by leave_row and goodwill level
    std::vector<CauseShare> causes;
    std::vector<CompiledEdge> edges;
    std::vector<CompiledShare> persona_shares, starts;
    std::vector<CompiledPersona> personas;
    std::vector<std::int16_t>
        faded;  ///< by persona and goodwill level: the level after fading; empty: no fade
    std::uint64_t customer_luck = 0;  ///< the same for draws of customers, see random/luck.hpp
    std::vector<std::uint64_t> luck;  ///< by touchpoint: the half of the random key that is its own
    WaitTables waits;
    SurveyTable survey;

    [[nodiscard]] std::size_t goodwill_levels() const {
        return static_cast<std::size_t>(goodwill_ceiling - goodwill_floor) + 1;
    }
    [[nodiscard]] std::size_t visit_index(PersonaId persona, TouchpointId touchpoint) const {
        return persona.index() * touchpoint_count + touchpoint.index();
    }
};

/// The tables of a journey at its likely values.
///
/// journey  checked without errors, a scenario already applied
/// returns  bit-identical tables on every CPU
/// cost     O(personas x touchpoints x goodwill span + targets), a few ms for 100 touchpoints
[[nodiscard]] CompiledJourney compile(const Journey& journey);

/// The same from the numbers of a journey, wherever they come from.
[[nodiscard]] CompiledJourney compile(const ResolvedJourney& journey);

}  // namespace cjm::simulate
