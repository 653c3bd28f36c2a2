#include "calibrate/survey/weighted_mean.hpp"

#include <algorithm>
#include <cmath>

#include "base/contract.hpp"

namespace cjm::calibrate {
namespace {

constexpr double rounding = 1e-12;

double ordered_sum(std::vector<double>& terms) {
    std::sort(terms.begin(), terms.end());
    double sum = 0;
    for (const double term : terms) sum += term;
    return sum;
}

struct QuestionSums {
    double weight = 0, mean = 0, effective = 0;
    std::uint64_t answers = 0;
};

QuestionSums sums_of(std::span<const double> answers, std::span<const double> weights) {
    std::vector<double> weight, square, product;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (std::isnan(answers[i])) continue;
        weight.push_back(weights[i]);
        square.push_back(weights[i] * weights[i]);
        product.push_back(weights[i] * answers[i]);
    }
    QuestionSums sums;
    sums.answers = weight.size();
    sums.weight = ordered_sum(weight);
    CJM_EXPECTS(sums.weight > 0);
    sums.mean = ordered_sum(product) / sums.weight;
    sums.effective = sums.weight * sums.weight / ordered_sum(square);
    return sums;
}

Estimate bounded(double mean, double standard_error, double trials, const Confidence& level,
                 const Confidence& confidence) {
    const Interval interval = wilson_interval(std::clamp(mean, 0.0, 1.0), trials, level);
    Estimate estimate;
    estimate.estimate = mean;
    // nobody differed from another: not certainty, but a bound
    estimate.standard_error =
        standard_error > 0 ? standard_error : (interval.high - interval.low) / (2 * confidence.z);
    estimate.low = std::min(interval.low, mean);
    estimate.high = std::max(interval.high, mean);
    return estimate;
}

}  // namespace

WeightedMean weighted_mean(std::span<const AnswersTo> questions, std::span<const double> weights) {
    WeightedMean result;
    std::vector<double> influence(weights.size(), 0.0);
    std::vector<bool> answered(weights.size(), false);
    result.effective = std::numeric_limits<double>::infinity();
    for (const AnswersTo& question : questions) {
        CJM_EXPECTS(question.answers.size() == weights.size());
        const QuestionSums sums = sums_of(question.answers, weights);
        result.mean += question.share * sums.mean;
        result.answers += sums.answers;
        result.effective = std::min(result.effective, sums.effective);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (std::isnan(question.answers[i])) continue;
            answered[i] = true;
            influence[i] +=
                question.share * weights[i] * (question.answers[i] - sums.mean) / sums.weight;
        }
    }
    result.respondents =
        static_cast<std::uint64_t>(std::count(answered.begin(), answered.end(), true));
    for (double& value : influence) value *= value;
    result.standard_error = std::sqrt(ordered_sum(influence));
    // answers that are all alike leave nothing but rounding
    if (result.standard_error < rounding) result.standard_error = 0;
    return result;
}

double trials_of_share(const WeightedMean& mean) {
    if (!(mean.standard_error > 0)) return mean.effective;
    const double trials = mean.mean * (1 - mean.mean) / (mean.standard_error * mean.standard_error);
    return std::min(trials, static_cast<double>(mean.answers));
}

Estimate estimate_of_share(const WeightedMean& mean, const Confidence& confidence) {
    return bounded(mean.mean, mean.standard_error, trials_of_share(mean), confidence, confidence);
}

Estimate estimate_of_mean(const WeightedMean& mean, const Confidence& confidence) {
    const double n = static_cast<double>(mean.respondents);
    if (!(mean.standard_error > 0) || n < 2)
        return bounded(mean.mean, 0, mean.effective, confidence, confidence);
    const double error = mean.standard_error * std::sqrt(n / (n - 1));
    Confidence level = confidence;
    level.z = student_quantile(confidence, n - 1);
    return bounded(mean.mean, error, mean.mean * (1 - mean.mean) / (error * error), level,
                   confidence);
}

}  // namespace cjm::calibrate
