// Owns: scores of survey answers as JSON, format "cjm/survey/1", and as CSV. Must not know: files,
// the terminal.
#pragma once
#include <string>

#include "cli/report/survey_report.hpp"

namespace cjm::cli {

/// docs/reference/commands.md has every field. What was not asked, or has no answers, is null.
[[nodiscard]] std::string survey_json(const SurveyReport& report);

/// Rows of sections `run`, `survey`, `attribute`, `segment` and `plan`.
[[nodiscard]] std::string survey_csv(const SurveyReport& report);

}  // namespace cjm::cli
