// Owns: walking the same customers through several variants of a journey and summing their
// differences. Must not know: scenarios, estimates.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "simulate/paired/difference_sums.hpp"
#include "simulate/paired/judged_visits.hpp"
#include "simulate/paired/place_sums.hpp"
#include "simulate/paired/variants.hpp"
#include "simulate/run/run.hpp"
#include "simulate/survey/judged_products.hpp"

namespace cjm::simulate {

/// The figure whose joint covariance over all variants is asked for: a mean of `above` (margin,
/// success) or a ratio (lifetime value).
struct JointFigure {
    Quantity above = Quantity::success;
    std::optional<Quantity> below;
};

/// What is summed beside every customer's facts.
struct PairedWanted {
    JointFigure joint;
    const CommonPlaces* places = nullptr;  ///< of the same variants; null = not place by place
    bool judged = false;                   ///< also what a CSI judges by
};

/// What the same customers did in each variant. Tallies of disjoint ranges add up.
struct PairedTally {
    std::vector<Tally> tallies;               ///< by variant, as if each were walked alone
    OwnSums baseline;                         ///< of the first variant
    std::vector<DifferenceSums> differences;  ///< of the second variant and on from the first
    JointSums joint;                          ///< of the same, in the figure asked for
    std::vector<PlaceSums> places;            ///< of the same; empty where not asked for
    /// Of the first variant's numbers and those of the second and on; likewise.
    std::vector<JudgedProducts> judged;

    PairedTally& operator+=(const PairedTally& other);
};

/// Walks a range of customers through every variant, each with the same luck wherever two variants
/// agree.
///
/// variants  of make_variants(); the first is the baseline
/// returns   the same bits for any number of threads; none where `control.stop` was set
/// progress  counts customers, each done when walked through all variants
/// throws    what a worker threw, after all have ended
/// cost      that of walking each variant, and little for customers who do not differ; place by
///           place about as much again. Memory for one tally and one block of facts and trails per
///           thread and variant
[[nodiscard]] std::optional<PairedTally> tally_paired(std::span<const Variant> variants,
                                                      const PairedWanted& wanted,
                                                      std::uint64_t seed, CustomerRange customers,
                                                      unsigned threads,
                                                      const RunControl& control = {});

/// Whether a discount makes any variant's lifetime quantity finer, see facts_of().
[[nodiscard]] bool any_discounts(std::span<const Variant> variants);

}  // namespace cjm::simulate
