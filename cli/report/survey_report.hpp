// Owns: what a report on survey answers is made from. Must not know: formats.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/message.hpp"
#include "calibrate/survey/plan.hpp"
#include "calibrate/survey/survey_questions.hpp"
#include "calibrate/survey/survey_result.hpp"
#include "cli/report/provenance.hpp"

namespace cjm::cli {

/// Survey answers and their scores. Refers to nothing.
struct SurveyReport {
    std::string file;  ///< as messages call it
    Language language = Language::english;
    calibrate::SurveyQuestions questions;
    calibrate::SurveyResult result;
    std::string weight, by;             ///< names of columns, or empty
    std::optional<double> plan_points;  ///< see plan_answers()
    Provenance provenance;
};

/// One kind of score: where it stands in a result, and how it is told.
struct ScoreField {
    const char* name;  ///< in JSON and CSV
    std::optional<calibrate::Score> calibrate::SurveyScores::*score;
    Message title;
    int decimals;
    calibrate::ScoreKind kind;
};

/// All kinds, in the order of reports.
inline constexpr std::array<ScoreField, 5> score_fields{{
    {"csat", &calibrate::SurveyScores::csat, Message::row_csat, 1,
     calibrate::ScoreKind::share_or_mean},
    {"nps", &calibrate::SurveyScores::nps, Message::row_nps, 1,
     calibrate::ScoreKind::net_promoters},
    {"ces", &calibrate::SurveyScores::ces, Message::row_ces, 2,
     calibrate::ScoreKind::share_or_mean},
    {"easy", &calibrate::SurveyScores::easy, Message::row_easy, 1,
     calibrate::ScoreKind::share_or_mean},
    {"csi", &calibrate::SurveyScores::csi, Message::row_csi, 1,
     calibrate::ScoreKind::share_or_mean},
}};

/// "high-is-easy" or "high-is-hard", as on the command line.
[[nodiscard]] constexpr const char* name_of(calibrate::EffortDirection direction) {
    return direction == calibrate::EffortDirection::high_is_easy ? "high-is-easy" : "high-is-hard";
}

/// "1-5" or "0-100".
[[nodiscard]] constexpr const char* name_of(calibrate::AttributeScale scale) {
    return scale == calibrate::AttributeScale::one_to_five ? "1-5" : "0-100";
}

/// How many hundredths of the scale a unit of the score is: 1, but for CES.
[[nodiscard]] inline double units_per_point(const ScoreField& field,
                                            const calibrate::SurveyQuestions& questions) {
    const bool effort = field.score == &calibrate::SurveyScores::ces;
    return effort ? (questions.ces_scale.high - questions.ces_scale.low) / 100 : 1;
}

}  // namespace cjm::cli
