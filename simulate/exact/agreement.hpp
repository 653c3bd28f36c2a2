// Owns: exact values beside sampled ones, and how far apart they lie. Must not know: how either was
// computed.
#pragma once
#include "simulate/result.hpp"

namespace cjm::simulate {

/// Puts the exact value beside every sampled estimate that has one, and says how well they agree.
///
/// A figure's z is its distance from the exact value over the largest of: its standard error; the
/// half-width of its interval towards the exact value, over that interval's normal quantile (few
/// events make it wider); the standard error that the exact value gives: sqrt(p (1 - p) / n) for a
/// share of n customers, for sums the sampled one times sqrt(exact / sampled). So an event too rare
/// to be seen is no disagreement. Times are given 1e-4 of their mean: no more is promised of
/// sampled waits. Ratios over fewer than 1,000 customers are left out, and what is constant by
/// construction. The p-value is Bonferroni's: min(1, compared x P(|Z| >= largest z)); figures of
/// one run depend on each other, so it errs on the side of agreement.
///
/// exact  of the same journey; cost O(figures)
void set_beside(SimulationResult& sampled, const SimulationResult& exact);

}  // namespace cjm::simulate
