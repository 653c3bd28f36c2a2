// Owns: ResolvedJourney, what a journey says as numbers by index: every default, persona, scenario
// multiplier and name worked in. Must not know: thresholds, random numbers, files.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "journey/model.hpp"
#include "simulate/survey/survey_table.hpp"
#include "simulate/walk/path.hpp"

namespace cjm::simulate {

/// A way from a touchpoint to a target that `next`, `after` or `for` names there. Exactly one of
/// the two targets is set.
struct Transition {
    TouchpointId from;
    TouchpointId to_touchpoint;
    OutcomeId to_outcome;
    friend bool operator==(const Transition&, const Transition&) = default;
};

/// What one visit takes and gives, in the journey's units.
struct VisitValues {
    double effort = 0, cost = 0, revenue = 0, refers = 0;
    friend bool operator==(const VisitValues&, const VisitValues&) = default;
};

/// A wait by the parameters its kind has (see Wait in the journey), likely values in days.
struct WaitLaw {
    WaitKind kind = WaitKind::fixed;
    double mean = 0, sd = 0;               ///< fixed, exponential (mean); lognormal, gamma
    double low = 0, likely = 0, high = 0;  ///< uniform, pert
    double shape = 0, scale = 0;           ///< weibull
    friend bool operator==(const WaitLaw&, const WaitLaw&) = default;
};

/// One target of `next`.
struct ResolvedEdge {
    TransitionId transition;
    double share = 0;  ///< as written, shares of a next sum to S <= 1; made exactly 1 where near it
    WaitLaw wait;      ///< fixed 0 where none is given
    double patience_days =
        std::numeric_limits<double>::infinity();  ///< mean, multipliers of `delay` included
    bool friction = false;  ///< channels given and different, and not seamless
    friend bool operator==(const ResolvedEdge&, const ResolvedEdge&) = default;
};

/// One `next`.
struct ResolvedWay {
    double stay = 0;  ///< S, sum of the shares, in [0, 1]; exactly 1 where within 1e-9 of it
    std::vector<ResolvedEdge> edges;  ///< in the file's order, shares of 0 included
    friend bool operator==(const ResolvedWay&, const ResolvedWay&) = default;
};

/// What a cause adds to the hazard of leaving at a visit.
struct ResolvedCause {
    CauseId cause;
    double factor = 0;  ///< w_c x m_c(persona) x m_c(scenario): times L0 = -ln(S) it is the hazard
                        ///< at goodwill 0
    friend bool operator==(const ResolvedCause&, const ResolvedCause&) = default;
};

/// What holds at a touchpoint for a persona.
struct ResolvedVisit {
    double good = 0, bad = 0;  ///< shares of visits; the rest is neutral
    std::int64_t weight = 1;
    double silent = 1;
    VisitValues values;
    std::vector<ResolvedCause> causes;  ///< in the file's order
    std::vector<ResolvedWay> ways;      ///< distinct ones
    std::array<std::size_t, 3> way{};   ///< by Experience, into ways
    friend bool operator==(const ResolvedVisit&, const ResolvedVisit&) = default;
};

struct ResolvedPersona {
    double share = 0;
    std::int64_t goodwill = 0;  ///< start goodwill, points
    std::vector<std::pair<TouchpointId, double>> start;
    friend bool operator==(const ResolvedPersona&, const ResolvedPersona&) = default;
};

/// A journey as numbers: what the walk's tables and the exact chain are built from.
struct ResolvedJourney {
    std::size_t cause_count = 0, stage_count = 0;
    std::int64_t goodwill_good = 1, goodwill_bad = -12, goodwill_floor = -60, goodwill_ceiling = 60;
    double hazard_ratio = 2, fade = 0;
    std::int64_t friction_goodwill = 0;
    double friction_effort = 0;
    std::optional<double> horizon_days, ghost_after_days;
    double discount_rate = 0;  ///< a year, >= 0
    bool in_progress_is_success = false;

    std::vector<bool> outcome_is_success;  ///< by outcome
    std::vector<StageId> stage_of;         ///< by touchpoint
    std::vector<std::string> touchpoints;  ///< names, for the random keys
    std::vector<Transition> transitions;   ///< touchpoint by touchpoint, targets by first mention
    std::vector<ResolvedPersona> personas;
    std::optional<ResolvedSurvey> survey;
    std::vector<ResolvedVisit> visits;  ///< persona by persona, touchpoint by touchpoint

    [[nodiscard]] const ResolvedVisit& visit(PersonaId persona, TouchpointId touchpoint) const {
        return visits[persona.index() * touchpoints.size() + touchpoint.index()];
    }
    friend bool operator==(const ResolvedJourney&, const ResolvedJourney&) = default;
};

/// Works out every number of a journey at its likely values.
///
/// journey  checked without errors, a scenario already applied (its hazards in `scenario_hazard`)
/// cost     O(personas x targets)
[[nodiscard]] ResolvedJourney resolve(const Journey& journey);

}  // namespace cjm::simulate
