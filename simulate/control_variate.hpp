// Owns: figures under a horizon, sharpened by what the same customers do without it, which is known
// exactly. Must not know: files, streams, clocks.
#pragma once
#include <optional>
#include <vector>

#include "journey/model.hpp"
#include "simulate/paired/paired_run.hpp"
#include "simulate/result.hpp"
#include "simulate/simulate.hpp"

namespace cjm::simulate {

/// The same customers under the horizon and followed to the end.
struct LiftedWalk {
    Journey lifted;                 ///< the journey without its horizon
    std::vector<Variant> variants;  ///< under the horizon, without
    PairedTally tally;
};

/// Walks customers through both; under the horizon they do what they do when walked alone.
///
/// journey  with a horizon (contract), checked, without it too
/// returns  none where stopped
[[nodiscard]] std::optional<LiftedWalk> walk_lifted(const Journey& journey,
                                                    const RunSettings& settings,
                                                    const RunControl& control);

/// With Y a customer's figure under the horizon, X without, mu the exact mean of X: the estimate is
/// mean Y - b (mean X - mu), b = Cov(X, Y) / Var X. Its variance is that of Y times 1 - r^2, r
/// their correlation.
///
/// result   of the walk under the horizon
/// returns  success, lost, ghosted, left_openly, effort, revenue, cost, margin, purchases, as far
///          as they vary; each by itself, so that they need not add up. None where the journey
///          without its horizon cannot be solved
/// errors   from the variances of Y, X and X - Y; where (nearly) nobody differs, a share's interval
///          is that of no event among so many customers
/// source   docs/explanation/intervals.md; Lavenberg and Welch 1981
[[nodiscard]] std::optional<ControlVariate> control_variate(const LiftedWalk& walk,
                                                            const SimulationResult& result);

}  // namespace cjm::simulate
