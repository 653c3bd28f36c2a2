#include <algorithm>
#include <cmath>
#include <limits>

#include "simulate/estimate/detail/parts.hpp"
#include "simulate/random/threshold.hpp"

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

// The sums of one CSI: of attributes with visits, by attribute.
class Csi {
  public:
    explicit Csi(const SurveyAnswers& answers) : answers_(answers) {
        for (std::size_t i = 0; 2 * i < answers.judged.size(); ++i)
            if (visits(i) > 0) attributes_.push_back(i);
    }

    [[nodiscard]] const std::vector<std::size_t>& attributes() const { return attributes_; }

    // Mean over attributes of (1 + ratio) / 2, in [0, 1].
    [[nodiscard]] double score() const {
        double sum = 0;
        for (const std::size_t i : attributes_) sum += (1 + ratio(i)) / 2;
        return std::clamp(sum / count(), 0.0, 1.0);
    }

    // By the delta method: of a mean over customers of sum (net - ratio x visits) / (2 visits).
    [[nodiscard]] double error() const {
        const auto n = static_cast<double>(answers_.customers);
        if (n < 2) return 0;
        double sum = 0, rounding = 0;
        for (const std::size_t i : attributes_)
            for (const std::size_t k : attributes_) {
                const double weight = 1 / (visits(i) * visits(k));
                sum += weight * residuals(i, k);
                rounding += weight * product(2 * i + 1, 2 * k + 1);
            }
        constexpr double digits = 1e-12;
        if (!(sum > digits * rounding)) return 0;
        return std::sqrt(sum * n / (n - 1)) / (2 * count());
    }

    // How many independent visits the least visited attribute is worth, if a customer's are alike.
    [[nodiscard]] double trials() const {
        double least = std::numeric_limits<double>::infinity();
        for (const std::size_t i : attributes_)
            least = std::min(least, visits(i) * visits(i) / product(2 * i + 1, 2 * i + 1));
        return least;
    }

  private:
    [[nodiscard]] double count() const { return static_cast<double>(attributes_.size()); }
    [[nodiscard]] double visits(std::size_t i) const {
        return static_cast<double>(answers_.judged[2 * i + 1]);
    }
    [[nodiscard]] double ratio(std::size_t i) const {
        return static_cast<double>(answers_.judged[2 * i]) / visits(i);
    }
    [[nodiscard]] double product(std::size_t i, std::size_t k) const {
        if (k > i) std::swap(i, k);
        return static_cast<double>(answers_.products[i * (i + 1) / 2 + k]);
    }
    // Sum over customers of the product of net - ratio x visits of two attributes.
    [[nodiscard]] double residuals(std::size_t i, std::size_t k) const {
        return product(2 * i, 2 * k) - ratio(k) * product(2 * i, 2 * k + 1) -
               ratio(i) * product(2 * i + 1, 2 * k) +
               ratio(i) * ratio(k) * product(2 * i + 1, 2 * k + 1);
    }

    const SurveyAnswers& answers_;
    std::vector<std::size_t> attributes_;
};

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
