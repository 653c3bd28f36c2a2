// Owns: what a report on survey answers says, in its language. Must not know: terminals, Markdown.
#pragma once
#include "cli/report/document.hpp"
#include "cli/report/survey_report.hpp"

namespace cjm::cli {

/// Scores with intervals, attributes, segments, values off the scale, the plan, and how all was
/// computed. A score of so few answers that it is a clue is told by its interval alone.
[[nodiscard]] Document survey_document(const SurveyReport& report);

}  // namespace cjm::cli
