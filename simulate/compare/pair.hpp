// Owns: one variant of a journey beside the first, and the difference of any one figure between
// them. Must not know: which figures there are.
#pragma once
#include <array>

#include "base/interval.hpp"
#include "simulate/compare/ratio_covariance.hpp"
#include "simulate/compare/sampled.hpp"
#include "simulate/estimate/detail/parts.hpp"

namespace cjm::simulate {

/// How many integers stand for one unit of a quantity.
[[nodiscard]] double units_of(const Variant& variant, Quantity quantity, bool discounts);

/// A variant beside the first one: variant less first, over the same customers.
class Pair {
  public:
    Pair(const PairedEvidence& evidence, std::size_t variant);

    /// Of a mean over all who start.
    [[nodiscard]] Estimate mean(Quantity quantity) const;

    /// Of a ratio, whose levels the results have; none where one of them has none.
    [[nodiscard]] MaybeEstimate ratio(ComparedFigure figure, RatioFigure ratio) const;

    /// Of a rising function of something else, given the variances of that.
    [[nodiscard]] MaybeEstimate derived(ComparedFigure figure,
                                        const PairVariances& variances) const;

    /// Of the CSI; none where one of them has none.
    [[nodiscard]] MaybeEstimate csi() const;

    [[nodiscard]] PairVariances variances_of(RatioFigure ratio) const;
    [[nodiscard]] PairVariances variances_of_buyers() const;
    /// Whether a figure has a value in both.
    [[nodiscard]] bool both_have(ComparedFigure figure) const;

    [[nodiscard]] const SimulationResult& after() const { return all_.results[variant_]; }
    [[nodiscard]] const SimulationResult& before() const { return all_.results[0]; }
    [[nodiscard]] const Journey& journey_after() const { return all_.journeys[variant_]; }
    [[nodiscard]] const Journey& journey_before() const { return all_.journeys[0]; }

  private:
    [[nodiscard]] detail::Evidence gather(std::size_t variant) const;
    [[nodiscard]] std::uint64_t customers() const { return all_.tally.baseline.customers; }
    [[nodiscard]] const Confidence& confidence() const { return before_.confidence; }
    void widen(Estimate& ratio, const RatioParts& parts) const;
    [[nodiscard]] double typical_days() const;

    PairedEvidence all_;
    std::size_t variant_;
    detail::Evidence before_, after_;
    const DifferenceSums& sums_;
    bool discounts_;
};

}  // namespace cjm::simulate
