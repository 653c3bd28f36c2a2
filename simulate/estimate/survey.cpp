#include <algorithm>
#include <cmath>

#include "simulate/estimate/detail/parts.hpp"
#include "simulate/random/threshold.hpp"
#include "simulate/survey/csi.hpp"

namespace cjm::simulate::detail {
namespace {

Estimate times(const Estimate& estimate, double factor) {
    return {factor * estimate.estimate,
            factor * estimate.standard_error,
            factor * estimate.low,
            factor * estimate.high,
            {},
            {}};
}

// Percent of answers that are 4 or 5.
MaybeEstimate csat(const Evidence& evidence, const SurveyAnswers& answers) {
    if (answers.customers == 0) return std::nullopt;
    return times(estimate_share(answers.satisfied, answers.customers, evidence.confidence), 100);
}

// Percent of promoters less percent of detractors.
MaybeEstimate nps(const Evidence& evidence, const SurveyAnswers& answers) {
    if (answers.customers == 0) return std::nullopt;
    const auto share = [&](std::uint64_t part) {
        return estimate_share(part, answers.customers, evidence.confidence);
    };
    const auto n = static_cast<double>(answers.customers);
    const double promoters = static_cast<double>(answers.promoters) / n;
    const double detractors = static_cast<double>(answers.detractors) / n;
    const double variance =
        promoters + detractors - (promoters - detractors) * (promoters - detractors);
    return times(estimate_difference(share(answers.promoters), share(answers.detractors),
                                     std::sqrt(std::max(variance, 0.0) / n), evidence.confidence),
                 100);
}

// Whether everybody gives the same answer by construction.
bool same_ces(const Evidence& evidence) {
    const auto& question = *evidence.compiled.survey.ces;
    const bool effort = largest(evidence.compiled, &VisitValues::effort) > 0 ||
                        evidence.compiled.friction_effort > 0;
    return question.spread == 0 && (question.slope == 0 || !effort);
}

MaybeEstimate ces(const Evidence& evidence, const SurveyAnswers& answers) {
    constexpr double hardest = 1, easiest = 7;
    if (answers.customers == 0) return std::nullopt;
    const auto n = static_cast<Integer128>(answers.customers);
    const auto sum = static_cast<Integer128>(answers.ces);
    const PairSums sums{
        answers.customers, sum,       n, WideSum(static_cast<Integer128>(answers.ces_squares)),
        WideSum(sum),      WideSum(n)};
    const double mean = static_cast<double>(answers.ces) / static_cast<double>(n);
    const Interval events =
        same_ces(evidence) ? Interval{0, 0} : Interval{mean - hardest, easiest - mean};
    return estimate_ratio(sums, 1, events, {hardest, easiest}, evidence.confidence);
}

// Whether all visits to an attribute's touchpoints are of one kind by construction.
bool same_visits(const CompiledJourney& compiled, const std::vector<TouchpointId>& touchpoints) {
    bool good = false, neutral = false, bad = false;
    for (std::size_t p = 0; p < compiled.persona_count; ++p)
        for (const TouchpointId touchpoint : touchpoints) {
            const CompiledVisit& visit =
                compiled.visits[compiled.visit_index(PersonaId(p), touchpoint)];
            bad |= visit.bad_below > 0;
            neutral |= visit.bad_below < visit.good_from;
            good |= visit.good_from < certain;
        }
    return static_cast<int>(good) + static_cast<int>(neutral) + static_cast<int>(bad) <= 1;
}

MaybeEstimate csi(const Evidence& evidence, const SurveyAnswers& answers) {
    const Csi csi(answers);
    if (csi.attributes().empty()) return std::nullopt;
    const double score = csi.score(), error = csi.error();
    const bool constant = std::ranges::all_of(csi.attributes(), [&](std::size_t i) {
        return same_visits(evidence.compiled, evidence.compiled.survey.attributes[i]);
    });
    if (constant) return Estimate{100 * score, 0, 100 * score, 100 * score, {}, {}};
    const double trials = error > 0 ? score * (1 - score) / (error * error) : csi.trials();
    const Interval interval = wilson_interval(score, trials, evidence.confidence);
    const double half = (interval.high - interval.low) / (2 * evidence.confidence.z);
    return times({score,
                  error > 0 ? error : half,
                  std::min(interval.low, score),
                  std::max(interval.high, score),
                  {},
                  {}},
                 100);
}

}  // namespace

void estimate_survey(const Evidence& evidence, SimulationResult& result) {
    const SurveyTable& survey = evidence.compiled.survey;
    if (!survey.asked) return;
    const SurveyTally& tally = evidence.tally.survey;
    SurveyResult answers;
    answers.answered = evidence.share(tally.seen.customers);
    const auto both = [&](auto score) {
        return SurveyScore{score(evidence, tally.all), score(evidence, tally.seen)};
    };
    if (!survey.satisfied.empty()) answers.csat = both(csat);
    if (!survey.promotes.empty()) answers.nps = both(nps);
    if (survey.ces) answers.ces = both(ces);
    if (!survey.attributes.empty()) answers.csi = both(csi);
    result.survey = answers;
}

}  // namespace cjm::simulate::detail
