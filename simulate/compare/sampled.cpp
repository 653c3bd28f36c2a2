#include "simulate/compare/sampled.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/covariance.hpp"
#include "simulate/compare/mean_difference.hpp"
#include "simulate/compare/ratio_covariance.hpp"
#include "simulate/estimate/detail/parts.hpp"
#include "simulate/nps_law.hpp"

namespace cjm::simulate {
namespace {

using detail::Evidence;

/// How a mean figure is taken from the sums.
struct MeanFigure {
    ComparedFigure figure;
    Quantity quantity;
};
constexpr std::array<MeanFigure, 12> means{{
    {ComparedFigure::success, Quantity::success},
    {ComparedFigure::lost, Quantity::lost},
    {ComparedFigure::ghosted, Quantity::ghosted},
    {ComparedFigure::left_openly, Quantity::left_openly},
    {ComparedFigure::in_progress, Quantity::in_progress},
    {ComparedFigure::effort, Quantity::effort},
    {ComparedFigure::revenue, Quantity::revenue},
    {ComparedFigure::cost, Quantity::cost},
    {ComparedFigure::margin, Quantity::margin},
    {ComparedFigure::purchases, Quantity::purchases},
    {ComparedFigure::newcomers, Quantity::newcomers},
    {ComparedFigure::nps, Quantity::nps},
}};

struct RatioOf {
    ComparedFigure figure;
    RatioFigure ratio;
};
constexpr std::array<RatioOf, 5> ratios{{
    {ComparedFigure::average_order_value, RatioFigure::average_order_value},
    {ComparedFigure::repeat_customer_rate, RatioFigure::repeat_customer_rate},
    {ComparedFigure::purchase_frequency, RatioFigure::purchase_frequency},
    {ComparedFigure::churn, RatioFigure::churn},
    {ComparedFigure::lifetime_value, RatioFigure::lifetime_value},
}};

/// What a rare customer adds to a mean, and whether one customer can add it several times.
struct Event {
    double size = 0;
    bool bunches = false;
};

Event larger(const Event& one, const Event& other) {
    return {std::max(one.size, other.size), one.bunches || other.bunches};
}

Event event_of(const Evidence& evidence, Quantity quantity) {
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
            return larger(amount(&VisitValues::revenue), amount(&VisitValues::cost));
        case Quantity::purchases: {
            const bool sells = detail::largest(journey, &VisitValues::revenue) > 0;
            return {sells ? evidence.usual_visits : 0, evidence.bunches(&VisitValues::revenue)};
        }
        case Quantity::in_progress:
            return {journey.horizon == no_horizon || journey.in_progress_is_success ? 0.0 : 1.0,
                    false};
        case Quantity::nps:
            return {200, false};  // from a detractor to a promoter
        default:
            return {1, false};
    }
}

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
        case Quantity::nps:
            return nps_units;
        case Quantity::lifetime:
            return discounted_units(variant, discounts);
        default:
            return 1;
    }
}

/// A variant beside the first one.
class Pair {
  public:
    Pair(const PairedEvidence& evidence, std::size_t variant)
        : all_(evidence),
          variant_(variant),
          before_(gather(0)),
          after_(gather(variant)),
          sums_(evidence.tally.differences[variant - 1]),
          discounts_(any_discounts(evidence.variants)) {}

    [[nodiscard]] Estimate mean(Quantity quantity) const {
        const auto& change = sums_.of(quantity);
        const double units = units_of(all_.variants[0], quantity, discounts_);
        const Event event = larger(event_of(before_, quantity), event_of(after_, quantity));
        const Scale scale{units, event.size, event.bunches};
        return estimate_mean_difference(change, customers(), scale, is_share(quantity),
                                        confidence());
    }

    /// None where nobody bought in one of the two.
    [[nodiscard]] MaybeEstimate ratio(const RatioOf& figure) const {
        const MaybeEstimate after = figure_of(all_.results[variant_], figure.figure);
        const MaybeEstimate before = figure_of(all_.results[0], figure.figure);
        if (!after || !before) return std::nullopt;
        const auto [above, below] = parts_of(figure.ratio);
        const double units = units_of(all_.variants[0], above, discounts_);
        const double error = std::sqrt(
            variance_of_ratio_difference(all_.tally.baseline, sums_, figure.ratio, units));
        Estimate result = estimate_difference(*after, *before, error, confidence());
        const bool varies = after->standard_error > 0 || before->standard_error > 0;
        if (error == 0 && varies) widen(result, above, below);
        return result;
    }

    /// A function of a mean over all customers, given the error of the difference of the means.
    [[nodiscard]] MaybeEstimate derived(ComparedFigure figure, double variance_after,
                                        double variance_before,
                                        double variance_of_difference) const {
        const MaybeEstimate after = figure_of(all_.results[variant_], figure);
        const MaybeEstimate before = figure_of(all_.results[0], figure);
        if (!after || !before) return std::nullopt;
        const double product = std::sqrt(variance_after * variance_before);
        const double correlation =
            product > 0 ? std::clamp((variance_after + variance_before - variance_of_difference) /
                                         (2 * product),
                                     -1.0, 1.0)
                        : 0.0;
        const double a = after->standard_error, b = before->standard_error;
        const double error = std::sqrt(std::max(0.0, a * a + b * b - 2 * correlation * a * b));
        if (std::isfinite(after->high) && std::isfinite(before->high))
            return estimate_difference(*after, *before, error, confidence());
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const double difference = after->estimate - before->estimate;
        return Estimate{
            difference,
            error,
            std::isfinite(before->high) ? difference - confidence().z * error : -infinity,
            std::isfinite(after->high) ? difference + confidence().z * error : infinity,
            {},
            {}};
    }

    /// Of the share of buyers: after, before, and of their difference.
    [[nodiscard]] std::array<double, 3> buyer_variances() const {
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

    /// Whether both ask how likely customers are to recommend.
    [[nodiscard]] bool asks() const {
        return !all_.variants[0].nps.empty() && !all_.variants[variant_].nps.empty();
    }
    [[nodiscard]] const SimulationResult& after() const { return all_.results[variant_]; }
    [[nodiscard]] const SimulationResult& before() const { return all_.results[0]; }

  private:
    [[nodiscard]] Evidence gather(std::size_t variant) const {
        return detail::gather(all_.journeys[variant], all_.variants[variant].journey,
                              all_.variants[variant].amounts, all_.tally.tallies[variant],
                              all_.results[variant].settings);
    }
    [[nodiscard]] std::uint64_t customers() const { return all_.tally.baseline.customers; }
    [[nodiscard]] const Confidence& confidence() const { return before_.confidence; }

    /// What one customer could change that nobody was seen to.
    void widen(Estimate& ratio, Quantity above, Quantity below) const {
        const auto n = static_cast<double>(customers());
        const auto whole = all_.tally.baseline.sums[static_cast<std::size_t>(below)].low();
        const Quantity money = above == Quantity::lifetime ? Quantity::margin : above;
        const Event event = larger(event_of(before_, money), event_of(after_, money));
        const double unseen = wilson_interval(0, n, confidence()).high;
        const double reach = unseen * event.size * n / static_cast<double>(whole);
        ratio.low -= reach;
        ratio.high += reach;
        ratio.standard_error = std::max(ratio.standard_error, reach / (2 * confidence().z));
    }

    const PairedEvidence& all_;
    std::size_t variant_;
    Evidence before_, after_;
    const DifferenceSums& sums_;
    bool discounts_;
};

void set_derived(const Pair& pair, DifferenceResult& result) {
    const auto [after, before, difference] = pair.buyer_variances();
    result.of(ComparedFigure::acquisition_cost_per_buyer) =
        pair.derived(ComparedFigure::acquisition_cost_per_buyer, after, before, difference);
    const auto& one = pair.after().word_of_mouth;
    const auto& other = pair.before().word_of_mouth;
    if (!one || !other) return;
    const auto square = [](double error) { return error * error; };
    result.of(ComparedFigure::customers_per_starter) =
        pair.derived(ComparedFigure::customers_per_starter, square(one->newcomers.standard_error),
                     square(other->newcomers.standard_error),
                     square(result.of(ComparedFigure::newcomers)->standard_error));
}

/// Every difference that exists is exactly 0.
void set_to_nothing(DifferenceResult& result) {
    for (MaybeEstimate& figure : result.figures)
        if (figure) figure = Estimate{};
}

void shift(Estimate& estimate, double by) {
    estimate.estimate += by;
    estimate.low += by;
    estimate.high += by;
}

}  // namespace

DifferenceResult sampled_differences(const PairedEvidence& evidence, std::size_t variant,
                                     bool equal) {
    const Pair pair(evidence, variant);
    DifferenceResult result;
    for (const MeanFigure& mean : means) result.of(mean.figure) = pair.mean(mean.quantity);
    if (!pair.after().word_of_mouth && !pair.before().word_of_mouth)
        result.of(ComparedFigure::newcomers).reset();
    if (!pair.asks()) result.of(ComparedFigure::nps).reset();
    for (const RatioOf& ratio : ratios) result.of(ratio.figure) = pair.ratio(ratio);
    set_derived(pair, result);
    if (equal) set_to_nothing(result);
    shift(*result.of(ComparedFigure::margin),
          pair.before().money.scenario_cost - pair.after().money.scenario_cost);
    return result;
}

JointFigure joint_figure(Metric metric) {
    switch (metric) {
        case Metric::success:
            return JointFigure{Quantity::success, {}};
        case Metric::ghosted:
            return JointFigure{Quantity::ghosted, {}};
        case Metric::margin:
            return JointFigure{Quantity::margin, {}};
        case Metric::lifetime_value:
            return JointFigure{Quantity::lifetime, Quantity::buyer};
        case Metric::nps:
            break;
    }
    return JointFigure{Quantity::nps, {}};
}

std::vector<Variant> variants_to_compare(std::span<const Journey> journeys) {
    std::vector<CompiledJourney> compiled;
    for (const Journey& journey : journeys) compiled.push_back(compile(journey));
    std::vector<Variant> variants = make_variants(std::move(compiled));
    for (std::size_t i = 0; i < journeys.size(); ++i) {
        if (!journeys[i].survey || !journeys[i].survey->nps) continue;
        for (const double score : nps_by_level(journeys[i], *journeys[i].survey->nps))
            variants[i].nps.push_back(std::llround(score * nps_units));
    }
    return variants;
}

std::vector<double> joint_covariance(const PairedEvidence& evidence, Metric metric) {
    const PairedTally& tally = evidence.tally;
    const JointFigure figure = joint_figure(metric);
    const double units =
        units_of(evidence.variants[0], figure.above, any_discounts(evidence.variants));
    const auto change = [&](std::size_t variant) {
        const auto& of = tally.differences[variant].of(figure.above);
        return WideSum(of.up.sum - of.down.sum);
    };
    const auto known = [&](std::size_t variant) {
        return figure_of(evidence.results[variant + 1], figure_of(metric)).has_value();
    };
    const std::size_t count = tally.joint.variants();
    std::vector<double> covariance;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j) {
            const JointSums::Product& product = tally.joint.at(i, j);
            if (!known(i) || !known(j)) {
                covariance.push_back(0);
                continue;
            }
            covariance.push_back(
                figure.below
                    ? covariance_of_ratio_differences(
                          tally.baseline, tally.differences[i], tally.differences[j], product,
                          tally.joint.at(j, i), RatioFigure::lifetime_value, units)
                    : covariance_of_means(
                          {tally.baseline.customers, change(i), change(j), product.dy_dy}, units));
        }
    return covariance;
}

}  // namespace cjm::simulate
