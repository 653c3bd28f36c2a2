#include "simulate/compare/pair.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "simulate/compare/mean_difference.hpp"
#include "simulate/survey/csi.hpp"

namespace cjm::simulate {
namespace {

using detail::Evidence;

/// What a rare customer adds to a mean, and whether one customer can add it several times.
struct Event {
    double size = 0;
    bool bunches = false;
};

Event larger(const Event& one, const Event& other) {
    return {std::max(one.size, other.size), one.bunches || other.bunches};
}

Event event_of(const Evidence& evidence, Quantity quantity, double typical_days) {
    const auto amount = [&](double VisitValues::*value) {
        return Event{detail::event_of(evidence, value), evidence.bunches(value)};
    };
    const CompiledJourney& journey = evidence.compiled;
    switch (quantity) {
        case Quantity::effort: {
            Event event = amount(&VisitValues::effort);
            event.size += journey.friction_effort;
            event.bunches = event.bunches || journey.friction_effort > 0;
            return event;
        }
        case Quantity::newcomers:
            return amount(&VisitValues::refers);
        case Quantity::revenue:
            return amount(&VisitValues::revenue);
        case Quantity::cost:
            return amount(&VisitValues::cost);
        case Quantity::margin:
        case Quantity::lifetime:
            return larger(amount(&VisitValues::revenue), amount(&VisitValues::cost));
        case Quantity::purchases: {
            const bool sells = detail::largest(journey, &VisitValues::revenue) > 0;
            return {sells ? evidence.usual_visits : 0, evidence.bunches(&VisitValues::revenue)};
        }
        case Quantity::in_progress:
            return {journey.horizon == no_horizon || journey.in_progress_is_success ? 0.0 : 1.0,
                    false};
        case Quantity::csat:
            return {100, false};
        case Quantity::nps:
            return {200, false};  // from a detractor to a promoter
        case Quantity::ces:
            return {6, false};
        case Quantity::success_time:
            return {typical_days, false};
        default:
            return {1, false};
    }
}

}  // namespace

double units_of(const Variant& variant, Quantity quantity, bool discounts) {
    switch (quantity) {
        case Quantity::effort:
            return variant.amounts.effort_scale.units;
        case Quantity::newcomers:
            return variant.amounts.refers_scale.units;
        case Quantity::revenue:
        case Quantity::cost:
        case Quantity::margin:
            return variant.amounts.money_scale.units;
        case Quantity::csat:
        case Quantity::nps:
        case Quantity::ces:
            return score_units;
        case Quantity::success_time:
            return ticks_per_day;
        case Quantity::lifetime:
            return discounted_units(variant, discounts);
        default:
            return 1;
    }
}

Pair::Pair(const PairedEvidence& evidence, std::size_t variant)
    : all_(evidence),
      variant_(variant),
      before_(gather(0)),
      after_(gather(variant)),
      sums_(evidence.tally.differences[variant - 1]),
      discounts_(any_discounts(evidence.variants)) {}

detail::Evidence Pair::gather(std::size_t variant) const {
    return detail::gather(all_.journeys[variant], all_.variants[variant].journey,
                          all_.variants[variant].amounts, all_.tally.tallies[variant],
                          all_.results[variant].settings);
}

bool Pair::both_have(ComparedFigure figure) const {
    return figure_of(after(), figure) && figure_of(before(), figure);
}

Estimate Pair::mean(Quantity quantity) const {
    const double units = units_of(all_.variants[0], quantity, discounts_);
    const Event event = larger(event_of(before_, quantity, 0), event_of(after_, quantity, 0));
    return estimate_mean_difference(sums_.of(quantity), customers(),
                                    {units, event.size, event.bunches}, is_share(quantity),
                                    confidence());
}

MaybeEstimate Pair::ratio(ComparedFigure figure, RatioFigure ratio) const {
    const MaybeEstimate one = figure_of(after(), figure), other = figure_of(before(), figure);
    if (!one || !other) return std::nullopt;
    const double error = std::sqrt(variances_of(ratio).difference);
    Estimate result = estimate_ratio_difference(*one, *other, error, confidence());
    const bool varies = one->standard_error > 0 || other->standard_error > 0;
    if (error == 0 && varies) widen(result, parts_of(ratio));
    return result;
}

PairVariances Pair::variances_of(RatioFigure ratio) const {
    const double units = units_of(all_.variants[0], parts_of(ratio).above, discounts_);
    return variances_of_ratio(all_.tally.baseline, sums_, ratio, units);
}

PairVariances Pair::variances_of_buyers() const {
    const auto n = static_cast<double>(customers());
    const auto& change = sums_.of(Quantity::buyer);
    const auto buyers = static_cast<double>(all_.tally.tallies[0].money.buyers);
    const auto up = static_cast<double>(change.up_count);
    const auto down = static_cast<double>(change.down_count);
    const auto variance = [&](double sum, double squares) {
        return (squares - sum * sum / n) / (n * n);
    };
    const double after = buyers + up - down;
    return {variance(after, after), variance(buyers, buyers), variance(up - down, up + down)};
}

MaybeEstimate Pair::derived(ComparedFigure figure, const PairVariances& variances) const {
    const MaybeEstimate one = figure_of(after(), figure), other = figure_of(before(), figure);
    if (!one || !other) return std::nullopt;
    const double product = std::sqrt(variances.after * variances.before);
    const double correlation =
        product > 0 ? std::clamp((variances.after + variances.before - variances.difference) /
                                     (2 * product),
                                 -1.0, 1.0)
                    : 0.0;
    const double a = one->standard_error, b = other->standard_error;
    const double error = std::sqrt(std::max(0.0, a * a + b * b - 2 * correlation * a * b));
    if (std::isfinite(one->high) && std::isfinite(other->high))
        return estimate_ratio_difference(*one, *other, error, confidence());
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const double difference = one->estimate - other->estimate;
    return Estimate{difference,
                    error,
                    std::isfinite(other->high) ? difference - confidence().z * error : -infinity,
                    std::isfinite(one->high) ? difference + confidence().z * error : infinity,
                    {},
                    {}};
}

MaybeEstimate Pair::csi() const {
    if (!both_have(ComparedFigure::csi)) return std::nullopt;
    const Csi after(all_.tally.tallies[variant_].survey.all);
    const Csi before(all_.tally.tallies[0].survey.all);
    constexpr double scale = 100, digits = 1e-12;
    const double own = after.error() * after.error() + before.error() * before.error();
    double variance = own - 2 * covariance(before, after, all_.tally.judged[variant_ - 1]);
    if (!(variance > digits * own)) variance = 0;
    Estimate result = estimate_ratio_difference(*figure_of(this->after(), ComparedFigure::csi),
                                                *figure_of(this->before(), ComparedFigure::csi),
                                                scale * std::sqrt(variance), confidence());
    if (variance == 0 && own > 0) {
        const double reach =
            scale * wilson_interval(0, static_cast<double>(customers()), confidence()).high;
        result.low -= reach;
        result.high += reach;
        result.standard_error = reach / (2 * confidence().z);
    }
    return result;
}

/// What one customer could change that nobody was seen to.
void Pair::widen(Estimate& ratio, const RatioParts& parts) const {
    const auto n = static_cast<double>(customers());
    const auto whole = all_.tally.baseline.sums[static_cast<std::size_t>(parts.below)].low();
    const double days = typical_days();
    const Event event =
        larger(event_of(before_, parts.above, days), event_of(after_, parts.above, days));
    const double unseen = wilson_interval(0, n, confidence()).high;
    const double reach = unseen * event.size * n / static_cast<double>(whole);
    ratio.low -= reach;
    ratio.high += reach;
    ratio.standard_error = std::max(ratio.standard_error, reach / (2 * confidence().z));
}

double Pair::typical_days() const {
    const auto mean = figure_of(before(), ComparedFigure::time_to_success_days);
    return mean ? mean->estimate : 0;
}

}  // namespace cjm::simulate
