// Owns: means of weighted answers with standard errors. Must not know: questions, scales, tables.
#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "base/estimate.hpp"
#include "base/interval.hpp"

namespace cjm::calibrate {

inline constexpr double no_answer = std::numeric_limits<double>::quiet_NaN();

/// The answers of all respondents to one question, `no_answer` where there is none, and how much
/// the question counts.
struct AnswersTo {
    std::span<const double> answers;  ///< shape (respondents)
    double share = 1;                 ///< of the mean over questions; shares sum to 1
};

/// A mean over questions of the weighted mean answer to each.
struct WeightedMean {
    double mean = 0;
    /// Linearised (Taylor series, respondents taken as independent): sqrt(sum u^2) with u = sum
    /// over questions of share x w x (answer - its mean) / (sum of w who answered it).
    double standard_error = 0;
    std::uint64_t respondents = 0;  ///< who answered any of the questions
    std::uint64_t answers = 0;      ///< over all questions
    double effective = 0;  ///< (sum w)^2 / sum w^2 of the question where it is least (Kish 1965)
};

/// expects  every question has answers of positive weight in all; weights >= 0, one a respondent
/// cost     O(answers log answers): sums are taken in the order of their terms, so that the order
///          of the respondents has no say, to the last bit
[[nodiscard]] WeightedMean weighted_mean(std::span<const AnswersTo> questions,
                                         std::span<const double> weights);

/// A mean of yes (1) and no (0): Wilson's interval for as many independent trials as would give the
/// standard error, at most the answers; where all are alike, `effective` trials.
[[nodiscard]] Estimate estimate_of_share(const WeightedMean& mean, const Confidence& confidence);

/// A mean of answers between 0 and 1: the same with Student's t and n - 1 in the standard error.
[[nodiscard]] Estimate estimate_of_mean(const WeightedMean& mean, const Confidence& confidence);

/// As many independent trials of yes or no as would have this mean's standard error.
[[nodiscard]] double trials_of_share(const WeightedMean& mean);

}  // namespace cjm::calibrate
