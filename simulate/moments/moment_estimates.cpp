#include "simulate/moments/moment_estimates.hpp"

#include <algorithm>
#include <cmath>

#include "base/contract.hpp"
#include "simulate/moments/ratio_estimates.hpp"

namespace cjm::simulate {
namespace {

using Signed = TouchpointSums::Signed;

/// All but some of them.
Signed without(Signed all, const Signed& some) {
    all.up_count -= some.up_count;
    all.down_count -= some.down_count;
    all.up.sum -= some.up.sum;
    all.down.sum -= some.down.sum;
    all.up.squares -= some.up.squares;
    all.down.squares -= some.down.squares;
    return all;
}

Signed turned(const Signed& sums) {
    return {sums.down_count, sums.up_count, sums.down, sums.up};
}

void shift(Estimate& estimate, double by) {
    estimate.estimate += by;
    estimate.low += by;
    estimate.high += by;
}

/// Mean over `customers` of a quantity that may be negative: those who gain less those who lose.
class SignedMean {
  public:
    SignedMean(const Signed& sums, std::uint64_t customers, const MetricScale& scale,
               const Confidence& confidence)
        : sums_(sums), customers_(customers), scale_(scale), confidence_(confidence) {}

    [[nodiscard]] Estimate estimate() const {
        const Estimate up = mean(sums_.up_count, sums_.up);
        const bool falls = sums_.down_count > 0, rises = sums_.up_count > 0;
        if (scale_.event == 0) return up;  // nothing ever differs
        const Estimate down = mean(sums_.down_count, sums_.down);
        const double error = falls || rises ? standard_error() : up.standard_error;
        return estimate_difference(up, down, error, confidence_);
    }

    /// Of a quantity that is never negative.
    [[nodiscard]] Estimate never_negative() const {
        CJM_EXPECTS(sums_.down_count == 0);
        return mean(sums_.up_count, sums_.up);
    }

  private:
    [[nodiscard]] Estimate mean(std::uint64_t count, const AmountSums& sums) const {
        if (is_share(scale_.metric)) return estimate_share(count, customers_, confidence_);
        return estimate_mean({customers_, sums.sum, sums.squares},
                             {scale_.units, scale_.event, scale_.metric == Metric::margin},
                             confidence_);
    }

    [[nodiscard]] double standard_error() const {
        WideSum squares = sums_.up.squares;
        squares += sums_.down.squares;
        return standard_error_of_mean({customers_, sums_.up.sum - sums_.down.sum, squares},
                                      scale_.units);
    }

    const Signed& sums_;
    std::uint64_t customers_;
    const MetricScale& scale_;
    const Confidence& confidence_;
};

/// The interval's level that holds for so many at once (Bonferroni).
double simultaneous_level(const MomentSums& sums, double confidence) {
    const auto family =
        std::count_if(sums.touchpoints.begin(), sums.touchpoints.end(),
                      [](const TouchpointSums& touchpoint) { return touchpoint.reached > 0; });
    return 1 - (1 - confidence) / static_cast<double>(std::max<std::ptrdiff_t>(family, 1));
}

/// The figures of one touchpoint whose metric is a mean.
class MeanFigures {
  public:
    MeanFigures(const MomentSums& all, const TouchpointSums& here, const MetricScale& scale)
        : all_(all), here_(here), scale_(scale) {}

    /// With some of the experiences here forced, whose sums over those who reach it are given.
    [[nodiscard]] Estimate level(const Signed& forced, const Confidence& confidence) const {
        Signed sums = without(all_.as_is, here_.as_is);
        sums += forced;
        Estimate level = is_share(scale_.metric)
                             ? SignedMean(sums, all_.customers, scale_, confidence).never_negative()
                             : SignedMean(sums, all_.customers, scale_, confidence).estimate();
        shift(level, -scale_.scenario_cost);
        return level;
    }

    /// A paired difference, over all customers or those who reach the touchpoint.
    [[nodiscard]] Estimate gain(const Signed& difference, std::uint64_t customers,
                                const Confidence& confidence) const {
        const Signed better = less_is_better(scale_.metric) ? turned(difference) : difference;
        const SignedMean mean(better, customers, scale_, confidence);
        return scale_.zero_or_one ? mean.never_negative() : mean.estimate();
    }

  private:
    const MomentSums& all_;
    const TouchpointSums& here_;
    const MetricScale& scale_;
};

void set_simultaneous(MomentResult& moment, const MaybeEstimate& impact) {
    if (!impact) return;
    moment.simultaneous_low = impact->low;
    moment.simultaneous_high = impact->high;
}

}  // namespace

MomentEstimates::MomentEstimates(const MomentSums& sums, const MetricScale& scale,
                                 double confidence)
    : sums_(sums),
      scale_(scale),
      confidence_(confidence),
      simultaneous_(simultaneous_level(sums, confidence)) {
    CJM_EXPECTS(sums.customers > 0);
}

Estimate MomentEstimates::success() const {
    return estimate_share(sums_.succeeded, sums_.customers, confidence_);
}

MaybeEstimate MomentEstimates::as_is() const {
    if (is_ratio(scale_.metric))
        return RatioEstimates(sums_, {}, scale_.units).level(RatioVariant::as_is, confidence_);
    return MeanFigures(sums_, {}, scale_).level({}, confidence_);
}

MomentResult MomentEstimates::moment(std::size_t touchpoint) const {
    const TouchpointSums& here = sums_.touchpoints[touchpoint];
    MomentResult moment;
    moment.reach = estimate_share(here.reached, sums_.customers, confidence_);
    if (sums_.succeeded > 0)
        moment.removal_effect = estimate_share(here.succeeded, sums_.succeeded, confidence_);
    if (is_ratio(scale_.metric)) {
        const RatioEstimates ratio(sums_, here, scale_.units);
        moment.all_good = ratio.level(RatioVariant::good, confidence_);
        moment.all_bad = ratio.level(RatioVariant::bad, confidence_);
        moment.impact = ratio.difference(RatioVariant::good, RatioVariant::bad, confidence_);
        moment.headroom = ratio.difference(RatioVariant::good, RatioVariant::as_is, confidence_);
        moment.exposure = ratio.difference(RatioVariant::as_is, RatioVariant::bad, confidence_);
        if (here.reached == 0) return moment;
        moment.impact_per_reached = ratio.impact_per_reached(confidence_);
        set_simultaneous(moment,
                         ratio.difference(RatioVariant::good, RatioVariant::bad, simultaneous_));
        return moment;
    }
    const MeanFigures mean(sums_, here, scale_);
    moment.all_good = mean.level(here.good, confidence_);
    moment.all_bad = mean.level(here.bad, confidence_);
    moment.impact = mean.gain(here.impact, sums_.customers, confidence_);
    moment.headroom = mean.gain(here.headroom, sums_.customers, confidence_);
    moment.exposure = mean.gain(here.exposure, sums_.customers, confidence_);
    if (here.reached == 0) return moment;
    moment.impact_per_reached = mean.gain(here.impact, here.reached, confidence_);
    set_simultaneous(moment, mean.gain(here.impact, sums_.customers, simultaneous_));
    return moment;
}

}  // namespace cjm::simulate
