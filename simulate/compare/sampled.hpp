// Owns: from paired sums to the differences of every figure between a variant of a journey and the
// journey as it is. Must not know: how customers were walked, money a year, probabilities.
#pragma once
#include <span>
#include <vector>

#include "simulate/comparison_result.hpp"
#include "simulate/paired/paired_run.hpp"

namespace cjm::simulate {

/// What differences are estimated from; all by variant, the first as it is.
struct PairedEvidence {
    const std::vector<Journey>& journeys;
    const std::vector<Variant>& variants;
    const PairedTally& tally;
    const std::vector<SimulationResult>& results;  ///< of estimate() from the same tallies
};

/// Scenario less as it is, over the same customers.
///
/// variant  1 and on; equal: whether nothing in it differs by construction: all differences are
///          then exactly 0 +- 0
/// errors   means: the standard error of the mean of each customer's own difference. The interval
///          combines those of what customers gained and of what they lost, so that few who differ
///          are not taken for none (MOVER, see base/interval.hpp). Ratios: the delta method over
///          joint sums, the interval from those of the two ratios and that error
/// source   docs/explanation/comparisons.md
[[nodiscard]] DifferenceResult sampled_differences(const PairedEvidence& evidence,
                                                   std::size_t variant, bool equal);

/// Covariances of the differences of a metric in all variants but the first, row by row; 0
/// with one where the metric does not exist. expects that it exists as it is
/// metric  that of the tally's joint sums
[[nodiscard]] std::vector<double> joint_covariance(const PairedEvidence& evidence, Metric metric);

/// The figure whose joint sums a metric needs.
[[nodiscard]] JointFigure joint_figure(Metric metric);

/// Variants with all that is compared of a customer, the net promoter score included where asked.
[[nodiscard]] std::vector<Variant> variants_to_compare(std::span<const Journey> journeys);

}  // namespace cjm::simulate
