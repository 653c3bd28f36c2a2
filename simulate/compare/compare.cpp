#include "simulate/compare/compare.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/contract.hpp"
#include "simulate/compare/exact_difference.hpp"
#include "simulate/compare/place_estimates.hpp"
#include "simulate/compare/probability_best.hpp"
#include "simulate/compare/sampled.hpp"
#include "simulate/compare/worth.hpp"
#include "simulate/estimate/estimate.hpp"
#include "simulate/exact/agreement.hpp"
#include "simulate/exact/answer.hpp"
#include "simulate/precision.hpp"
#include "simulate/random/words.hpp"
#include "simulate/resolve.hpp"
#include "simulate/run/run.hpp"

namespace cjm::simulate {
namespace {

std::vector<Journey> all_journeys(const Journey& as_is, std::span<const Candidate> candidates) {
    std::vector<Journey> journeys{as_is};
    for (const Candidate& candidate : candidates) journeys.push_back(candidate.journey);
    return journeys;
}

/// Whether nothing that a figure hangs on differs, the costs of scenarios aside.
bool equal(const Journey& one, const Journey& other) {
    return one.acquisition_cost.likely == other.acquisition_cost.likely &&
           resolve(one) == resolve(other);
}

std::optional<PairedTally> tally_to_precision(const std::vector<Variant>& variants,
                                              const PairedWanted& wanted,
                                              const RunSettings& settings,
                                              const RunControl& control) {
    const Confidence confidence(settings.confidence);
    const auto known = [&](const PairedTally& tally, std::uint64_t customers) {
        for (std::size_t i = 0; i < variants.size(); ++i)
            if (success_half_width(successes_of(tally.tallies[i], variants[i].journey), customers,
                                   confidence) > *settings.precision)
                return false;
        return true;
    };
    if (control.expect) control.expect(most_customers_for(*settings.precision, confidence));
    std::optional<PairedTally> all;
    for (std::uint64_t walked = 0, look = first_look;; walked = look, look *= 2) {
        RunControl part = control;
        if (control.progress)
            part.progress = [&](std::uint64_t done) { control.progress(walked + done); };
        auto tally = tally_paired(variants, wanted, settings.seed, {walked, look - walked},
                                  settings.threads, part);
        if (!tally) return std::nullopt;
        if (all)
            *all += *tally;
        else
            all = std::move(tally);
        if (known(*all, look) || look >= last_look) return all;
    }
}

SimulationResult result_of(const Journey& journey, const Variant& variant, const Tally& tally,
                           const RunSettings& asked) {
    RunSettings settings = asked;
    settings.customers = tally.customers;
    SimulationResult result = estimate(journey, variant.journey, variant.amounts, tally, settings);
    result.generator = generator_name;
    for (const TouchpointTally& touchpoint : tally.touchpoints)
        result.timing.steps += touchpoint.visits.sum;
    result.timing.threads = worker_threads(settings.threads, settings.customers);
    return result;
}

ScenarioComparison begin(const Candidate& candidate, SimulationResult result) {
    ScenarioComparison scenario;
    scenario.id = candidate.id;
    scenario.title = candidate.title;
    scenario.result = std::move(result);
    scenario.cost = candidate.journey.scenario_cost;
    scenario.cost_per_customer = candidate.journey.scenario_cost_per_customer;
    return scenario;
}

/// Signed so that more is better; none where the figure does not exist.
std::optional<double> merit(const MaybeEstimate& figure, Metric metric) {
    if (!figure) return std::nullopt;
    return less_is_better(metric) ? -figure->estimate : figure->estimate;
}

/// Probabilities from the normal law of the differences, or from exact values. covariance: of the
/// scenarios' differences; empty = exact
void set_probabilities(ComparisonResult& result, const std::vector<double>& covariance) {
    const ComparedFigure figure = figure_of(result.metric);
    if (!figure_of(result.baseline, figure)) return;
    std::vector<std::size_t> known;
    std::vector<double> means{0.0};
    for (std::size_t i = 0; i < result.scenarios.size(); ++i)
        if (const auto mean = merit(result.scenarios[i].difference.of(figure), result.metric)) {
            known.push_back(i);
            means.push_back(*mean);
        }
    const std::size_t size = means.size(), all = result.scenarios.size();
    std::vector<double> among(size * size);
    if (!covariance.empty())
        for (std::size_t i = 0; i < known.size(); ++i)
            for (std::size_t j = 0; j < known.size(); ++j)
                among[(i + 1) * size + j + 1] = covariance[known[i] * all + known[j]];
    const std::vector<double> probability = probability_largest(means, among);
    result.baseline_probability_best = probability[0];
    for (std::size_t i = 0; i < known.size(); ++i)
        result.scenarios[known[i]].probability_best = probability[i + 1];
}

/// Exact values beside sampled ones, or why there are none.
void set_exact_beside(const std::vector<Journey>& journeys, const RunSettings& settings,
                      std::span<const Candidate> candidates, std::vector<SimulationResult>& results,
                      Comparison& comparison) {
    for (std::size_t i = 0; i < journeys.size(); ++i) {
        if (journeys[i].horizon_days) continue;
        if (work_to_answer(journeys[i]) > much_work) {
            comparison.exact_left_out = true;
            continue;
        }
        const ExactAnswer answer = answer_exactly(journeys[i], settings);
        if (answer.result)
            set_beside(results[i], *answer.result);
        else
            comparison.unsolved.push_back(
                {i == 0 ? "" : candidates[i - 1].id, answer.unsolved_loop});
    }
}

/// A scenario's part of a sampled comparison. places: null = not asked for
ScenarioComparison compared(const PairedEvidence& evidence, const Candidate& candidate,
                            std::size_t variant, const CommonPlaces* places) {
    ScenarioComparison scenario = begin(candidate, evidence.results[variant]);
    const bool same = equal(evidence.journeys[0], evidence.journeys[variant]);
    scenario.difference = sampled_differences(evidence, variant, same);
    if (places != nullptr) {
        scenario.places = sampled_places(evidence, *places, variant, same);
        set_exact_places(scenario.result, evidence.results[0], *scenario.places, false);
    }
    const double one = scenario.result.success.standard_error;
    const double other = evidence.results[0].success.standard_error;
    scenario.independent_standard_error = std::sqrt(one * one + other * other);
    const auto& change = evidence.tally.differences[variant - 1].of(Quantity::success);
    scenario.customers_gained = change.up_count;
    scenario.customers_lost = change.down_count;
    set_exact_difference(scenario.result, evidence.results[0], scenario.difference, false);
    return scenario;
}

Comparison sample(const Journey& as_is, std::span<const Candidate> candidates,
                  const CompareWanted& asked, const RunSettings& settings,
                  const RunControl& control) {
    const Metric metric = asked.metric;
    const std::vector<Journey> journeys = all_journeys(as_is, candidates);
    const std::vector<Variant> variants = variants_to_compare(journeys);
    const CommonPlaces places = asked.places ? common_places(journeys, variants) : CommonPlaces{};
    const PairedWanted wanted{joint_figure(metric), asked.places ? &places : nullptr, true};
    const auto tally = settings.precision
                           ? tally_to_precision(variants, wanted, settings, control)
                           : tally_paired(variants, wanted, settings.seed, {0, settings.customers},
                                          settings.threads, control);
    Comparison comparison;
    if (!tally) return comparison;
    std::vector<SimulationResult> results;
    for (std::size_t i = 0; i < variants.size(); ++i)
        results.push_back(result_of(journeys[i], variants[i], tally->tallies[i], settings));
    if (settings.method == Method::automatic)
        set_exact_beside(journeys, settings, candidates, results, comparison);
    ComparisonResult& result = comparison.result.emplace();
    result.metric = metric;
    const PairedEvidence evidence{journeys, variants, *tally, results};
    for (std::size_t i = 0; i < candidates.size(); ++i)
        result.scenarios.push_back(
            compared(evidence, candidates[i], i + 1, asked.places ? &places : nullptr));
    result.baseline = results[0];
    if (!candidates.empty() && figure_of(result.baseline, figure_of(metric)))
        set_probabilities(result, joint_covariance(evidence, metric));
    return comparison;
}

/// Differences of exact values at every place.
PlaceDifferences solved_places(const Journey& as_is, const Journey& other,
                               const SimulationResult& after, const SimulationResult& before) {
    const std::vector<Journey> both{as_is, other};
    PlaceDifferences places = empty_places(common_places(both, variants_to_compare(both)));
    set_exact_places(after, before, places, true);
    return places;
}

Comparison solve(const Journey& as_is, std::span<const Candidate> candidates,
                 const CompareWanted& asked, const RunSettings& settings) {
    Comparison comparison;
    std::vector<SimulationResult> results;
    for (std::size_t i = 0; i <= candidates.size(); ++i) {
        ExactAnswer answer = answer_exactly(i == 0 ? as_is : candidates[i - 1].journey, settings);
        if (answer.result)
            results.push_back(*std::move(answer.result));
        else
            comparison.unsolved.push_back(
                {i == 0 ? "" : candidates[i - 1].id, answer.unsolved_loop});
    }
    if (!comparison.unsolved.empty()) return comparison;
    ComparisonResult& result = comparison.result.emplace();
    result.metric = asked.metric;
    result.baseline = results[0];
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        result.scenarios.push_back(begin(candidates[i], results[i + 1]));
        set_exact_difference(results[i + 1], results[0], result.scenarios.back().difference, true);
        if (asked.places)
            result.scenarios.back().places =
                solved_places(as_is, candidates[i].journey, results[i + 1], results[0]);
    }
    set_probabilities(result, {});
    return comparison;
}

}  // namespace

Comparison compare(const Journey& as_is, std::span<const Candidate> candidates,
                   const CompareWanted& wanted, const RunSettings& settings,
                   const RunControl& control) {
    Comparison comparison = settings.method == Method::exact
                                ? solve(as_is, candidates, wanted, settings)
                                : sample(as_is, candidates, wanted, settings, control);
    if (!comparison.result) return comparison;
    comparison.result->customers_per_year = as_is.customers_per_year.likely;
    for (ScenarioComparison& scenario : comparison.result->scenarios)
        set_worth(scenario, as_is.customers_per_year.likely);
    return comparison;
}

}  // namespace cjm::simulate
