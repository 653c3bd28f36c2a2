// Owns: the one call from a checked journey to its moments of truth. Must not know: files, streams,
// clocks.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "journey/model.hpp"
#include "simulate/moments_result.hpp"
#include "simulate/simulate.hpp"

namespace cjm::simulate {

struct MomentsSettings {
    RunSettings run;
    Metric metric = Metric::success;
    double minimum_effect = 0.01;
    bool sweep = false;       ///< also over swept_ratios
    bool by_persona = false;  ///< also with everybody being each persona in turn
};

struct MomentsAnswer {
    std::optional<MomentsResult> result;     ///< none: not solved, or stopped
    std::vector<std::string> unsolved_loop;  ///< touchpoints; empty where stopped
};

/// Whether impacts are solved without sampling: no horizon, and not asked to sample.
[[nodiscard]] bool solves_exactly(const Journey& journey, Method method);

/// How many customers are walked as the journey is, tables of a sweep and of personas included; 0
/// where all is solved.
[[nodiscard]] std::uint64_t customers_walked(const Journey& journey,
                                             const MomentsSettings& settings);

/// Forces every experience at each touchpoint good, then bad, all else the same luck, and ranks the
/// touchpoints by what that changes.
///
/// journey   checked without errors, a scenario already applied; with a `[survey]` nps where that
///           is the metric (contract)
/// settings  `run.method` exact only where solves_exactly()
/// method    solved where solves_exactly(), see solve_impacts() and solve_lifetime_impacts(); else
/// sampled: the customers walk
///           the journey as it is, and those who reach a touchpoint walk again with it forced
/// intervals of an impact: Wilson's where each customer's difference is 0 or 1, else of the paired
///           differences. Simultaneous ones are those at 1 - (1 - confidence) / touchpoints of
///           positive reach (Bonferroni), which hold together whatever their correlation
/// progress  counts customers walked as the journey is
/// cost      solved: that of solve_impacts(); sampled: at most that of 1 + 2 x touchpoints
///           simulations, less where few customers reach a touchpoint. The same figures for any
///           number of threads
/// source    model page, section 3; docs/explanation/moments-of-truth.md
[[nodiscard]] MomentsAnswer find_moments(const Journey& journey, const MomentsSettings& settings,
                                         const RunControl& control = {});

}  // namespace cjm::simulate
