// Owns: the scores of a survey as plain data. Must not know: tables, how scores are shown.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/estimate.hpp"

namespace cjm::calibrate {

/// Fewer answers than this are a clue: a score of theirs is not told without its interval.
inline constexpr double fewest_answers = 30;

/// A value that is no answer on the scale, and how often it stands in the column.
struct OffScale {
    std::string value;
    std::uint64_t count = 0;
};

/// What a column holds; answers + missing = responses.
struct ColumnCounts {
    std::string column;
    std::uint64_t answers = 0;
    std::uint64_t missing = 0;         ///< blank, a code for missing, or off the scale
    std::uint64_t off_scale = 0;       ///< of these
    std::vector<OffScale> off_values;  ///< the most frequent ones, most frequent first
    /// Answers, in the whole table, that are a code for missing too.
    std::uint64_t codes_on_scale = 0;
    /// Answers, in the whole table, that are read from labels by the number they begin with, and a
    /// label of the lowest and of the highest number of them.
    std::uint64_t labels = 0;
    std::string lowest_label, highest_label;
};

/// How far answers like these spread: what planning needs.
struct Spread {
    double mean = 0.5;  ///< of the score on a scale from 0 to 1
    double trials_per_answer =
        1;  ///< independent yes-or-no answers that tell as much as one answer
    double weight_efficiency = 1;  ///< answers of equal weight that tell as much as one, in (0, 1]
    double promoters = 0, detractors = 0;  ///< shares; NPS only
};

struct Score {
    std::optional<Estimate> estimate;  ///< none without answers
    std::uint64_t answers = 0;         ///< respondents who answered (for CSI: any attribute)
    std::uint64_t missing = 0;
    /// Answers of equal weight that tell as much as these: (sum w)^2 / sum w^2 (Kish 1965); for CSI
    /// that of the attribute with the fewest.
    double effective_answers = 0;
    std::vector<ColumnCounts> columns;
    Spread spread;

    [[nodiscard]] bool clue() const { return effective_answers < fewest_answers; }
};

/// An attribute of the satisfaction index by itself.
struct AttributeScore {
    double weight = 0;  ///< share of the index
    Score score;        ///< percent of answers 4 and 5, or a mean of 0 to 100
};

/// Scores of a group of respondents; none for what was not asked.
struct SurveyScores {
    std::uint64_t responses = 0;
    std::optional<Score> csat;  ///< percent of answers 4 and 5
    std::optional<Score> nps;   ///< percent of 9 and 10 less percent of 0 to 6
    std::optional<Score> ces;   ///< mean answer, on its own scale
    std::optional<Score> easy;  ///< percent of effort answers on the easy side of the middle
    std::optional<Score> csi;   ///< 0 to 100
    std::vector<AttributeScore> attributes;
};

struct Segment {
    std::string value;  ///< of the column that tells segments apart; empty = blank
    SurveyScores scores;
};

struct SurveyResult {
    SurveyScores all;
    std::vector<Segment> segments;
};

}  // namespace cjm::calibrate
