#include "simulate/compare/sampled.hpp"

#include <algorithm>
#include <cmath>

#include "base/covariance.hpp"
#include "simulate/answer_law.hpp"
#include "simulate/compare/pair.hpp"
#include "simulate/compare/ratio_covariance.hpp"
#include "simulate/observer.hpp"
#include "simulate/resolve.hpp"

namespace cjm::simulate {
namespace {

/// How a mean figure is taken from the sums.
struct MeanFigure {
    ComparedFigure figure;
    Quantity quantity;
};
constexpr std::array<MeanFigure, 17> means{{
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
    {ComparedFigure::csat, Quantity::csat},
    {ComparedFigure::nps, Quantity::nps},
    {ComparedFigure::ces, Quantity::ces},
    {ComparedFigure::observer_flagged, Quantity::flagged},
    {ComparedFigure::observer_active, Quantity::active},
    {ComparedFigure::lifetime_value_to_acquisition_cost, Quantity::lifetime},
}};

struct RatioOf {
    ComparedFigure figure;
    RatioFigure ratio;
};
constexpr std::array<RatioOf, 8> ratios{{
    {ComparedFigure::average_order_value, RatioFigure::average_order_value},
    {ComparedFigure::repeat_customer_rate, RatioFigure::repeat_customer_rate},
    {ComparedFigure::purchase_frequency, RatioFigure::purchase_frequency},
    {ComparedFigure::churn, RatioFigure::churn},
    {ComparedFigure::lifetime_value, RatioFigure::lifetime_value},
    {ComparedFigure::time_to_success_days, RatioFigure::time_to_success},
    {ComparedFigure::observer_precision, RatioFigure::observer_precision},
    {ComparedFigure::observer_recall, RatioFigure::observer_recall},
}};

PairVariances squared(const MaybeEstimate& after, const MaybeEstimate& before,
                      const MaybeEstimate& difference) {
    const auto square = [](const MaybeEstimate& of) {
        return of ? of->standard_error * of->standard_error : 0;
    };
    return {square(after), square(before), square(difference)};
}

/// Of another's mean per customer in acquisition costs, where these are not the same.
MaybeEstimate value_to_cost(const Pair& pair, const MaybeEstimate& value) {
    constexpr auto figure = ComparedFigure::lifetime_value_to_acquisition_cost;
    const double after = pair.journey_after().acquisition_cost.likely;
    const double before = pair.journey_before().acquisition_cost.likely;
    if (!value || !pair.both_have(figure)) return std::nullopt;
    if (after == before) {
        Estimate scaled = *value;
        for (double Estimate::*part :
             {&Estimate::estimate, &Estimate::standard_error, &Estimate::low, &Estimate::high})
            scaled.*part /= after;
        return scaled;
    }
    auto one = figure_of(pair.after(), figure), other = figure_of(pair.before(), figure);
    one->standard_error *= after;
    other->standard_error *= before;
    return pair.derived(figure, squared(one, other, value));
}

void set_derived(const Pair& pair, DifferenceResult& result) {
    result.of(ComparedFigure::acquisition_cost_per_buyer) =
        pair.derived(ComparedFigure::acquisition_cost_per_buyer, pair.variances_of_buyers());
    if (pair.both_have(ComparedFigure::churn_yearly))
        result.of(ComparedFigure::churn_yearly) =
            pair.derived(ComparedFigure::churn_yearly, pair.variances_of(RatioFigure::loss_rate));
    if (pair.both_have(ComparedFigure::newcomers))
        result.of(ComparedFigure::customers_per_starter) =
            pair.derived(ComparedFigure::customers_per_starter,
                         squared(figure_of(pair.after(), ComparedFigure::newcomers),
                                 figure_of(pair.before(), ComparedFigure::newcomers),
                                 result.of(ComparedFigure::newcomers)));
    auto& value = result.of(ComparedFigure::lifetime_value_to_acquisition_cost);
    value = value_to_cost(pair, value);
    result.of(ComparedFigure::csi) = pair.csi();
}

/// Means that not every journey has: takes away those that do not exist in both.
void keep_existing(const Pair& pair, DifferenceResult& result) {
    if (!pair.after().word_of_mouth && !pair.before().word_of_mouth)
        result.of(ComparedFigure::newcomers).reset();
    for (const ComparedFigure figure :
         {ComparedFigure::csat, ComparedFigure::nps, ComparedFigure::ces,
          ComparedFigure::observer_flagged, ComparedFigure::observer_active})
        if (!pair.both_have(figure)) result.of(figure).reset();
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

/// Scores by goodwill level, and the question of the effort score.
void ask(const Journey& journey, Variant& variant) {
    const ResolvedSurvey survey = resolve(journey).survey.value_or(ResolvedSurvey{});
    variant.ces = survey.ces;
    if (survey.nps)
        for (const double score : nps_by_level(journey, *journey.survey->nps))
            variant.nps.push_back(std::llround(score * score_units));
    if (!survey.csat) return;
    for (std::int64_t g = journey.goodwill.floor.value; g <= journey.goodwill.ceiling.value; ++g)
        variant.csat.push_back(
            std::llround(csat_at(*survey.csat, static_cast<double>(g)) * score_units));
}

/// When customers are called ghosts.
void watch(const Journey& journey, Variant& variant) {
    if (variant.journey.observer_cutoffs.empty()) return;
    const double own = journey.ghost_after_days->value;
    const auto waits = observer_waits(journey.horizon_days->value, own);
    const auto at = std::find(waits.begin(), waits.end(), own) - waits.begin();
    variant.flagged_until = variant.journey.observer_cutoffs.at(static_cast<std::size_t>(at));
}

}  // namespace

DifferenceResult sampled_differences(const PairedEvidence& evidence, std::size_t variant,
                                     bool equal) {
    const Pair pair(evidence, variant);
    DifferenceResult result;
    for (const MeanFigure& mean : means) result.of(mean.figure) = pair.mean(mean.quantity);
    keep_existing(pair, result);
    for (const RatioOf& of : ratios) result.of(of.figure) = pair.ratio(of.figure, of.ratio);
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
        ask(journeys[i], variants[i]);
        watch(journeys[i], variants[i]);
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
