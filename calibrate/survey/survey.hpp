// Owns: the scores of a table of survey answers. Must not know: command lines, reports.
#pragma once
#include "base/diagnostic.hpp"
#include "calibrate/survey/survey_questions.hpp"
#include "calibrate/survey/survey_result.hpp"
#include "calibrate/table/csv_table.hpp"

namespace cjm::calibrate {

/// So many groups of respondents are told apart.
inline constexpr std::size_t most_segments = 100;

/// CSAT, NPS, CES and CSI of all respondents and of each segment, with intervals as if respondents
/// were drawn at random, independently. No value with errors: respondent weights that are none, a
/// question of which no value can be read, more than `most_segments` segments.
///
/// CSAT and each CSI attribute on 1 to 5 are shares with Wilson's interval; NPS is a difference of
/// two shares of the same respondents (Zou and Donner 2008); CES and attributes on 0 to 100 are
/// means with Student's t on a Wilson interval of the scale. Weights enter by linearised standard
/// errors. docs/explanation/survey-answers.md has the formulas.
///
/// expects  columns within the table, attribute weights >= 0 with a positive sum
[[nodiscard]] Parsed<SurveyResult> measure_survey(const CsvTable& table,
                                                  const SurveyQuestions& questions);

}  // namespace cjm::calibrate
