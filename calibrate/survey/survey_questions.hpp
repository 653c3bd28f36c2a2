// Owns: what is asked of a table of survey answers: which columns hold which question, on which
// scale. Must not know: how columns are named on a command line, how scores are computed.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/interval.hpp"

namespace cjm::calibrate {

/// Answers are the whole numbers from `low` to `high`, or with `whole` false all numbers between.
struct AnswerScale {
    double low = 1, high = 5;
    bool whole = true;
};

enum class EffortDirection { high_is_easy, high_is_hard };

/// How attributes are rated, and so what the index averages: shares of 4 and 5, or means.
enum class AttributeScale { one_to_five, zero_to_hundred };

/// An attribute of the satisfaction index.
struct Attribute {
    std::size_t column = 0;
    double weight = 1;  ///< >= 0; only their proportions matter
};

/// Columns are positions in the table.
struct SurveyQuestions {
    std::optional<std::size_t> csat, nps, ces;
    AnswerScale ces_scale{1, 7};
    EffortDirection ces_direction = EffortDirection::high_is_easy;
    std::vector<Attribute> csi;  ///< of positive weight in all
    AttributeScale csi_scale = AttributeScale::one_to_five;
    std::optional<std::size_t> weight;       ///< of respondents
    std::optional<std::size_t> by;           ///< whose values are segments
    std::vector<std::string> missing_codes;  ///< that stand for no answer
    Confidence confidence{0.95};
};

}  // namespace cjm::calibrate
