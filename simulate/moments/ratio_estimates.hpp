// Owns: a ratio of sums, such as lifetime value, with a touchpoint as it is and forced, and paired
// differences of such ratios. Must not know: ranks.
#pragma once
#include <array>

#include "base/interval.hpp"
#include "simulate/moments/moment_sums.hpp"
#include "simulate/result.hpp"

namespace cjm::simulate {

enum class RatioVariant : std::uint8_t { as_is, good, bad };

/// Delta-method estimates (Cochran 1977, Sampling Techniques, chapter 6): a ratio R = Y / X is off
/// by about the sum over customers of (y - R x) / X, a difference of ratios by the difference of
/// these. None where fewer than two customers count below the line.
class RatioEstimates {
  public:
    /// here   of the touchpoint forced
    /// units  integers that stand for one unit of the ratio
    RatioEstimates(const MomentSums& all, const TouchpointSums& here, double units);

    [[nodiscard]] MaybeEstimate level(RatioVariant variant, const Confidence& confidence) const;
    [[nodiscard]] MaybeEstimate difference(RatioVariant a, RatioVariant b,
                                           const Confidence& confidence) const;
    /// Difference of good and bad / share who reach the touchpoint.
    [[nodiscard]] MaybeEstimate impact_per_reached(const Confidence& confidence) const;

  private:
    static constexpr std::size_t parts = RatioSums::parts;
    using Row = std::array<double, parts>;

    [[nodiscard]] double ratio(RatioVariant variant) const;
    [[nodiscard]] bool known(RatioVariant variant) const;
    /// Weights of a customer's six parts in what the ratio is off by.
    [[nodiscard]] Row influence(RatioVariant variant) const;
    [[nodiscard]] double variance(const Row& weights) const;
    /// Sum of the influences over those who reach the touchpoint.
    [[nodiscard]] double at_touchpoint(const Row& weights) const;
    [[nodiscard]] Estimate with_error(double value, double variance,
                                      const Confidence& confidence) const;

    double units_, customers_, reached_;
    Row sums_{}, here_{};
    std::array<double, parts * parts> products_{};
};

}  // namespace cjm::simulate
